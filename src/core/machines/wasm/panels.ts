import { numbers, type Matrix, type Numbers, type Precision } from '../../tensor/matrix'

/**
 * Panels are how the kernels keep a matrix: groups of P adjacent columns, one after another, each with its rows of 64 bytes in order;
 * P is 16 for float32 and 8 for float64. Element (i, j) lies at address + ⌊j / P⌋ · panelBytes + i · 64 + (j mod P) · size.
 */
export const ROW_BYTES = 64

/** Bytes of a number. */
export function sizeOf(precision: Precision): number {
  return precision === 'f32' ? 4 : 8
}

/** P, the columns of a panel. */
export function lanesOf(precision: Precision): number {
  return ROW_BYTES / sizeOf(precision)
}

/** Where a matrix lies, in bytes; `panelBytes` apart are its panels. */
export interface Panels {
  readonly address: number
  readonly panelBytes: number
}

/** A view of a whole memory as numbers of the precision. */
export function viewOf(buffer: ArrayBufferLike, precision: Precision): Numbers {
  return precision === 'f32' ? new Float32Array(buffer) : new Float64Array(buffer)
}

/** Visits each stretch of a row that is adjacent on both sides: its place in the row-major array, in the view, and its length. */
function eachStretch(
  rows: number,
  columns: number,
  view: Numbers,
  { address, panelBytes }: Panels,
  visit: (e: number, at: number, length: number) => void
): void {
  const size = view.BYTES_PER_ELEMENT
  const lanes = ROW_BYTES / size
  for (let j = 0; j < columns; j += lanes) {
    const panel = (address + (j / lanes) * panelBytes) / size
    for (let i = 0; i < rows; i++) visit(i * columns + j, panel + i * lanes, Math.min(lanes, columns - j))
  }
}

/** Writes a row-major matrix into panels; what pads the last one is left as it is. */
export function writePanels(view: Numbers, place: Panels, { rows, columns, data }: Matrix): void {
  eachStretch(rows, columns, view, place, (e, at, length) => view.set(data.subarray(e, e + length), at))
}

/** Reads panels [rows, columns] as a row-major matrix of its own. */
export function readPanels(view: Numbers, place: Panels, rows: number, columns: number): Matrix {
  const data = numbers(rows * columns, view.BYTES_PER_ELEMENT === 4 ? 'f32' : 'f64')
  eachStretch(rows, columns, view, place, (e, at, length) => data.set(view.subarray(at, at + length), e))
  return { rows, columns, data }
}
