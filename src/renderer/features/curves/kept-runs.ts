import type { History, Metric, NetworkSpec, RunRecord } from '#core'
import type { ExperimentState } from '#shared/contract'
import type { HistoryBuffer } from '../../engine-client/history-buffer'

/** So many runs are kept at most. */
export const MOST_KEPT = 8

/** So many epochs of a run at most: more than a chart is wide in pixels. */
export const MOST_EPOCHS = 2000

/** A run kept to compare with: what it was, and its curves. */
export interface KeptRun extends Pick<RunRecord, 'settings' | 'network' | 'history'> {
  /** From 1; it is also how the run is called in the charts. */
  readonly place: number
  readonly isShown: boolean
  /** Name of its dataset. */
  readonly data: string
  /** The metric of its curves: only like ones are laid over one another. */
  readonly metric: Metric
  readonly hasTest: boolean
  /** The epochs of its history that were kept, ascending; each series has one number for each. */
  readonly epochs: Float64Array
}

/** A run before it has a place among those kept. */
export type KeptRunFigures = Omit<KeptRun, 'place' | 'isShown'>

/** The run as it stands, with every epoch of a short one, and of a long one the first, the last and evenly many between them. */
export function keptRun(
  { settings, data, metric, prepared }: ExperimentState,
  network: NetworkSpec,
  history: HistoryBuffer
): KeptRunFigures {
  const epochs = evenly(history.length, MOST_EPOCHS)
  const column = (values: Float64Array) => Float64Array.from(epochs, (epoch) => values[epoch])
  const series = (name: keyof History) => column(history.series(name))
  return {
    data: data.toy?.name ?? data.name,
    settings,
    network,
    metric,
    hasTest: prepared?.testRows !== 0,
    epochs,
    history: {
      trainLoss: series('trainLoss'),
      testLoss: series('testLoss'),
      trainMetric: series('trainMetric'),
      testMetric: series('testMetric'),
      ...(history.hasValidation ? { validationLoss: series('validationLoss'), validationMetric: series('validationMetric') } : {})
    }
  }
}

function evenly(count: number, most: number): Float64Array {
  if (count <= most) return Float64Array.from({ length: count }, (_, epoch) => epoch)
  return Float64Array.from({ length: most }, (_, i) => Math.round((i * (count - 1)) / (most - 1)))
}

/** With one more run, at the lowest place that is free; when none is, the oldest one goes. */
export function withRun(runs: readonly KeptRun[], figures: KeptRunFigures): readonly KeptRun[] {
  const kept = runs.length < MOST_KEPT ? runs : runs.slice(1)
  const taken = new Set(kept.map(({ place }) => place))
  let place = 1
  while (taken.has(place)) place++
  return [...kept, { ...figures, place, isShown: true }]
}

/** The number of a kept curve at an epoch; NaN where that was not kept. */
export function keptAt({ epochs, values }: { readonly epochs: Float64Array; readonly values: Float64Array }, epoch: number): number {
  let [low, high] = [0, epochs.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (epochs[middle] < epoch) low = middle + 1
    else high = middle
  }
  return epochs[low] === epoch ? values[low] : Number.NaN
}
