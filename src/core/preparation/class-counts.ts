import { listOfNames } from '../data/listing'
import type { Note } from '../messages/catalogue'
import { forEachPart, type CooperativeTask } from '../tasks/task'
import type { Labels } from './labels'
import type { Partition } from './split'

/** Number of rows of a class, or with a label, in each part of the split. */
export interface ClassCount {
  readonly name: string
  readonly train: number
  readonly validation: number
  readonly test: number
}

/** Counts the rows of each class, in order; null where the target has no classes. */
export function* countClasses(labels: Labels, partition: Partition): CooperativeTask<readonly ClassCount[] | null> {
  if (labels.kind !== 'classes') return null
  const { names, indices } = labels
  const train = yield* countIn(indices, partition.train, names.length)
  const validation = yield* countIn(indices, partition.validation, names.length)
  const test = yield* countIn(indices, partition.test, names.length)
  return names.map((name, i) => ({ name, train: train[i], validation: validation[i], test: test[i] }))
}

/** Counts the rows with each label; null where the targets are not labels. */
export function* countYes(
  labels: readonly Labels[],
  targets: readonly string[],
  partition: Partition
): CooperativeTask<readonly ClassCount[] | null> {
  const counts: ClassCount[] = []
  for (const [t, one] of labels.entries()) {
    if (one.kind !== 'label') return null
    const [, train] = yield* countIn(one.indices, partition.train, 2)
    const [, validation] = yield* countIn(one.indices, partition.validation, 2)
    const [, test] = yield* countIn(one.indices, partition.test, 2)
    counts.push({ name: targets[t], train, validation, test })
  }
  return counts
}

/** Counts the rows of a part of the split by class index. */
function* countIn(indices: Int32Array, rows: Int32Array, count: number): CooperativeTask<Int32Array> {
  const counts = new Int32Array(count)
  yield* forEachPart(rows.length, (from, to) => {
    for (let i = from; i < to; i++) counts[indices[rows[i]]]++
  })
  return counts
}

/** Returns a note for each class without training rows, and on the classes of two rows and more without test rows, where there are some. */
export function notesOnClasses(name: string, counts: readonly ClassCount[]): Note[] {
  const missing = counts.filter(({ train }) => train === 0)
  const isTested = counts.some(({ test }) => test > 0)
  const untested = isTested ? counts.filter(({ train, test }) => train > 1 && test === 0) : []
  const notes: Note[] = missing.map((entry) => ({ code: 'note.missing-class', details: { name, value: entry.name } }))
  if (untested.length > 0) {
    const classes = listOfNames(untested.map((entry) => entry.name))
    notes.push({ code: 'note.untested-classes', details: { name, classes, count: untested.reduce((sum, { train }) => sum + train, 0) } })
  }
  return notes
}
