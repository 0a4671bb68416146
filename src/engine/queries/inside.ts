import { diagnose, runEvidence } from '#core'
import type { DoctorView, InsideView } from '#shared/contract'
import type { RunContext } from '../context/run-context'
import { scheduledRate, statisticsOf } from '../run/network-statistics'

/** Products that the statistics may take in each pass: some tenth of a second. Those of a large network are of fewer rows. */
const MOST_PRODUCTS = 1e7

/** The statistics of the layers on the first mini-batch and of the next step's updates, and each layer over the epochs so far. */
export function insideView({ trainer, settings: { optimizer }, snapshots }: RunContext): InsideView {
  const now = statisticsOf(trainer, optimizer, MOST_PRODUCTS)
  snapshots.keep(now)
  return { ...now, epoch: trainer.epoch, learningRate: scheduledRate(trainer), times: snapshots.times }
}

/** The doctor's findings about the run; none before the first step but those about the data. */
export function doctorView({ settings, prepared, failure, trainer, tried }: RunContext): DoctorView {
  const findings = diagnose(runEvidence({ settings, prepared, trainer, failure, tried: tried.all }))
  tried.diagnosed(settings, findings)
  return { epoch: trainer.epoch, findings }
}
