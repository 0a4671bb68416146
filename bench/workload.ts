/**
 * One network, batch and optimizer to be timed: whole steps of gather, forward, softmax cross-entropy, backward and update in one precision.
 * Hidden layers are relu.
 */
export interface Workload {
  readonly name: string
  /** Inputs, hidden units, classes. */
  readonly layers: readonly number[]
  readonly batch: number
  /** The rows of the data set that batches are gathered from. */
  readonly rows: number
  readonly optimizer: 'sgd' | 'adam'
  readonly precision: 'f32' | 'f64'
}
