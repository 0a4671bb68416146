import { AppError, isJsonObject, parseJson, type Json } from '#core'
import type { Row, SourceKind, SourceOptions } from './rows/source'
import { MOST_TEXT, requireRows } from './rows/within-limits'

const LABEL = 'JSON'

/**
 * JSON, in the forms in which programs write tables: an array of records, a record alone or one a line (JSON Lines), an array of rows, and an object of
 * columns, each an array or an object by row (as pandas writes them), or of `columns` and `data`.
 */
export const json: SourceKind = {
  label: LABEL,
  mostBytes: MOST_TEXT,
  recognizes: (head) => {
    const text = new TextDecoder()
      .decode(head)
      .replace(/^\uFEFF/, '')
      .trimStart()
    return /^\[\s*[[{\]]/.test(text) || /^\{\s*("|\})/.test(text)
  },
  read: (bytes, options) => {
    const table = tableOf(valueOf(new TextDecoder().decode(bytes)), options)
    return { rows: inTurn(table), header: true, notes: () => [] }
  }
}

async function* inTurn(rows: Iterable<Row>): AsyncGenerator<Row, void> {
  yield* rows
}

/** The file's value; of several lines with a value each, the array of them. Throws: format, with the line. */
function valueOf(text: string): Json {
  try {
    return parseJson(text)
  } catch (error) {
    const lines = text.split(/\r\n|[\n\r]/)
    const filled = lines.map((line, at) => ({ line, at })).filter(({ line }) => line.trim() !== '')
    // A file of one value that is damaged is not a file of lines.
    const first = filled.length < 2 ? undefined : valueIn(filled[0].line)
    if (first === undefined) throw error
    const others = filled.slice(1).map(({ line, at }) => {
      try {
        return parseJson(line)
      } catch (problem) {
        throw problem instanceof AppError ? new AppError('data.json-line', { row: at + 1, reason: problem.message }) : problem
      }
    })
    return [first, ...others]
  }
}

/** The value of a line; undefined where it is none. */
function valueIn(line: string): Json | undefined {
  try {
    return parseJson(line)
  } catch {
    return undefined
  }
}

function tableOf(value: Json, options: SourceOptions): Iterable<Row> {
  if (Array.isArray(value)) {
    if (value.length > 0 && value.every(isJsonObject)) return fromRecords(value, options)
    if (value.length > 0 && value.every((row) => Array.isArray(row))) return fromArrays(value as readonly (readonly Json[])[], options)
  } else if (isJsonObject(value)) {
    const { columns, data } = value
    if (isArray(columns) && isArray(data) && data.every(isArray))
      return fromArrays([columns, ...(data as readonly (readonly Json[])[])], options)
    const all = Object.entries(value)
    if (all.length > 0 && all.every(([, column]) => isArray(column) || isJsonObject(column))) return fromColumns(all, options)
    if (all.length > 0) return fromRecords([value], options)
  }
  throw new AppError('data.json-shape')
}

function* fromRecords(records: readonly Readonly<Record<string, Json>>[], options: SourceOptions): Generator<Row, void> {
  const names = new Set<string>()
  for (const record of records) for (const name of Object.keys(record)) names.add(name)
  requireRows(records.length, names.size, options)
  yield [...names]
  for (const record of records) yield Array.from(names, (name) => (Object.hasOwn(record, name) ? cellOf(record[name]) : ''))
}

function* fromArrays(rows: readonly (readonly Json[])[], options: SourceOptions): Generator<Row, void> {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  requireRows(rows.length, width, options)
  const isNamed = rows[0].every((cell) => typeof cell === 'string')
  if (!isNamed) yield Array.from({ length: width }, (_, column) => `column_${column + 1}`)
  for (const row of rows) yield Array.from({ length: width }, (_, column) => cellOf(row[column] ?? null))
}

function* fromColumns(columns: readonly (readonly [string, Json])[], options: SourceOptions): Generator<Row, void> {
  const keys = new Set<string>()
  for (const [, column] of columns) for (const key of Object.keys(column as object)) keys.add(key)
  requireRows(keys.size, columns.length, options)
  yield columns.map(([name]) => name)
  for (const key of keys) {
    yield columns.map(([, column]) => (Object.hasOwn(column as object, key) ? cellOf((column as Readonly<Record<string, Json>>)[key]) : ''))
  }
}

function cellOf(value: Json): string {
  if (value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function isArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}
