import { diagnose, parameterCount } from '#core'
import type { DoctorView, InsideView } from '#shared/insights'
import type { Examined } from './examined'
import { MOST_PARAMETERS } from './layer-snapshots'
import { rateOf, statisticsOf } from './statistics-of'
import { thinHistory } from './thin-history'

/** Products that one look may take in each of its passes: some tenth of a second. Of a large network fewer rows are looked at. */
const MOST_PRODUCTS = 1e7

/** So many epochs tell what there is to tell. */
const MOST_EPOCHS = 2000

/** What goes on inside the network on the first mini-batch, what the next step would do, and how it came to that. */
export function insideView({ trainer, settings: { optimizer }, looks }: Examined): InsideView {
  const now = statisticsOf({ trainer, optimizer }, MOST_PRODUCTS)
  looks.keep(now)
  return { ...now, epoch: trainer.epoch, learningRate: rateOf(trainer), times: looks.times }
}

/** What ails the run. */
export function doctorView({ settings, prepared, failure, trainer }: Examined): DoctorView {
  const { optimizer } = settings
  const isLarge = parameterCount(trainer.network) > MOST_PARAMETERS
  const layers = isLarge ? [] : statisticsOf({ trainer, optimizer }, MOST_PRODUCTS).layers
  const history = thinHistory(trainer.history, MOST_EPOCHS)
  return { epoch: trainer.epoch, findings: diagnose({ settings, prepared, history, failure, layers }) }
}
