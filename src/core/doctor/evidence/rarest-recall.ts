import { isPositive, predictedClasses } from '../../metrics/predicted-classes'
import { forward, outputsOf } from '../../network/forward'
import type { Parameters } from '../../network/parameters'
import type { Targets } from '../../nn/targets'
import type { Prepared } from '../../preparation/prepare'
import { gatherRows } from '../../tensor/matrix'

/** Rows of the class that are looked at. */
const MOST_ROWS = 500

/**
 * Computes the recall TP / (TP + FN) of the class with the fewest training rows on up to `rows` of them; null where the target has no
 * classes.
 */
export function rarestRecall({ network, train, classCounts }: Prepared, parameters: Parameters, rows: number): number | null {
  const rarest = rarestClass(classCounts)
  if (rarest === null) return null
  const places = placesOf(train.targets, rarest, Math.min(rows, MOST_ROWS))
  const outputs = outputsOf(forward(network, parameters, gatherRows(train.X, places)))
  const found = outputs.columns === 1 ? Array.from(outputs.data, (p) => (isPositive(p) ? 1 : 0)) : Array.from(predictedClasses(outputs))
  return found.filter((one) => one === rarest).length / places.length
}

/** Returns the index of the class with the fewest training rows, but some; null without classes. */
export function rarestClass(counts: Prepared['classCounts']): number | null {
  const present = (counts ?? []).map(({ train }, index) => ({ train, index })).filter(({ train }) => train > 0)
  if (present.length < 2) return null
  return present.reduce((least, one) => (one.train < least.train ? one : least)).index
}

function placesOf(targets: Targets, wanted: number, most: number): number[] {
  const places: number[] = []
  const classOf = (i: number) => (targets.kind === 'classes' ? targets.classes[i] : isPositive(targets.values.data[i]) ? 1 : 0)
  const count = targets.kind === 'classes' ? targets.classes.length : targets.values.rows
  for (let i = 0; i < count && places.length < most; i++) if (classOf(i) === wanted) places.push(i)
  return places
}
