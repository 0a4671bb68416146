import { createStream } from '../random/random'
import { toys, type ToyName } from './catalogue'
import { fillKnobs } from './knobs'
import { rounded } from './round'
import type { Knobs, ToyPoint } from './toy'

/** The names of classes, as many as a toy can have. */
export const toyLabels: readonly string[] = ['A', 'B', 'C', 'D', 'E']

/**
 * The points of a toy data set: the classes in turn, so that they are balanced to within one point, each coordinate with
 * normal noise (only y where that is to be predicted), rounded to as many decimals as the CSV has. Places and noise are drawn
 * from streams of their own: with another size the points both have are the same, and with other noise they are moved along
 * the same directions.
 * Throws: spec, when a knob is out of its range.
 */
export function makeToy(name: ToyName, given: Partial<Knobs> = {}): ToyPoint[] {
  const { task, place, classes } = toys[name]
  const knobs = fillKnobs(name, given)
  const { size, noise, seed } = knobs
  const [places, jitter] = [0, 1].map((index) => createStream('toy', seed, index))
  const count = classes(knobs)
  return Array.from({ length: size }, (_, i) => {
    const { x, y } = place(i % count, places, knobs)
    if (task === 'regression') return { x: rounded(x), y: rounded(y + noise * jitter.normal()), label: null }
    return { x: rounded(x + noise * jitter.normal()), y: rounded(y + noise * jitter.normal()), label: toyLabels[i % count] }
  })
}
