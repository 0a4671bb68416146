import { version as packageVersion } from '../../package.json'

/** The program's version, as in its manifest. */
export const version: string = packageVersion
