import { version as packageVersion } from '../../package.json'

/** Version of the program, from its manifest. */
export const version: string = packageVersion
