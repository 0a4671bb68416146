import * as v from 'valibot'
import { fileError, parseJson } from '#core'

/** Returns the reading of a small file of JSON that fits a schema. It throws: format, naming the file and the first field that does not. */
export function storedJson<Schema extends v.GenericSchema>(name: string, schema: Schema): (bytes: Uint8Array) => v.InferOutput<Schema> {
  return (bytes) => {
    const { success, output, issues } = v.safeParse(schema, parseJson(new TextDecoder().decode(bytes)), { abortEarly: true })
    if (success) return output
    throw fileError(issues[0], name)
  }
}
