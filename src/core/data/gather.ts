import { forEachPart, type CooperativeTask } from '../tasks/task'

/** Gathers the integers at the given indices, in their order. */
export function gatherIntegers(integers: Int32Array, places: Int32Array): Int32Array {
  const gathered = new Int32Array(places.length)
  for (let i = 0; i < places.length; i++) gathered[i] = integers[places[i]]
  return gathered
}

/** Gathers the numbers at the given indices, in their order. */
export function* gatherNumbers(numbers: Float64Array, places: Int32Array): CooperativeTask<Float64Array> {
  const gathered = new Float64Array(places.length)
  yield* forEachPart(places.length, (from, to) => {
    for (let i = from; i < to; i++) gathered[i] = numbers[places[i]]
  })
  return gathered
}
