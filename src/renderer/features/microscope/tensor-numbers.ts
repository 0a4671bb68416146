import type { Matrix } from '#core'

/** A tensor of a walk as far as the page has its numbers, which are those that are shown. */
export interface TensorNumbers {
  readonly id: string
  /** In plain text, and as KaTeX source; of a transposed matrix still those of the tensor itself. */
  readonly name: string
  readonly isTransposed?: true
  readonly tex: string
  readonly rows: number
  readonly columns: number
  /** The number in a cell; undefined where it is not there yet. */
  readonly at: (row: number, column: number) => number | undefined
  /** The largest magnitude, for colours. */
  readonly largest: number
  /** Its numbers in a picture of up to so many rows and columns, thinned out where it is larger. */
  readonly picture: { readonly rows: number; readonly columns: number; readonly data: ArrayLike<number> }
}

/** The same tensor with rows and columns exchanged. */
export function transposedNumbers(tensor: TensorNumbers): TensorNumbers {
  const { rows, columns, at, picture } = tensor
  const turned = Array.from({ length: picture.rows * picture.columns }, (_, e) => {
    const [row, column] = [Math.floor(e / picture.rows), e % picture.rows]
    return picture.data[column * picture.columns + row]
  })
  return {
    ...tensor,
    isTransposed: true,
    rows: columns,
    columns: rows,
    at: (row, column) => at(column, row),
    picture: { rows: picture.columns, columns: picture.rows, data: turned }
  }
}

/** A matrix that is no tensor of the walk. */
export function matrixNumbers(id: string, { rows, columns, data }: Matrix): TensorNumbers {
  const largest = Float64Array.from(data, Math.abs).reduce((most, x) => Math.max(most, x), 0)
  return {
    id,
    name: id,
    tex: id,
    rows,
    columns,
    at: (row, column) => data[row * columns + column],
    largest,
    picture: { rows, columns, data }
  }
}

/** The name of a gradient as the page writes it: ∂W2 for dW2. */
export function shownName(name: string): string {
  return /^d(?:[\p{Lu}(]|b\d|s$)/u.test(name) ? `∂${name.slice(1)}` : name
}
