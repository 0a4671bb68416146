import type { Parameters } from '../network/parameters'
import type { NetworkSpec } from '../network/spec'
import type { OptimizerSpec } from '../nn/optimizers'
import type { Samples } from '../nn/targets'
import type { EvaluationChoice } from '../settings/choices'
import type { LiveSettings } from './live-settings'
import type { MachineFactory } from './machine'

/** The options of a Trainer. */
export interface TrainerOptions extends LiveSettings {
  readonly network: NetworkSpec
  /** Plain gradient descent unless given. */
  readonly optimizer?: OptimizerSpec
  /** Seeds the order of the rows, where epoch e's order depends on this and e alone, and the dropout masks of each step. */
  readonly shuffleSeed: number
  /** The weights to begin with; copied, and what `rewind` goes back to. */
  readonly parameters: Parameters
  readonly train: Samples
  readonly test: Samples
  /** Rows set apart besides those of the test, whose figures are recorded too; none unless given. */
  readonly validation?: Samples
  /** Makes the machine that computes it. */
  readonly machine: MachineFactory
  /** `auto` unless given. */
  readonly evaluation?: EvaluationChoice
  /** Whether epoch 0 is evaluated by `makeReady`, or before the first step, and not at once; not unless given. */
  readonly readyLater?: boolean
}
