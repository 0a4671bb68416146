import {
  Trainer,
  copyParameters,
  matrixFrom,
  plainMachine,
  toRows,
  type ActivationName,
  type LossKind,
  type MachineFactory,
  type Matrix,
  type NetworkSpec,
  type Precision,
  type Samples,
  type TrainerOptions
} from '#core'
import { networkOf, parametersFor, samplesFor } from './problems'

/** A whole run, as a test describes it; what is left out of the options is plain gradient descent. */
export interface RunSpec {
  /** Inputs, units of each layer. */
  readonly sizes: readonly number[]
  readonly activation?: ActivationName
  readonly loss?: LossKind
  readonly dropout?: number
  readonly rows?: number
  readonly testRows?: number
  readonly options?: Partial<TrainerOptions>
}

/** The options of a trainer for a run on random data, all of one precision. */
export function runOptions(spec: RunSpec, precision: Precision): TrainerOptions {
  const { sizes, activation = 'tanh', loss = 'softmax-cross-entropy', dropout = 0, rows = 53, testRows = 19, options } = spec
  const whole = networkOf(sizes, activation, loss)
  const last = whole.layers.length - 1
  const network: NetworkSpec = { ...whole, layers: whole.layers.map((layer, l) => (l < last ? { ...layer, dropout } : layer)) }
  return {
    network,
    machine: plainMachine,
    objective: { loss: { kind: loss }, regularization: {} },
    learningRate: 0.05,
    batchSize: 17,
    shuffleSeed: 5,
    parameters: copyParameters(parametersFor(network, 3), precision),
    train: inPrecision(samplesFor(network, loss, 11, rows), precision),
    test: inPrecision(samplesFor(network, loss, 12, testRows), precision),
    ...options
  }
}

function inPrecision({ X, targets }: Samples, precision: Precision): Samples {
  const convert = (matrix: Matrix) => matrixFrom(toRows(matrix), precision)
  return { X: convert(X), targets: targets.kind === 'classes' ? targets : { ...targets, values: convert(targets.values) } }
}

/** The outcome of a run: the total loss of every mini-batch before its step, and where it ended. */
export function trained(options: TrainerOptions, machine: MachineFactory, epochs = 3) {
  const trainer = new Trainer({ ...options, machine })
  try {
    const losses: number[] = []
    while (trainer.epoch < epochs) {
      const loss = trainer.trainStep()
      // Null after a part of a long step, and where a step has to be taken again.
      if (loss !== null) losses.push(loss)
    }
    return { losses, state: trainer.state() }
  } finally {
    trainer.release()
  }
}
