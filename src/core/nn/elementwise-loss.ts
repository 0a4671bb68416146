import { zerosLike } from '../tensor/matrix'
import type { Loss } from './loss'
import type { Options, OptionValues } from './option'
import { valuesOf } from './targets'

/** A loss that adds up one term for each element of the output: each row from its first to its last, then the rows. */
export function elementwise(
  name: string,
  term: (a: number, y: number, options: OptionValues<Options>) => number,
  slope: (a: number, y: number, options: OptionValues<Options>) => number
): Pick<Loss, 'sum' | 'gradient'> {
  return {
    sum(output, targets, { options }) {
      const { data: y, rows, columns } = valuesOf(targets, output, name)
      let sum = 0
      for (let i = 0; i < rows; i++) {
        let ofRow = 0
        for (let e = i * columns; e < (i + 1) * columns; e++) ofRow += term(output.data[e], y[e], options)
        sum += ofRow
      }
      return sum
    },
    gradient(output, targets, { options }) {
      const y = valuesOf(targets, output, name).data
      const grad = zerosLike(output)
      for (let e = 0; e < y.length; e++) grad.data[e] = slope(output.data[e], y[e], options)
      return grad
    }
  }
}

/** The branch of each element by its residual a − y. */
export function branchesOfResidual(name: string, branch: (residual: number, options: OptionValues<Options>) => number): Loss['branches'] {
  return (output, targets, { options }) => {
    const y = valuesOf(targets, output, name).data
    return Uint8Array.from({ length: y.length }, (_, e) => branch(output.data[e] - y[e], options))
  }
}

/** +1, −1, and 0 at 0. */
export function sign(x: number): number {
  return x > 0 ? 1 : x < 0 ? -1 : x
}
