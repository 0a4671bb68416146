import { AppError, npyHeader } from '#core'
import { unpackWhole } from './archives/archive-entry'
import type { ArchiveKind, Row, SourceKind } from './rows/source'
import { requireColumns } from './rows/within-limits'

const MAGIC = '\x93NUMPY'

/** The most bytes of one array. */
const MOST_BYTES = 4e9

/** An array of numbers or truth values, in two dimensions: what has more is laid out in a row. */
interface Table {
  readonly name: string
  readonly rows: number
  readonly columns: number
  readonly cell: (row: number, column: number) => string
}

/** An array of NumPy: a row of the array is a row of the table; columns are named after the array, `x0`, `x1`, … */
export const npy: SourceKind = {
  label: 'NumPy (.npy)',
  recognizes: (head) => latin1(head).startsWith(MAGIC),
  read: (bytes) => ({ rows: rowsOf([tableOf('x', bytes)]), header: true, notes: () => [] })
}

/** Arrays of NumPy with as many rows each, such as `X` and `y`, side by side; arrays of other lengths are left out, which is told. */
export const npz: ArchiveKind = {
  label: 'NumPy (.npz)',
  recognizes: (names) => names.length > 0 && names.every((name) => name.endsWith('.npy')),
  read: (files, { name }) => {
    let left: readonly string[] = []
    async function* rows(): AsyncGenerator<Row, void> {
      const tables: Table[] = []
      for (const file of files) tables.push(tableOf(file.name.slice(0, -'.npy'.length), await unpackWhole(file, MOST_BYTES)))
      const longest = tables.reduce((most, table) => Math.max(most, table.rows), 0)
      const chosen = tables.filter((table) => table.rows === longest)
      left = tables.filter((table) => table.rows !== longest).map((table) => table.name)
      yield* rowsOf(chosen)
    }
    const notes = () => (left.length === 0 ? [] : [{ code: 'note.arrays-left-out' as const, details: { name, arrays: left.join(', ') } }])
    return { rows: rows(), header: true, notes }
  }
}

async function* rowsOf(tables: readonly Table[]): AsyncGenerator<Row, void> {
  const width = tables.reduce((sum, { columns }) => sum + columns, 0)
  if (width === 0 || tables[0].rows === 0) throw new AppError('data.empty-file')
  requireColumns(width, 1)
  yield tables.flatMap(({ name, columns }) => (columns === 1 ? [name] : Array.from({ length: columns }, (_, column) => `${name}${column}`)))
  const { rows } = tables[0]
  for (let row = 0; row < rows; row++) {
    yield tables.flatMap(({ columns, cell }) => Array.from({ length: columns }, (_, column) => cell(row, column)))
  }
}

/** Readers of a number of each type, by NumPy's letter and size in bytes. */
const readers: Readonly<Record<string, (view: DataView, at: number, little: boolean) => number | bigint | boolean>> = {
  f4: (view, at, little) => view.getFloat32(at, little),
  f8: (view, at, little) => view.getFloat64(at, little),
  i1: (view, at) => view.getInt8(at),
  i2: (view, at, little) => view.getInt16(at, little),
  i4: (view, at, little) => view.getInt32(at, little),
  i8: (view, at, little) => view.getBigInt64(at, little),
  u1: (view, at) => view.getUint8(at),
  u2: (view, at, little) => view.getUint16(at, little),
  u4: (view, at, little) => view.getUint32(at, little),
  u8: (view, at, little) => view.getBigUint64(at, little),
  b1: (view, at) => view.getUint8(at) !== 0
}

/** Throws: format; data, for an array that is no table of numbers, truth values or texts. */
function tableOf(name: string, file: Uint8Array): Table {
  const { descr, fortran, shape, bodyAt } = npyHeader(name, file)
  const [rows = 1, ...others] = shape
  const columns = others.reduce((product, extent) => product * extent, 1)
  const match = /^([<>|=])([fiubU])(\d+)$/.exec(descr)
  const size = match?.[2] === 'U' ? 4 * Number(match[3]) : Number(match?.[3])
  const read = match ? readers[`${match[2]}${match[3]}`] : undefined
  // Texts of no length take no bytes, however many they are.
  if (!match || (read === undefined && match[2] !== 'U') || size === 0 || (fortran && shape.length > 2)) {
    throw new AppError('data.array-type', { name, type: descr })
  }
  const expected = rows * columns * size
  if (file.length - bodyAt !== expected) throw new AppError('format.size', { what: name, expected, actual: file.length - bodyAt })
  const view = new DataView(file.buffer, file.byteOffset + bodyAt)
  const little = match[1] !== '>'
  const offset = (row: number, column: number) => size * (fortran ? column * rows + row : row * columns + column)
  const cell = (row: number, column: number) => {
    const at = offset(row, column)
    return read ? textOf(read(view, at, little)) : unicode(view, at, size, little)
  }
  return { name, rows, columns, cell }
}

function textOf(value: number | bigint | boolean): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return value !== value ? '' : String(value)
}

/** A text of NumPy: code points of four bytes, filled up with zeros. */
function unicode(view: DataView, at: number, size: number, little: boolean): string {
  let text = ''
  for (let offset = 0; offset < size; offset += 4) {
    const point = view.getUint32(at + offset, little)
    if (point === 0) break
    text += point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD'
  }
  return text
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, MAGIC.length)).toString('latin1')
}
