import { learningRateFactors, type Settings, type RunChange } from '#core'

type RateSettings = Pick<Settings, 'learningRate' | 'schedule' | 'epochs' | 'batchSize'>

export interface RatedRun {
  /** Numbers wanted: one an epoch, epoch 0 first. */
  readonly length: number
  /** As they are now, and the changes on the way to them. */
  readonly settings: RateSettings
  readonly changes: readonly RunChange[]
  readonly trainRows: number
}

/** The learning rate of the first step after so many epochs. */
export function rateCurve({ length, settings, changes, trainRows }: RatedRun): Float64Array {
  let now = changes.reduceRight<RateSettings>((all, { key, from }) => ({ ...all, [key]: from }), settings)
  const left = changes.toSorted((a, b) => a.step - b.step)
  let factor = learningRateFactors(now.schedule)
  const rates = new Float64Array(length)
  for (let epoch = 0; epoch < length; epoch++) {
    while (left.length > 0 && left[0].epoch <= epoch) {
      now = { ...now, [left[0].key]: left[0].to }
      factor = learningRateFactors(now.schedule)
      left.shift()
    }
    const part = Math.min(1, now.batchSize / Math.max(1, trainRows))
    rates[epoch] = now.learningRate * factor({ epoch, part, epochs: now.epochs })
  }
  return rates
}
