import { forEachPart, type CooperativeTask } from '../tasks/task'

/** Up to this many numbers are sorted directly, in a few milliseconds. */
const mostSorted = 32_768

/** Number of ranges of equal width in which numbers are counted. */
const ranges = 65_536

/**
 * Computes order statistics of finite numbers: those at the given indices (from 0, ascending) of the sorted numbers. Numbers are counted
 * in ranges of equal width, and only the ranges that contain an index are examined further.
 */
export function* orderStatistics(values: Float64Array, places: readonly number[]): CooperativeTask<number[]> {
  const { minimum, maximum } = yield* extremesOf(values)
  if (minimum === maximum) return places.map(() => minimum)
  // Between numbers next to zero there are no ranges.
  if (values.length <= mostSorted || maximum / 2 - minimum / 2 === 0) {
    const sorted = values.slice().sort()
    yield values.length
    return places.map((place) => sorted[place])
  }
  const rangeOf = ranger(minimum, maximum)
  const counts = new Int32Array(ranges)
  yield* forEachPart(values.length, (from, to) => {
    for (let i = from; i < to; i++) counts[rangeOf(values[i])]++
  })
  const wanted = rangesWith(places, counts)
  const members = wanted.map(({ range }) => new Float64Array(counts[range]))
  const groups = new Int32Array(ranges).fill(-1)
  wanted.forEach(({ range }, group) => (groups[range] = group))
  const sizes = new Int32Array(wanted.length)
  yield* forEachPart(values.length, (from, to) => {
    for (let i = from; i < to; i++) {
      const group = groups[rangeOf(values[i])]
      if (group >= 0) members[group][sizes[group]++] = values[i]
    }
  })
  const found: number[] = []
  for (const [group, { within }] of wanted.entries()) found.push(...(yield* orderStatistics(members[group], within)))
  return found
}

/** Returns the ranges that contain indices, with the indices relative to the start of each range. */
function rangesWith(places: readonly number[], counts: Int32Array): { readonly range: number; readonly within: number[] }[] {
  const found: { range: number; within: number[] }[] = []
  let [below, range] = [0, 0]
  for (const place of places) {
    while (place >= below + counts[range]) below += counts[range++]
    if (found.at(-1)?.range === range) found[found.length - 1].within.push(place - below)
    else found.push({ range, within: [place - below] })
  }
  return found
}

function* extremesOf(values: Float64Array): CooperativeTask<{ minimum: number; maximum: number }> {
  let minimum = Infinity
  let maximum = -Infinity
  yield* forEachPart(values.length, (from, to) => {
    for (let i = from; i < to; i++) {
      if (values[i] < minimum) minimum = values[i]
      if (values[i] > maximum) maximum = values[i]
    }
  })
  return { minimum, maximum }
}

/** Returns a function from a number to its range; a larger number is never in an earlier range, since every operation is monotonic. */
function ranger(minimum: number, maximum: number): (x: number) => number {
  // Halves, so that the width of numbers from both ends of the range is finite.
  const width = maximum / 2 - minimum / 2
  return (x) => {
    const range = (((x / 2 - minimum / 2) / width) * ranges) | 0
    return range < ranges ? range : ranges - 1
  }
}
