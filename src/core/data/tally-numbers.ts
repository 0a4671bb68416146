import { forEachPart, partRows, type CooperativeTask } from '../tasks/task'
import { hashOf, NumberTally } from './number-tally'

/** With more distinct numbers a tally exceeds the processor's cache, where each access costs ten times as much. */
const mostAtOnce = 32_768

/** Approximate number of numbers in a group, where they are grouped. */
const groupSize = 16_384

/**
 * Counts the occurrences of numbers, and passes them to `visit` in one or more tallies that have no number in common; a tally must not be
 * used after the call. Many distinct numbers are first grouped by their hashes, so that each tally stays small: random access to memory
 * costs more than three sequential passes.
 */
export function* tallyNumbers(values: Float64Array, visit: (tally: NumberTally) => void): CooperativeTask<void> {
  const tally = new NumberTally(values.length)
  let done = 0
  while (done < values.length && tally.size <= mostAtOnce) {
    const to = Math.min(values.length, done + partRows)
    tally.add(values, done, to)
    yield to - done
    done = to
  }
  if (done === values.length) return visit(tally)
  const { grouped, starts } = yield* group(values)
  for (let g = 0; g + 1 < starts.length; g++) {
    tally.clear()
    tally.add(grouped, starts[g], starts[g + 1])
    visit(tally)
    yield starts[g + 1] - starts[g]
  }
}

/** Sorts the numbers into groups; returns them group after group, with the start of each and the end of the last. */
function* group(values: Float64Array): CooperativeTask<{ grouped: Float64Array; starts: Int32Array }> {
  let bits = 1
  while (values.length / (1 << bits) > groupSize && bits < 16) bits++
  const shift = 32 - bits
  const words = new Int32Array(values.buffer, values.byteOffset, 2 * values.length)
  const starts = new Int32Array((1 << bits) + 1)
  yield* forEachPart(values.length, (from, to) => {
    for (let i = from; i < to; i++) starts[groupOf(values, words, i, shift) + 1]++
  })
  for (let g = 1; g < starts.length; g++) starts[g] += starts[g - 1]
  const grouped = new Float64Array(values.length)
  const next = starts.slice()
  yield* forEachPart(values.length, (from, to) => {
    for (let i = from; i < to; i++) grouped[next[groupOf(values, words, i, shift)]++] = values[i]
  })
  return { grouped, starts }
}

function groupOf(values: Float64Array, words: Int32Array, i: number, shift: number): number {
  return values[i] === 0 ? 0 : hashOf(words[2 * i], words[2 * i + 1]) >>> shift
}
