import { inParts, type Work } from '../work'

/** So many numbers are sorted in some milliseconds. */
const mostSorted = 32_768

/** Among so many ranges of equal width the numbers are counted at a time. */
const ranges = 65_536

/**
 * The numbers that would stand at the given places (from 0, in ascending order) if finite numbers were in ascending order. They are counted in
 * ranges of equal width, and only the numbers of those ranges in which a place lies are looked at more closely.
 */
export function* orderStatistics(values: Float64Array, places: readonly number[]): Work<number[]> {
  if (values.length <= mostSorted) {
    const sorted = values.slice().sort()
    yield values.length
    return places.map((place) => sorted[place])
  }
  const { minimum, maximum } = yield* extremesOf(values)
  if (minimum === maximum) return places.map(() => minimum)
  const rangeOf = ranger(minimum, maximum)
  const counts = new Int32Array(ranges)
  yield* inParts(values.length, (from, to) => {
    for (let i = from; i < to; i++) counts[rangeOf(values[i])]++
  })
  const found: number[] = []
  let below = 0
  for (let range = 0; range < ranges; range++) {
    if (found.length < places.length && places[found.length] < below + counts[range]) {
      const above = below + counts[range]
      const within = places.slice(found.length).filter((place) => place < above).map((place) => place - below)
      const members = yield* pick(values, counts[range], (x) => rangeOf(x) === range)
      found.push(...(yield* orderStatistics(members, within)))
    }
    below += counts[range]
  }
  return found
}

function* extremesOf(values: Float64Array): Work<{ minimum: number; maximum: number }> {
  let minimum = Infinity
  let maximum = -Infinity
  yield* inParts(values.length, (from, to) => {
    for (let i = from; i < to; i++) {
      if (values[i] < minimum) minimum = values[i]
      if (values[i] > maximum) maximum = values[i]
    }
  })
  return { minimum, maximum }
}

/** In which range a number lies; a larger number never lies in an earlier one, since every operation here keeps that order. */
function ranger(minimum: number, maximum: number): (x: number) => number {
  // Halves, so that the width of numbers from both ends of the range is finite.
  const width = maximum / 2 - minimum / 2
  return (x) => Math.min(ranges - 1, Math.floor(((x / 2 - minimum / 2) / width) * ranges))
}

function* pick(values: Float64Array, count: number, isMeant: (x: number) => boolean): Work<Float64Array> {
  const picked = new Float64Array(count)
  let next = 0
  yield* inParts(values.length, (from, to) => {
    for (let i = from; i < to; i++) if (isMeant(values[i])) picked[next++] = values[i]
  })
  return picked
}
