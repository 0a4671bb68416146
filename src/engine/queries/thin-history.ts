import type { History, HistoryRecorder } from '#core'

/**
 * The history with at most so many epochs and the others NaN, as if they had not been evaluated: the first and the last one, and
 * evenly between them. A run of a million epochs is looked through in no time.
 */
export function thinHistory(recorder: HistoryRecorder, most: number): History {
  const { length } = recorder
  if (length <= most) return recorder.slice()
  const empty = () => new Float64Array(length).fill(NaN)
  const thin = { trainLoss: empty(), testLoss: empty(), trainMetric: empty(), testMetric: empty() }
  for (let i = 0; i < most; i++) {
    const epoch = Math.round((i * (length - 1)) / (most - 1))
    const record = recorder.at(epoch)
    for (const name of ['trainLoss', 'testLoss', 'trainMetric', 'testMetric'] as const) thin[name][epoch] = record[name]
  }
  return thin
}
