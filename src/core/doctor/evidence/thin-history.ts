import type { History, HistoryRecorder } from '../../train/history'

/**
 * Returns the first `length` epochs of a history with at most so many of them, and NaN in the others, as if they had not been evaluated:
 * the first and the last one, and evenly between them. A run of a million epochs is looked through in no time.
 */
export function thinHistory(recorder: HistoryRecorder, length: number, most: number): History {
  const count = Math.min(length, recorder.length)
  if (count <= most) return recorder.slice(0, count)
  const empty = () => new Float64Array(count).fill(NaN)
  const thin = { trainLoss: empty(), testLoss: empty(), trainMetric: empty(), testMetric: empty() }
  for (let i = 0; i < most; i++) {
    const epoch = Math.round((i * (count - 1)) / (most - 1))
    const record = recorder.at(epoch)
    for (const name of ['trainLoss', 'testLoss', 'trainMetric', 'testMetric'] as const) thin[name][epoch] = record[name]
  }
  return thin
}
