import { Trainer, type MachineFactory, type Precision } from '#core'
import { digestOfHistory, digestOfParameters } from './digest'
import { runOptions, type RunSpec } from './runs'

const l1AndL2 = { loss: { kind: 'softmax-cross-entropy' }, regularization: { l1: 0.003, l2: 0.02 } } as const

/** Every optimizer, dropout, clipping, schedules, regularizers; sizes that fill no panel. */
const specs: Readonly<Record<string, RunSpec>> = {
  'gradient descent, tanh': { sizes: [17, 33, 9, 4] },
  'momentum, clipped': { sizes: [17, 65, 3], activation: 'gelu', options: { optimizer: { kind: 'sgd', momentum: 0.9 }, clip: 0.3 } },
  'Nesterov, l1 and l2': {
    sizes: [9, 21, 5],
    activation: 'relu',
    options: { optimizer: { kind: 'sgd', momentum: 0.8, nesterov: true }, objective: l1AndL2 }
  },
  'RMSprop, dropout': { sizes: [11, 47, 23, 6], dropout: 0.3, options: { learningRate: 0.003, optimizer: { kind: 'rmsprop' } } },
  'AdaGrad, step decay': {
    sizes: [13, 21, 7],
    loss: 'mean-squared-error',
    options: { optimizer: { kind: 'adagrad' }, schedule: { kind: 'step', every: 1, factor: 0.5 } }
  },
  'Adam, cosine': {
    sizes: [15, 31, 16],
    activation: 'silu',
    options: { learningRate: 0.01, optimizer: { kind: 'adam' }, schedule: { kind: 'cosine' }, epochs: 3 }
  },
  'AdamW, dropout, clipped': {
    sizes: [8, 40, 12, 3],
    activation: 'elu',
    dropout: 0.2,
    options: { learningRate: 0.01, optimizer: { kind: 'adamw' }, clip: 1 }
  },
  'binary cross-entropy, sigmoid, large rate': {
    sizes: [6, 19, 1],
    activation: 'sigmoid',
    loss: 'binary-cross-entropy',
    options: { learningRate: 3 }
  },
  'Huber, softplus, one row a batch': { sizes: [5, 9, 2], activation: 'softplus', loss: 'huber', rows: 21, options: { batchSize: 1 } },
  'hinge, more rows than one float32 sum has': {
    sizes: [3, 8, 4],
    activation: 'leaky-relu',
    loss: 'multiclass-hinge',
    rows: 1500,
    options: { batchSize: 1400 }
  }
}

/** Twenty runs: each of these in float32 and in float64. */
export const twentyRuns = (['f32', 'f64'] as const).flatMap((precision: Precision) =>
  Object.entries(specs).map(([name, spec]) => ({ name: `${precision}, ${name}`, options: runOptions(spec, precision) }))
)

/** The SHA-256 of the weights and of the history of each of the twenty runs after three epochs, by name. */
export function digestsOfTwentyRuns(machine: MachineFactory): Record<string, string> {
  return Object.fromEntries(
    twentyRuns.map(({ name, options }) => {
      const trainer = new Trainer({ ...options, machine })
      while (trainer.epoch < 3) trainer.trainSteps(1000, 3)
      const digest = `${digestOfParameters(trainer.parameters)} ${digestOfHistory(trainer.history.slice())}`
      trainer.release()
      return [name, digest]
    })
  )
}
