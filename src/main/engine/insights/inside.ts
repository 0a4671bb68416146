import { diagnose, learningRateFactors, networkStatistics, type NetworkStatistics } from '#core'
import type { DoctorView, InsideView } from '#shared/insights'
import type { Examined } from './examined'

/** What goes on inside the network on the first mini-batch, and what the next step would do. */
export function insideView(examined: Examined): InsideView {
  return { ...statisticsOf(examined), epoch: examined.trainer.epoch, learningRate: rateOf(examined) }
}

/** What ails the run. */
export function doctorView(examined: Examined): DoctorView {
  const { settings, prepared, history, failure, trainer } = examined
  return { epoch: trainer.epoch, findings: diagnose({ settings, prepared, history, failure, layers: statisticsOf(examined).layers }) }
}

function statisticsOf(examined: Examined): NetworkStatistics {
  const { trainer, settings } = examined
  const { network, live } = trainer
  const { parameters, optimizer: optimizerState } = trainer.state()
  return networkStatistics({
    network,
    objective: live.objective,
    parameters,
    batch: trainer.firstBatch(),
    optimizer: settings.optimizer,
    optimizerState,
    learningRate: rateOf(examined),
    clip: live.clip ?? null
  })
}

/** The rate at the beginning of the epoch, by the schedule. */
function rateOf({ trainer: { live, epoch } }: Examined): number {
  const { learningRate, schedule = { kind: 'constant' }, epochs = 1 } = live
  return learningRate * learningRateFactors(schedule)({ epoch, part: 0, epochs })
}
