import { AppError } from '../messages/app-error'
import type { Matrix } from '../tensor/matrix'
import type { CheckProblem } from './check-problem'
import { CheckedLoss } from './checked-loss'
import { checkedElements } from './sample'

/** Steps from where truncation error dominates to where rounding error does, three in each decade. */
export const sweptEpsilons: readonly number[] = [
  1e-1, 5e-2, 2e-2, 1e-2, 5e-3, 2e-3, 1e-3, 5e-4, 2e-4, 1e-4, 5e-5, 2e-5, 1e-5, 5e-6, 2e-6, 1e-6, 5e-7, 2e-7, 1e-7, 5e-8, 2e-8, 1e-8, 5e-9,
  2e-9, 1e-9, 5e-10, 2e-10, 1e-10, 5e-11, 2e-11, 1e-11, 5e-12, 2e-12, 1e-12
]

/** An element of a tensor, from 0; a bias has row 0. */
export interface ElementPlace {
  readonly row: number
  readonly column: number
}

export interface EpsilonSweepOptions extends CheckProblem {
  /** The tensor's name: W1, b1, … */
  readonly tensor: string
  /**
   * One element of it, from 0 (a bias has row 0); the whole tensor unless given: every bias, up to 20 weights drawn by the seed.
   */
  readonly element?: ElementPlace
  /** Seed of the sample of weights; 0 unless given. */
  readonly seed?: number
  readonly epsilons?: readonly number[]
}

/** Error of the difference quotient by its step, one entry for each step. */
export interface EpsilonSweep {
  readonly tensor: string
  /** Number of elements measured. */
  readonly checked: number
  readonly epsilon: Float64Array
  /** ‖a − n‖ over those elements. */
  readonly absolute: Float64Array
  /** ‖a − n‖ / (‖a‖ + ‖n‖); 0 where both vanish. */
  readonly relative: Float64Array
  /** Number of quotients that cross a kink; they are not excluded. */
  readonly crossed: Int32Array
  /** The step with the smallest relative error; the first of equals. */
  readonly best: number
}

/**
 * Compares central differences of one element or of a whole tensor with the gradient, for one step after another: the error falls with h²
 * while truncation error dominates, and rises with 1/h where rounding error does. No rule is applied, and kinks are not avoided.
 * Throws: numeric, as GradientCheck; spec, when there is no such tensor or element.
 * Source: N. Higham, "Accuracy and stability of numerical algorithms", 2002, section 1.14 (the two errors and their
 * minimum).
 */
export function sweepEpsilon({ tensor: name, element, seed = 0, epsilons = sweptEpsilons, ...problem }: EpsilonSweepOptions): EpsilonSweep {
  const loss = new CheckedLoss(problem)
  const names = loss.tensors.map((one) => one.name)
  const tensor = names.indexOf(name)
  if (tensor < 0) throw new AppError('spec.choice', { field: 'tensor', value: name, choices: names.join(', ') })
  const elements = element
    ? [elementIndex(loss.tensors[tensor].matrix, element)]
    : [...checkedElements(loss.tensors[tensor], tensor, 'sampled', seed)]
  const errors = epsilons.map((h) => errorAt(loss, tensor, elements, h))
  const relative = Float64Array.from(errors, (one) => one.relative)
  return {
    tensor: name,
    checked: elements.length,
    epsilon: Float64Array.from(epsilons),
    absolute: Float64Array.from(errors, (one) => one.absolute),
    relative,
    crossed: Int32Array.from(errors, (one) => one.crossed),
    best: epsilons[relative.indexOf(Math.min(...relative))]
  }
}

function elementIndex({ rows, columns }: Matrix, { row, column }: ElementPlace): number {
  const places = [
    ['row', row, rows],
    ['column', column, columns]
  ] as const
  for (const [field, value, count] of places) {
    if (!Number.isInteger(value) || value < 0 || value >= count) {
      throw new AppError('spec.whole-number', { field, value, low: 0, high: count - 1 })
    }
  }
  return row * columns + column
}

function errorAt(loss: CheckedLoss, tensor: number, elements: readonly number[], h: number) {
  const { data } = loss.gradients[tensor].matrix
  const squares = { difference: 0, analytic: 0, numeric: 0 }
  let crossed = 0
  for (const e of elements) {
    const { numeric, crossedKink } = loss.byElement(tensor, e, h)
    squares.difference += (data[e] - numeric) * (data[e] - numeric)
    squares.analytic += data[e] * data[e]
    squares.numeric += numeric * numeric
    if (crossedKink) crossed += 1
  }
  const absolute = Math.sqrt(squares.difference)
  const size = Math.sqrt(squares.analytic) + Math.sqrt(squares.numeric)
  return { absolute, relative: absolute === 0 ? 0 : absolute / size, crossed }
}
