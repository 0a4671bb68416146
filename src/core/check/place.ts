import type { CheckColumns, TensorCheck } from './report'

/** The name of a checked parameter: `W1[3, 7]`, or `b1[7]` for a bias. */
export function parameterPlace(
  {
    tensors,
    tensor,
    row,
    column
  }: Pick<CheckColumns, 'tensor' | 'row' | 'column'> & {
    readonly tensors: readonly Pick<TensorCheck, 'name'>[]
  },
  at: number
): string {
  return `${tensors[tensor[at]].name}[${column[at] < 0 ? row[at] : `${row[at]}, ${column[at]}`}]`
}
