import { losses, type LossOptionName, type LossSpec } from '../../nn/losses'
import { optionValues } from '../../nn/option'
import type { WalkContext } from '../record/context'
import type { WalkTensor } from '../record/walk'

/** The rule that takes a loss apart into steps. */
export interface LossRule {
  /** Takes down what leads to the loss of each row or element; answers it, and the weight of each row where it has one. */
  forward(context: WalkContext): { readonly ell: WalkTensor; readonly weights?: WalkTensor }
  /** Takes down what leads to the loss's derivative by what it reads, and answers that. */
  backward(context: WalkContext): WalkTensor
  /** The mean over ℓ in plain text and as KaTeX source, N being its count's sign. */
  readonly mean: (count: string, isMean: boolean, isWeighted: boolean) => { readonly formula: string; readonly tex: string }
  /** Lines that set the numbers of its options in code, by the names that the code of its steps uses. */
  options(context: WalkContext): Readonly<Record<string, number>>
}

/** A number that a loss is given, or its default; the loss takes it. */
export function lossNumber(spec: LossSpec, name: LossOptionName): number {
  return optionValues(losses[spec.kind].options, spec)[name as never]
}
