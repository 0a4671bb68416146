import type { Text } from '../messages/texts-of'
import type { Numbers } from '../tensor/matrix'
import type { FormulaSymbol } from './formula'
import type { Options, OptionValues } from './option'

/** The numbers that an update is made with. */
export interface UpdateContext<Entry extends Options = Options> {
  readonly options: OptionValues<Entry>
  readonly learningRate: number
  /** From 1. */
  readonly step: number
  /** Whether Nesterov's look-ahead is chosen. */
  readonly nesterov: boolean
}

/** A step of an update: what an optimizer keeps or computes on its way, or the new parameter. */
export interface UpdateStep {
  /** `W` for the new parameter. */
  readonly name: string
  /** The slot that keeps it from update to update; absent for what is computed anew. */
  readonly slot?: number
  /** The settings it is made with; all unless given. */
  when?(settings: Pick<UpdateContext, 'options' | 'nesterov'>): boolean
  /**
   * Its value as an expression of `walk/code/parse.ts`: of `W`, `g`, the options, the learning rate `eta`, the number of the update
   * `t`, from 1, and the steps: one that is not done yet has its value before the update.
   */
  readonly expression: string
  /** The value in plain text, which the new parameter needs not, and as KaTeX source. */
  readonly formula?: string
  readonly tex: string
  /** KaTeX source of its symbol; a step without one is written out where it is read. */
  readonly symbol?: string
  /** KaTeX source before its line on a sheet. */
  readonly note?: string
}

/** An optimizer: the rule by which a parameter W follows its gradient g, which includes the regularizer; η is the learning rate. */
export interface Optimizer<Entry extends Options = Options> {
  readonly label: Text
  readonly options: Entry
  /** Whether Nesterov's look-ahead can be chosen. */
  readonly nesterov: boolean
  /** The number of arrays of the parameter's size that it keeps from step to step, at most 2; all begin at 0. */
  readonly slots: 0 | 1 | 2
  /** The slot of squared gradients, where there is one: it overflows while the weights, which then no longer move, stay finite. */
  readonly squares?: 0 | 1
  /** The options β whose 1 − βᵗ divide the moments at step t, in the order of the slots; none where no moment is corrected. */
  readonly biasCorrected: readonly string[]
  readonly formula: string
  /** The update as the walk takes it apart, in the order in which it is done; the new parameter W comes last. */
  readonly steps: readonly UpdateStep[]
  /** The symbols of the steps besides W, g and η. */
  readonly symbols: readonly FormulaSymbol[]
  /** One update in place. */
  update(parameter: Numbers, gradient: Numbers, slots: readonly Numbers[], context: UpdateContext<NoInfer<Entry>>): void
}

/** Returns an entry of the catalogue, its options typed by their names. */
export function optimizer<const Entry extends Options>(
  entry: Optimizer<Entry> & { readonly biasCorrected: readonly NoInfer<keyof Entry>[] }
): Optimizer<Entry> {
  return entry
}
