import type { Note } from '../texts'
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
export function countClasses(labels: Labels, sides: Sides): readonly ClassCount[] | null {
  if (labels.kind !== 'classes') return null
  const count = (side: Int32Array) => {
    const counts = labels.names.map(() => 0)
    for (const i of side) counts[labels.indices[i]]++
    return counts
  }
  const [train, validation, test] = [sides.train, sides.validation, sides.test].map(count)
  return labels.names.map((name, i) => ({ name, train: train[i], validation: validation[i], test: test[i] }))
}

/** Each label with the rows that say yes to it; null where the targets are none. */
export function countYes(labels: readonly Labels[], targets: readonly string[], sides: Sides): readonly ClassCount[] | null {
  if (labels[0].kind !== 'label') return null
  return labels.map((one, t) => {
    const count = (side: Int32Array) => (one.kind === 'label' ? side.reduce((sum, i) => sum + one.indices[i], 0) : 0)
    return { name: targets[t], train: count(sides.train), validation: count(sides.validation), test: count(sides.test) }
  })
}

/** Tells of classes without training rows. */
export function notesOnClasses(name: string, counts: readonly ClassCount[]): Note[] {
  return counts
    .filter(({ train }) => train === 0)
    .map((entry) => ({ code: 'note.missing-class', details: { name, value: entry.name } }))
}
