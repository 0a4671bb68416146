import {
  diagnose,
  gatherSamples,
  learningRateFactors,
  networkStatistics,
  parameterCount,
  targetCount,
  type NetworkStatistics,
  type Samples
} from '#core'
import type { DoctorView, InsideView } from '#shared/insights'
import type { Examined } from './examined'
import { thinHistory } from './thin-history'

/** Products that one look may take in each of its passes: some tenth of a second. Of a large network fewer rows are looked at. */
const MOST_PRODUCTS = 1e7

/** A network with more parameters is not looked into unasked: to copy it alone takes as long as a step. */
const MOST_PARAMETERS = 5e5

/** So many epochs tell what there is to tell. */
const MOST_EPOCHS = 2000

/** What goes on inside the network on the first mini-batch, and what the next step would do. */
export function insideView(examined: Examined): InsideView {
  return { ...statisticsOf(examined), epoch: examined.trainer.epoch, learningRate: rateOf(examined) }
}

/** What ails the run. */
export function doctorView(examined: Examined): DoctorView {
  const { settings, prepared, failure, trainer } = examined
  const layers = parameterCount(trainer.network) > MOST_PARAMETERS ? [] : statisticsOf(examined).layers
  const history = thinHistory(trainer.history, MOST_EPOCHS)
  return { epoch: trainer.epoch, findings: diagnose({ settings, prepared, history, failure, layers }) }
}

function statisticsOf(examined: Examined): NetworkStatistics {
  const { trainer, settings } = examined
  const { network, live, parameters, optimizerState } = trainer
  return networkStatistics({
    network,
    objective: live.objective,
    parameters,
    batch: firstRows(trainer.firstBatch(), Math.max(1, Math.floor(MOST_PRODUCTS / parameterCount(network)))),
    optimizer: settings.optimizer,
    optimizerState,
    learningRate: rateOf(examined),
    clip: live.clip ?? null
  })
}

function firstRows(batch: Samples, most: number): Samples {
  const rows = targetCount(batch.targets)
  return rows <= most ? batch : gatherSamples(batch, Int32Array.from({ length: most }, (_, i) => i))
}

/** The rate at the beginning of the epoch, by the schedule. */
function rateOf({ trainer: { live, epoch } }: Examined): number {
  const { learningRate, schedule = { kind: 'constant' }, epochs = 1 } = live
  return learningRate * learningRateFactors(schedule)({ epoch, part: 0, epochs })
}
