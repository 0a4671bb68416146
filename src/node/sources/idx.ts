import { AppError } from '#core'
import type { Row, SourceKind } from './rows/source'
import { requireColumns } from './rows/within-limits'

const LABEL = 'IDX (MNIST)'

/** Types of numbers by their code, with their size in bytes; numbers are big-endian. */
const types: Readonly<Record<number, { size: number; read: (view: DataView, at: number) => number }>> = {
  0x08: { size: 1, read: (view, at) => view.getUint8(at) },
  0x09: { size: 1, read: (view, at) => view.getInt8(at) },
  0x0b: { size: 2, read: (view, at) => view.getInt16(at) },
  0x0c: { size: 4, read: (view, at) => view.getInt32(at) },
  0x0d: { size: 4, read: (view, at) => view.getFloat32(at) },
  0x0e: { size: 8, read: (view, at) => view.getFloat64(at) }
}

/**
 * An array as MNIST has them: an image a row, a pixel a column (`pixel0`, …), or a label a row (`label`).
 * Source: Y. LeCun, C. Cortes and C. Burges, "The MNIST database of handwritten digits": the IDX file format.
 */
export const idx: SourceKind = {
  label: LABEL,
  recognizes: (head) =>
    head[0] === 0 && head[1] === 0 && head[2] in types && head[3] >= 1 && head[3] <= 4 && head.length >= 4 + 4 * head[3],
  read: (bytes) => ({ rows: readRows(bytes), header: true, notes: () => [] })
}

async function* readRows(bytes: Uint8Array): AsyncGenerator<Row, void> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const { size, read } = types[bytes[2]]
  const extents = Array.from({ length: bytes[3] }, (_, axis) => view.getUint32(4 + 4 * axis))
  const [rows, ...others] = extents
  const columns = others.reduce((product, extent) => product * extent, 1)
  const start = 4 + 4 * extents.length
  const expected = start + rows * columns * size
  if (bytes.length !== expected) throw new AppError('format.size', { what: LABEL, expected, actual: bytes.length })
  if (rows === 0 || columns === 0) throw new AppError('data.empty-file')
  requireColumns(columns, 1)
  yield others.length === 0 ? ['label'] : Array.from({ length: columns }, (_, column) => `pixel${column}`)
  for (let row = 0; row < rows; row++) {
    const from = start + row * columns * size
    yield Array.from({ length: columns }, (_, column) => String(read(view, from + column * size)))
  }
}
