import type { Note } from '../messages/catalogue'
import { forEachPart, type CooperativeTask } from '../tasks/task'
import type { Labels } from './labels'
import type { Sides } from './split'

/** How many rows of each side are of a class, or say yes to a label. */
export interface ClassCount {
  readonly name: string
  readonly train: number
  readonly validation: number
  readonly test: number
}

/** Each class with its rows, in order; null where the target is none of classes. */
export function* countClasses(labels: Labels, sides: Sides): CooperativeTask<readonly ClassCount[] | null> {
  if (labels.kind !== 'classes') return null
  const { names, indices } = labels
  const train = yield* countIn(indices, sides.train, names.length)
  const validation = yield* countIn(indices, sides.validation, names.length)
  const test = yield* countIn(indices, sides.test, names.length)
  return names.map((name, i) => ({ name, train: train[i], validation: validation[i], test: test[i] }))
}

/** Each label with the rows that say yes to it; null where the targets are none. */
export function* countYes(
  labels: readonly Labels[],
  targets: readonly string[],
  sides: Sides
): CooperativeTask<readonly ClassCount[] | null> {
  const counts: ClassCount[] = []
  for (const [t, one] of labels.entries()) {
    if (one.kind !== 'label') return null
    const [, train] = yield* countIn(one.indices, sides.train, 2)
    const [, validation] = yield* countIn(one.indices, sides.validation, 2)
    const [, test] = yield* countIn(one.indices, sides.test, 2)
    counts.push({ name: targets[t], train, validation, test })
  }
  return counts
}

/** How many rows of a side have each index. */
function* countIn(indices: Int32Array, side: Int32Array, count: number): CooperativeTask<Int32Array> {
  const counts = new Int32Array(count)
  yield* forEachPart(side.length, (from, to) => {
    for (let i = from; i < to; i++) counts[indices[side[i]]]++
  })
  return counts
}

/** Tells of classes without training rows. */
export function notesOnClasses(name: string, counts: readonly ClassCount[]): Note[] {
  return counts.filter(({ train }) => train === 0).map((entry) => ({ code: 'note.missing-class', details: { name, value: entry.name } }))
}
