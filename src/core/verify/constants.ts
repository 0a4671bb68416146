import { fieldError } from '../settings/field-error'
import type { Pipeline } from '../preparation/pipeline'
import type { Precision } from '../tensor/matrix'

/**
 * Requires that the constants of a pipeline give numbers that a network can compute with. A divisor is above 0; a cell of 0 becomes an
 * input, and an output of 0 a prediction, that the network's precision can hold, and whose square, which gradients and their moments are
 * made of, float64 can.
 * Throws: format, naming the field.
 */
export function requireUsableConstants({ features, targets }: Pipeline, precision: Precision): void {
  features.forEach((feature, f) => requireUsable(`features.${f}`, feature, precision))
  targets.forEach((target, t) => {
    if (target.kind === 'number') requireUsable(`targets.${t}`, target, precision)
  })
}

function requireUsable(place: string, { mean, scale }: { readonly mean: number; readonly scale: number }, precision: Precision): void {
  if (!(scale > 0)) throw fieldError(`${place}.scale`, scale, '> 0')
  const reach = (Math.abs(mean) + scale) / scale
  const held = precision === 'f32' ? Math.fround(reach) : reach
  if (!Number.isFinite(held) || !Number.isFinite(reach * reach))
    throw fieldError(`${place}.mean`, mean, `|mean| / scale (${scale}) in ${precision}`)
}
