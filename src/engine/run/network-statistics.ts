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

/**
 * The statistics of a network on its run's first mini-batch, or on so many rows of it that each pass takes no more than `products`
 * multiplications.
 */
export function statisticsOf(trainer: Trainer, optimizer: OptimizerSpec, products: number): NetworkStatistics {
  const { network, live, parameters, optimizerState } = trainer
  return networkStatistics({
    network,
    objective: live.objective,
    parameters,
    batch: firstRows(trainer.firstBatch(), Math.max(1, Math.floor(products / parameterCount(network)))),
    optimizer,
    optimizerState,
    learningRate: scheduledRate(trainer),
    clip: live.clip ?? null
  })
}

/** The learning rate at the beginning of the epoch, by the schedule. */
export function scheduledRate({ live, epoch }: Trainer): number {
  const { learningRate, schedule = { kind: 'constant' }, epochs = 1 } = live
  return learningRate * learningRateFactors(schedule)({ epoch, part: 0, epochs })
}

function firstRows(batch: Samples, most: number): Samples {
  if (targetCount(batch.targets) <= most) return batch
  return gatherSamples(
    batch,
    Int32Array.from({ length: most }, (_, i) => i)
  )
}
