import type { Region, Step, StepFactor } from '#core'

/** A row and a column of a matrix as it is drawn, both from 0. */
export interface Place {
  readonly row: number
  readonly column: number
}

/**
 * The arrangement of a step's matrices. A product is drawn in Falk's scheme: the left factor at the left, the right factor above,
 * the result in the corner, so that row and column cross at the cell. Sums stand beside or below what they add up, all others side by side.
 */
export type Arrangement =
  | { readonly kind: 'product'; readonly left: StepFactor; readonly right: StepFactor; readonly added: StepFactor | null }
  | { readonly kind: 'below'; readonly of: StepFactor }
  | { readonly kind: 'aligned'; readonly factors: readonly StepFactor[]; readonly sign: string; readonly equals: string }
  | { readonly kind: 'given' }

/** The sign between the matrices of a rule; where none says it, they are listed. */
const signs: Partial<Record<Step['rule'], string>> = {
  'elementwise-product': '⊙',
  difference: '−',
  quotient: '/',
  sum: '+'
}

/** Returns how the matrices of a step are drawn. */
export function arrangementOf({ rule, factors }: Pick<Step, 'rule' | 'factors'>): Arrangement {
  if (factors.length === 0) return { kind: 'given' }
  if (rule === 'matrix-product') return { kind: 'product', left: factors[0], right: factors[1], added: factors[2] ?? null }
  if (rule === 'column-sum') return { kind: 'below', of: factors[0] }
  const sign = factors.length > 1 ? signs[rule] : undefined
  return { kind: 'aligned', factors, sign: sign ?? ',', equals: sign === undefined ? '→' : '=' }
}

type Shape = readonly [number, number]

/** Which of a factor's rows, or columns, the index of a result reads: its own where there are as many, else all. */
function along(index: number, ofFactor: number, ofResult: number): readonly [number, number] {
  if (ofFactor === ofResult) return [index, index + 1]
  return [0, ofFactor]
}

/** The cells of a factor, as it is drawn, that a cell of the result is made of. */
export function litInFactor(role: FactorRole, factor: Shape, result: Shape, { row, column }: Place): Region {
  if (role === 'left') return { rows: [row, row + 1], columns: [0, factor[1]] }
  if (role === 'right') return { rows: [0, factor[0]], columns: [column, column + 1] }
  return { rows: along(row, factor[0], result[0]), columns: along(column, factor[1], result[1]) }
}

/** The cells of the result that a cell of a factor, as it is drawn, enters. */
export function enteredInResult(role: FactorRole, factor: Shape, result: Shape, { row, column }: Place): Region {
  if (role === 'left') return { rows: [row, row + 1], columns: [0, result[1]] }
  if (role === 'right') return { rows: [0, result[0]], columns: [column, column + 1] }
  return { rows: along(row, result[0], factor[0]), columns: along(column, result[1], factor[1]) }
}

/** The part of a factor: one of the two of a product, or one that stands beside others. */
export type FactorRole = 'left' | 'right' | 'beside'

export function isInside({ rows, columns }: Region, row: number, column: number): boolean {
  return row >= rows[0] && row < rows[1] && column >= columns[0] && column < columns[1]
}
