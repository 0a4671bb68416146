import { fitMatrices, numberSizes, type Fitted, type Stack } from './fit-matrices'
import { isWhole } from './shown-indices'

/** A matrix as it is drawn; `digits`: the characters of its longest number. */
export interface MatrixShape {
  readonly rows: number
  readonly columns: number
  readonly digits: number
}

/** The matrices of a step: a product's, or those that stand beside or above their result. */
export interface StepShapes {
  readonly result: MatrixShape
  /** The left factor of a product, and whether a bias is added to it. */
  readonly product: { readonly left: MatrixShape; readonly hasBias: boolean } | null
  readonly beside: readonly MatrixShape[]
  /** Whether the result stands below what it adds up. */
  readonly isBelow: boolean
}

export interface Room {
  readonly width: number
  readonly height: number
}

/** The size of what stands around numbers, in pixels: numbers of rows and columns, names, the signs between matrices, and pictures. */
const HEAD = { width: 36, height: 20 }
const NAME = { width: 120, height: 26 }
const SIGN = 40
/** Between the factors of a product and its result. */
const BETWEEN = 24
const PICTURES = 112
/** Between two lines of matrices. */
const LINE_GAP = 12

/**
 * The windows and the size with which the matrices of a step fit into a room. Those that stand beside their result go on in another line
 * where they are whole and larger so. Rows and columns are numbered where some are left out.
 */
export function fitStep(shapes: StepShapes, room: Room): Fitted {
  const { product, isBelow, beside } = shapes
  const mostLines = product || isBelow ? 1 : beside.length + 1
  const whole = Array.from({ length: mostLines }, (_, line) => wholeIn(shapes, room, line + 1)).filter((fitted) => fitted !== null)
  if (whole.length > 0) {
    const place = ({ size }: Fitted) => numberSizes.indexOf(size)
    return whole.reduce((best, one) => (place(one) < place(best) ? one : best))
  }
  const plain = stackOf(shapes, false)
  const fitted = fitMatrices(plain, room)
  return isCut(plain, fitted) ? fitMatrices(stackOf(shapes, true), room) : fitted
}

function isCut({ wide, high }: Stack, { windows }: Fitted): boolean {
  return [...wide, ...high].some(({ axis, count }) => !isWhole(count, windows[axis]))
}

/** The size in which all numbers are in sight in so many lines; null where they are not. */
function wholeIn(shapes: StepShapes, room: Room, lines: number): Fitted | null {
  const stack = stackOf(shapes, false, lines)
  const fitted = fitMatrices(stack, room)
  return fitted.fits && !isCut(stack, fitted) ? fitted : null
}

function stackOf({ result, product, beside, isBelow }: StepShapes, isNumbered: boolean, lines = 1): Stack {
  const head = isNumbered ? HEAD : { width: 0, height: 0 }
  const pictures = isNumbered ? PICTURES : 0
  const rowsOf = (count: number) => ({ axis: 'rows', count }) as const
  const columnsOf = ({ columns, digits }: MatrixShape) => ({ axis: 'columns', count: columns, digits }) as const
  if (product) {
    const { columns: count, digits } = product.left
    const across = { axis: 'across', count, digits } as const
    return {
      wide: [across, columnsOf(result)],
      high: [across, rowsOf(result.rows), ...(product.hasBias ? [rowsOf(1)] : [])],
      margin: { width: NAME.width + SIGN + 2 * head.width, height: BETWEEN + 2 * head.height }
    }
  }
  const highest = rowsOf(Math.max(result.rows, ...beside.map(({ rows }) => rows)))
  if (isBelow) {
    const margin = { width: head.width + 2 * pictures, height: 2 * NAME.height + head.height + SIGN }
    return { wide: [columnsOf(result)], high: [highest, rowsOf(result.rows)], margin }
  }
  const all = [...beside, result]
  const ofLine = Math.ceil(all.length / lines)
  const byLine = Array.from({ length: lines }, (_, line) => all.slice(line * ofLine, (line + 1) * ofLine))
  const widest = byLine.reduce((most, line) => (charactersOf(line) > charactersOf(most) ? line : most))
  return {
    wide: widest.map(columnsOf),
    high: byLine.map(() => highest),
    margin: {
      width: (ofLine - 1) * (head.width + SIGN) + head.width + (lines > 1 ? SIGN : 0),
      height: lines * (NAME.height + head.height) + (lines - 1) * LINE_GAP + pictures
    }
  }
}

function charactersOf(line: readonly MatrixShape[]): number {
  return line.reduce((sum, { columns, digits }) => sum + columns * digits, 0)
}
