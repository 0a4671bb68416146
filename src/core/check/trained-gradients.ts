import { backward } from '../network/backward'
import { forward } from '../network/forward'
import { copyParameters, namedTensors, type NamedTensor, type Parameters } from '../network/parameters'
import { copy, precisionOf } from '../tensor/matrix'
import type { CheckProblem } from './check-problem'

/** The gradient of one tensor by the kernels that train, beside the plain one in float64. */
export interface TrainedDifference {
  /** ‖g_kernels − g‖ / ‖g‖; the norm of the difference where g vanishes. */
  readonly difference: number
  /** The largest difference of an element that rounding explains. */
  readonly bound: number
  /** The number of elements that differ by more. */
  readonly beyond: number
}

export interface TrainedComparison {
  readonly tensors: readonly TrainedDifference[]
  /**
   * The gradients that are checked: in float64 those of the kernels; in float32 ours where rounding explains the difference, since the
   * digits of float32 would hide what the difference quotient can tell, and those of the kernels where it does not.
   */
  readonly gradients: readonly NamedTensor[]
}

/** 2⁻²³ and 2⁻⁵²: the spacing of numbers at 1. */
const SPACING = { f32: 1.1920928955078125e-7, f64: 2.220446049250313e-16 } as const

/** Sums in another order round differently; measured over all kernels, by a factor below 4. */
const OTHER_ORDER = 16

/**
 * Compares the gradients of the kernels with the plain ones in float64. How far rounding takes a gradient is measured: by the plain
 * backward pass in float32, and in float64 by the same divided by 2²⁹, the ratio of the spacings.
 */
export function compareTrained(
  { network, objective, parameters, batch, masks = [], trained }: CheckProblem & { readonly trained: Parameters },
  exact: readonly NamedTensor[]
): TrainedComparison {
  const precision = precisionOf(trained[0].W)
  const coarseMasks = masks.map((mask) => mask && copy(mask, 'f32'))
  const single = copyParameters(parameters, 'f32')
  const { gradients } = backward(network, single, forward(network, single, batch.X, 0, coarseMasks), batch.targets, objective)
  const coarse = namedTensors(gradients)
  const asTrained = namedTensors(copyParameters(trained, 'f64'))
  const spacing = SPACING[precision]
  const tensors: TrainedDifference[] = []
  const checked = exact.map((own, t): NamedTensor => {
    const { data } = own.matrix
    const ours = copy(own.matrix)
    const theirs = asTrained[t].matrix.data
    let rounding = 0
    let largest = 0
    for (let e = 0; e < data.length; e++) {
      // A comparison, which leaves out what is not finite in float32.
      if (Math.abs(coarse[t].matrix.data[e] - data[e]) > rounding) rounding = Math.abs(coarse[t].matrix.data[e] - data[e])
      largest = Math.max(largest, Math.abs(data[e]))
    }
    const bound = OTHER_ORDER * ((rounding * spacing) / SPACING.f32 + spacing * largest)
    let [squares, size, beyond] = [0, 0, 0]
    for (let e = 0; e < data.length; e++) {
      const difference = theirs[e] - data[e]
      squares += difference * difference
      size += data[e] * data[e]
      const isExplained = Math.abs(difference) <= bound
      if (!isExplained) beyond += 1
      if (precision === 'f64' || !isExplained) ours.data[e] = theirs[e]
    }
    tensors.push({ difference: Math.sqrt(size === 0 ? squares : squares / size), bound, beyond })
    return { ...own, matrix: ours }
  })
  return { tensors, gradients: checked }
}
