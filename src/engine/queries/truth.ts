import type { Prepared, Targets } from '#core'

/** The true answer in the data's own units, or the number of the class. */
export function truthOf({ pipeline }: Prepared, targets: Targets, index: number, t: number): number {
  if (targets.kind === 'classes') return targets.classes[index]
  const target = pipeline.targets[t]
  const value = targets.values.data[index * targets.values.columns + t]
  return target.kind === 'number' ? target.mean + target.scale * value : value
}
