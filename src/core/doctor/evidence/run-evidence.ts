import { networkStatistics, type LayerStatistics } from '../../inspect/statistics-layers'
import type { WireError } from '../../messages/app-error'
import { initialParameters, type Parameters } from '../../network/parameters'
import { parameterCount } from '../../network/spec'
import { freshOptimizerState } from '../../network/update'
import { gatherSamples } from '../../nn/targets'
import type { Prepared } from '../../preparation/prepare'
import type { Settings } from '../../settings/settings'
import type { History } from '../../train/history'
import type { Trainer } from '../../train/trainer'
import { constantLoss } from './constant-loss'
import { onceForEach } from './once-for-each'
import { rarestRecall } from './rarest-recall'
import { testError } from './test-error'
import { thinHistory } from './thin-history'
import type { Trial } from './trial'

/** The input of the rules: the settings, the prepared data, and what was measured of the run so far. */
export interface RunEvidence {
  readonly settings: Settings
  readonly prepared: Prepared
  /** One value an epoch from epoch 0 to the one whose weights are the result; NaN in epochs that were not evaluated. */
  readonly history: History
  /** Number of epochs trained, those after the result's included. */
  readonly epochs: number
  /** Why the run failed. */
  readonly failure: WireError | null
  /** Statistics of each layer with the result's weights, on up to ROWS training rows; empty where the network is too large. */
  readonly layers: readonly LayerStatistics[]
  /** The same of the untrained network, with the first step of its optimizer. */
  readonly untrained: readonly LayerStatistics[]
  /** Data loss of the best constant prediction on the training rows. */
  readonly baseline: number
  /** Standard error of the test loss; null without test rows, and where the network is too large. */
  readonly testError: number | null
  /** Recall of the class with the fewest training rows, 0–1; null where there are no classes, and where the network is too large. */
  readonly rarestRecall: number | null
  /** Settings tried before on the same data, in their order. */
  readonly tried: readonly Trial[]
}

/** Rows that layers are measured on: a unit that is 0 on all of so many is dead, and not only at rest. */
const ROWS = 256

/** Products that one pass may take: some tenth of a second. Larger networks are measured on fewer rows, and the largest not at all. */
const MOST_PRODUCTS = 1e7
const MOST_PARAMETERS = 5e5

/** More epochs than this add nothing to a curve. */
const MOST_EPOCHS = 2000

/** A run to be examined. */
export interface ExaminedRun {
  readonly settings: Settings
  readonly prepared: Prepared
  readonly trainer: Trainer
  readonly failure: WireError | null
  readonly tried?: readonly Trial[]
}

/** Measures a run, which is not changed by it. */
export function runEvidence({ settings, prepared, trainer, failure, tried = [] }: ExaminedRun): RunEvidence {
  const { network } = trainer
  const { epoch, parameters } = trainer.result
  const count = parameterCount(network)
  const isSmall = count <= MOST_PARAMETERS
  const rows = Math.max(1, Math.floor(MOST_PRODUCTS / count))
  return {
    settings,
    prepared,
    history: thinHistory(trainer.history, epoch + 1, MOST_EPOCHS),
    epochs: trainer.epoch,
    failure,
    layers: isSmall ? statisticsOf(trainer, settings, parameters, rows) : [],
    untrained: isSmall ? untrainedLayers(trainer, settings, rows) : [],
    baseline: baselineOf(prepared),
    testError: isSmall ? testError(prepared, parameters, rows) : null,
    rarestRecall: isSmall ? rarestRecall(prepared, parameters, rows) : null,
    tried
  }
}

const baselineOf = onceForEach((prepared: Prepared) => constantLoss(prepared))

/** The statistics of the untrained network, which change with the live settings alone. */
function untrainedLayers(trainer: Trainer, settings: Settings, rows: number): readonly LayerStatistics[] {
  const { objective, learningRate, clip = null } = trainer.live
  const settingsOfStep = JSON.stringify([objective, learningRate, clip])
  const known = lastUntrained(trainer)
  if (known.settingsOfStep !== settingsOfStep) {
    const { init } = settings.seeds
    const parameters = initialParameters(trainer.network, init, settings.precision, settings.initializer)
    Object.assign(known, { settingsOfStep, layers: statisticsOf(trainer, settings, parameters, rows) })
  }
  return known.layers
}

const lastUntrained = onceForEach((_trainer: Trainer): { settingsOfStep: string; layers: readonly LayerStatistics[] } => ({
  settingsOfStep: '',
  layers: []
}))

function statisticsOf({ network, live, orders, train }: Trainer, { optimizer }: Settings, parameters: Parameters, rows: number) {
  const { objective, learningRate, clip = null } = live
  const batch = gatherSamples(train, orders.first(Math.min(ROWS, rows)))
  const optimizerState = freshOptimizerState(optimizer, parameters)
  return networkStatistics({ network, objective, parameters, batch, optimizer, optimizerState, learningRate, clip }).layers
}
