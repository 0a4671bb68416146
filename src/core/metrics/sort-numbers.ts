import { forEachPart, partRows, type CooperativeTask } from '../tasks/task'

/** Returns the numbers sorted in ascending order, as a copy: parts are sorted one by one, then merged pairwise. */
export function* sortNumbers(values: Float64Array): CooperativeTask<Float64Array> {
  let sorted = values.slice()
  yield* forEachPart(sorted.length, (from, to) => sorted.subarray(from, to).sort())
  let other = new Float64Array(sorted.length)
  for (let width = partRows; width < sorted.length; width *= 2) {
    for (let from = 0; from < sorted.length; from += 2 * width) yield* merge(sorted, other, from, width)
    ;[sorted, other] = [other, sorted]
  }
  return sorted
}

/** Merges the `width` sorted numbers from `from` on with as many after those. */
function* merge(source: Float64Array, into: Float64Array, from: number, width: number): CooperativeTask<void> {
  const middle = Math.min(source.length, from + width)
  const end = Math.min(source.length, from + 2 * width)
  let [a, b] = [from, middle]
  yield* forEachPart(end - from, (start, stop) => {
    for (let to = from + start; to < from + stop; to++) {
      into[to] = b >= end || (a < middle && source[a] <= source[b]) ? source[a++] : source[b++]
    }
  })
}
