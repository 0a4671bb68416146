import type { Prepared } from '../preparation/prepare'
import { plainMachine } from '../machines/plain/plain-machine'
import { metricOf, type Metric } from '../metrics/metric'
import { initialParameters } from '../network/parameters'
import type { NetworkSpec } from '../network/spec'
import { gatherSamples, targetCount } from '../nn/targets'
import { createStream, permutation } from '../random/random'
import { Trainer } from '../train/trainer'

/** Number of rows that any working network can memorize. */
export const OVERFIT_ROWS = 20

const EPOCHS = 1000

/** Adam's own default is 0.001; on so few rows ten times that is faster and as safe. */
const LEARNING_RATE = 0.01

/** Memorized means: every class correct, or this fraction of the variance explained, and the loss almost 0. */
const METRIC = { accuracy: 1, r2: 0.99 } as const satisfies Record<Metric, number>
const LOSS_LEFT = 0.1

/** Result of the test. */
export interface OverfitResult {
  readonly passed: boolean
  readonly rows: number
  readonly epochs: number
  readonly startLoss: number
  readonly loss: number
  readonly metric: Metric
  readonly score: number
}

/**
 * Trains a new network of the same shape on twenty training rows, without regularizer or dropout, until it has memorized them or
 * 1,000 epochs are over. A network that fails has a fault that no amount of data cures: contradictory labels, inputs without
 * information, or too few units.
 * Throws: numeric.diverged.
 * Source: CS231n notes "Neural Networks Part 3" (overfit a tiny subset of data, 20 examples); A. Karpathy, "A recipe for training
 * neural networks", 2019 (overfit one batch).
 */
export class OverfitTest {
  private readonly trainer: Trainer
  private readonly metric: Metric
  private readonly rows: number

  constructor({ network, train, loss }: Pick<Prepared, 'network' | 'train' | 'loss'>, seed = 1) {
    const count = targetCount(train.targets)
    const order = permutation(count, createStream('check', seed, 0))
    const plain: NetworkSpec = { ...network, layers: network.layers.map(({ units, activation }) => ({ units, activation })) }
    this.rows = Math.min(OVERFIT_ROWS, count)
    this.metric = metricOf(loss)
    this.trainer = new Trainer({
      network: plain,
      objective: { loss, regularization: {} },
      optimizer: { kind: 'adam' },
      learningRate: LEARNING_RATE,
      batchSize: this.rows,
      epochs: EPOCHS,
      machine: plainMachine,
      evaluation: 'every',
      shuffleSeed: seed,
      parameters: initialParameters(plain, seed, train.X.data instanceof Float32Array ? 'f32' : 'f64'),
      train: gatherSamples(train, order.subarray(0, this.rows)),
      test: gatherSamples(train, [])
    })
  }

  /** Trains one more epoch; false when the test is decided. */
  next(): boolean {
    const { passed, epochs } = this.result()
    if (passed || epochs >= EPOCHS) return false
    this.trainer.trainEpoch()
    return true
  }

  /** Progress, 0–1. */
  get share(): number {
    return this.trainer.epoch / EPOCHS
  }

  result(): OverfitResult {
    const { history, epoch } = this.trainer
    const { trainLoss: loss, trainMetric: score } = history.lastEvaluated
    const startLoss = history.at(0).trainLoss
    const passed = score >= METRIC[this.metric] && loss <= LOSS_LEFT * startLoss
    return { passed, rows: this.rows, epochs: epoch, startLoss, loss, metric: this.metric, score }
  }
}
