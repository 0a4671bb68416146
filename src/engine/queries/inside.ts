import { diagnose, parameterCount } from '#core'
import type { DoctorView, InsideView } from '#shared/contract'
import type { RunContext } from '../context/run-context'
import { MOST_PARAMETERS } from '../run/layer-snapshots'
import { scheduledRate, statisticsOf } from '../run/network-statistics'
import { thinHistory } from './thin-history'

/** Products that the statistics may take in each pass: some tenth of a second. Those of a large network are of fewer rows. */
const MOST_PRODUCTS = 1e7

/** The doctor's rules see a thinned history: more epochs than this add nothing. */
const MOST_EPOCHS = 2000

/** The statistics of the layers on the first mini-batch and of the next step's updates, and each layer over the epochs so far. */
export function insideView({ trainer, settings: { optimizer }, snapshots }: RunContext): InsideView {
  const now = statisticsOf(trainer, optimizer, MOST_PRODUCTS)
  snapshots.keep(now)
  return { ...now, epoch: trainer.epoch, learningRate: scheduledRate(trainer), times: snapshots.times }
}

/** The doctor's findings about the run. */
export function doctorView({ settings, prepared, failure, trainer }: RunContext): DoctorView {
  const { optimizer } = settings
  const isLarge = parameterCount(trainer.network) > MOST_PARAMETERS
  const layers = isLarge ? [] : statisticsOf(trainer, optimizer, MOST_PRODUCTS).layers
  const history = thinHistory(trainer.history, MOST_EPOCHS)
  return { epoch: trainer.epoch, findings: diagnose({ settings, prepared, history, failure, layers }) }
}
