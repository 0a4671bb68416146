import * as v from 'valibot'

/** A request: the schema of its arguments, and (as a type only) its reply. */
export interface Request<Schema extends v.GenericSchema, Reply> {
  readonly args: Schema
  readonly reply?: Reply
  /** Whether it is about a run, and refused where that run is not there any more. */
  readonly isAboutRun?: true
}

/** Makes the entry of a request that answers with a `Reply` from the schema of its arguments. */
export function answers<Reply>() {
  return <Schema extends v.GenericSchema>(args: Schema): Request<Schema, Reply> => ({ args })
}

/**
 * A command: its reply acknowledges that it was carried out, and carries nothing. The state it led to is sent before, as a `state` event.
 */
export const command = answers<null>()

/** Marks requests as being about a run. */
export function aboutRun<Table extends RequestTable>(requests: Table): Table {
  const marked = Object.entries(requests).map(([name, request]) => [name, { ...request, isAboutRun: true }])
  return Object.fromEntries(marked) as Table
}

export type RequestTable = Readonly<Record<string, Request<v.GenericSchema, unknown>>>
export type ArgsOf<R> = R extends Request<infer Schema, unknown> ? v.InferOutput<Schema> : never
export type ReplyOf<R> = R extends Request<v.GenericSchema, infer Reply> ? Reply : never

/** The arguments of a request that takes none. */
export const nothing = v.undefined()

/** The token of a file that the user chose. */
export const grant = v.pipe(v.string(), v.regex(/^[0-9a-f-]{36}$/))

/** A place in a list, or the number of a unit, an input or a class: from 0. */
export const index = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000_000))
