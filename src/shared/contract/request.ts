import * as v from 'valibot'

/** A request: the schema of its arguments, and (as a type only) what it answers. */
export interface Request<Schema extends v.GenericSchema, Reply> {
  readonly args: Schema
  readonly reply?: Reply
}

/** Makes the entry of a request that answers with a `Reply` from the schema of its arguments. */
export function answers<Reply>() {
  return <Schema extends v.GenericSchema>(args: Schema): Request<Schema, Reply> => ({ args })
}

export type RequestTable = Readonly<Record<string, Request<v.GenericSchema, unknown>>>
export type ArgsOf<R> = R extends Request<infer Schema, unknown> ? v.InferOutput<Schema> : never
export type ReplyOf<R> = R extends Request<v.GenericSchema, infer Reply> ? Reply : never

/** The arguments of a request that takes none. */
export const nothing = v.undefined()

/** The token that stands for a file the user chose. */
export const grant = v.pipe(v.string(), v.regex(/^[0-9a-f-]{36}$/))
