import { networkStatistics } from '../inspect/statistics-layers'
import { plainMachine } from '../machines/plain/plain-machine'
import type { Note } from '../messages/catalogue'
import { metricOf, type Metric } from '../metrics/metric'
import { initialParameters, type Parameters } from '../network/parameters'
import type { NetworkSpec } from '../network/spec'
import { freshOptimizerState } from '../network/update'
import type { LossSpec } from '../nn/losses'
import { gatherSamples, targetCount, type Samples } from '../nn/targets'
import type { Prepared } from '../preparation/prepare'
import { createStream, permutation } from '../random/random'
import { gatherRows } from '../tensor/matrix'
import { Trainer } from '../train/trainer'
import { layerFault } from './evidence/layer-fault'

/** Number of rows that any working network can memorize. */
export const OVERFIT_ROWS = 20

const EPOCHS = 1000

/** Adam's own default is 0.001; on so few rows ten times that is faster and as safe. */
const LEARNING_RATE = 0.01

const optimizer = { kind: 'adam' } as const

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
  /** Why it failed, as far as it can be told; null where it passed. */
  readonly reason: Note | null
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
  private readonly untrained: Parameters
  private readonly loss: LossSpec

  constructor({ network, train, loss }: Pick<Prepared, 'network' | 'train' | 'loss'>, seed = 1) {
    const count = targetCount(train.targets)
    const order = permutation(count, createStream('check', seed, 0))
    const plain: NetworkSpec = { ...network, layers: network.layers.map(({ units, activation }) => ({ units, activation })) }
    this.rows = Math.min(OVERFIT_ROWS, count)
    this.metric = metricOf(loss)
    this.loss = loss
    this.untrained = initialParameters(plain, seed, train.X.data instanceof Float32Array ? 'f32' : 'f64')
    this.trainer = new Trainer({
      network: plain,
      objective: { loss, regularization: {} },
      optimizer,
      learningRate: LEARNING_RATE,
      batchSize: this.rows,
      epochs: EPOCHS,
      machine: plainMachine,
      evaluation: 'every',
      shuffleSeed: seed,
      parameters: this.untrained,
      train: gatherSamples(train, order.subarray(0, this.rows)),
      test: gatherSamples(train, [])
    })
  }

  /** Trains one more epoch; false when the test is decided. */
  next(): boolean {
    const { passed, epochs } = this.standing()
    if (passed || epochs >= EPOCHS) return false
    this.trainer.trainEpoch()
    return true
  }

  /** Progress, 0–1. */
  get share(): number {
    return this.trainer.epoch / EPOCHS
  }

  result(): OverfitResult {
    const standing = this.standing()
    return { ...standing, reason: standing.passed ? null : this.reason() }
  }

  private standing(): Omit<OverfitResult, 'reason'> {
    const { history, epoch } = this.trainer
    const { trainLoss: loss, trainMetric: score } = history.lastEvaluated
    const startLoss = history.at(0).trainLoss
    const passed = score >= METRIC[this.metric] && loss <= LOSS_LEFT * startLoss
    return { passed, rows: this.rows, epochs: epoch, startLoss, loss, metric: this.metric, score }
  }

  /** Equal rows with different answers, a gradient that does not reach the first layers, or else too few units. */
  private reason(): Note {
    const { network, train, parameters } = this.trainer
    const clash = contradiction(train)
    if (clash) return { code: 'doctor.overfit.contradiction', details: clash }
    const fault = [this.untrained, parameters].map((one) => layerFault(this.statistics(network, one))).find((one) => one !== null)
    return { code: fault ? `doctor.overfit.${fault}` : 'doctor.overfit.units', details: {} }
  }

  private statistics(network: NetworkSpec, parameters: Parameters) {
    return networkStatistics({
      network,
      objective: { loss: this.loss, regularization: {} },
      parameters,
      batch: this.trainer.train,
      optimizer,
      optimizerState: freshOptimizerState(optimizer, parameters),
      learningRate: LEARNING_RATE,
      clip: null
    }).layers
  }
}

/** Finds two rows, counted from 1, with equal inputs and different answers; null where there are none. */
function contradiction({ X, targets }: Samples): { readonly first: number; readonly second: number } | null {
  const inputs = (i: number) => X.data.subarray(i * X.columns, (i + 1) * X.columns)
  const answer = (i: number) => (targets.kind === 'classes' ? [targets.classes[i]] : gatherRows(targets.values, [i]).data)
  const isEqual = (a: ArrayLike<number>, b: ArrayLike<number>) => Array.from(a).every((one, k) => one === b[k])
  for (let i = 0; i < X.rows; i++) {
    for (let j = 0; j < i; j++) {
      if (isEqual(inputs(i), inputs(j)) && !isEqual(answer(i), answer(j))) return { first: j + 1, second: i + 1 }
    }
  }
  return null
}
