import {
  gatherSamples,
  learningRateFactors,
  networkStatistics,
  parameterCount,
  targetCount,
  type NetworkStatistics,
  type OptimizerSpec,
  type Samples,
  type Trainer
} from '#core'

/** A run, and what it is trained by. */
export interface Looked {
  readonly trainer: Trainer
  readonly optimizer: OptimizerSpec
}

/** What goes on inside a run on its first mini-batch, or on so many rows of it that each pass takes no more than `products`. */
export function statisticsOf({ trainer, optimizer }: Looked, products: number): NetworkStatistics {
  const { network, live, parameters, optimizerState } = trainer
  return networkStatistics({
    network,
    objective: live.objective,
    parameters,
    batch: firstRows(trainer.firstBatch(), Math.max(1, Math.floor(products / parameterCount(network)))),
    optimizer,
    optimizerState,
    learningRate: rateOf(trainer),
    clip: live.clip ?? null
  })
}

/** The rate at the beginning of the epoch, by the schedule. */
export function rateOf({ live, epoch }: Trainer): number {
  const { learningRate, schedule = { kind: 'constant' }, epochs = 1 } = live
  return learningRate * learningRateFactors(schedule)({ epoch, part: 0, epochs })
}

function firstRows(batch: Samples, most: number): Samples {
  const rows = targetCount(batch.targets)
  return rows <= most
    ? batch
    : gatherSamples(
        batch,
        Int32Array.from({ length: most }, (_, i) => i)
      )
}
