import { fitMatrices, type Fitted, type Stack } from './fit-matrices'
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

/** The windows and the size with which the matrices of a step fit into a room. Rows and columns are numbered where some are left out. */
export function fitStep(shapes: StepShapes, room: Room): Fitted {
  const plain = stackOf(shapes, false)
  const fitted = fitMatrices(plain, room)
  const isCut = [...plain.wide, ...plain.high].some(({ axis, count }) => !isWhole(count, fitted.windows[axis]))
  return isCut ? fitMatrices(stackOf(shapes, true), room) : fitted
}

function stackOf({ result, product, beside, isBelow }: StepShapes, isNumbered: boolean): Stack {
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
  return {
    wide: [...beside, result].map(columnsOf),
    high: [highest],
    margin: { width: beside.length * (head.width + SIGN) + head.width, height: NAME.height + head.height + pictures }
  }
}
