import type { Text } from '../messages/texts-of'
import type { Matrix } from '../tensor/matrix'
import type { ActivationName } from './activations'
import type { FormulaSymbol } from './formula'
import type { Options, OptionValues } from './option'
import type { Targets } from './targets'

/** The numbers that a loss is computed with. */
export interface LossContext<Entry extends Options> {
  readonly options: OptionValues<Entry>
  /** The weight of each class, where the loss takes them and they are given. */
  readonly classWeights: readonly number[] | null
}

/** A loss and its derivative as one value, both as sums over what the average is taken of. */
export interface Loss<Entry extends Options = Options> {
  readonly label: Text
  /** The task it is for, hence its metric: accuracy, or R². */
  readonly task: 'classification' | 'regression'
  /** Class indices, or numbers in the shape of the output. */
  readonly targets: Targets['kind']
  /** The output layer's activation that the loss is defined for; null when any will do. */
  readonly outputActivation: ActivationName | null
  /** Whether it reads the output layer before (logits Z) or after (A) its activation. From logits it stays finite at any score. */
  readonly reads: 'logits' | 'activations'
  /** The terms of its average: the rows of the batch, or all elements of the output. */
  readonly averages: 'rows' | 'elements'
  /** Whether each class may have a weight of its own. */
  readonly weighsClasses: boolean
  readonly options: Entry
  /** The formula in plain text, and it and its derivative as KaTeX source. */
  readonly formula: string
  readonly tex: { readonly value: string; readonly gradient: string }
  /** The symbols of the two besides L. */
  readonly symbols: readonly FormulaSymbol[]
  /** N times the loss of a batch. output [batch, units]. Throws: shape. */
  sum(output: Matrix, targets: Targets, context: LossContext<NoInfer<Entry>>): number
  /** N · dL/d(output), in the shape of the output. Throws: shape. */
  gradient(output: Matrix, targets: Targets, context: LossContext<NoInfer<Entry>>): Matrix
  /** Which side of each of its kinks every term is on; absent where it is smooth. */
  branches?(output: Matrix, targets: Targets, context: LossContext<NoInfer<Entry>>): Uint8Array
}

/** An entry of the catalogue, its options typed by their names. */
export function loss<const Entry extends Options>(entry: Loss<Entry>): Loss<Entry> {
  return entry
}
