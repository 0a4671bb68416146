import { AppError } from '../messages/app-error'
import { toys, type ToyName } from './catalogue'
import type { Knobs } from './toy'

/** The names of all toys' parameters, each once. */
export const knobNames: readonly string[] = [...new Set(Object.values(toys).flatMap(({ knobs }) => Object.keys(knobs)))]

/**
 * Returns every parameter of a toy, those not given at their defaults, in the order of the catalogue.
 * Throws: spec, with the parameter, its value and its range.
 */
export function fillKnobs(name: ToyName, given: Partial<Knobs> = {}): Knobs {
  const { knobs } = toys[name]
  const unknown = Object.keys(given).find((knob) => !Object.hasOwn(knobs, knob))
  if (unknown !== undefined) {
    throw new AppError('spec.no-knob', { toy: name, knob: unknown, knobs: Object.keys(knobs).join(', ') })
  }
  return Object.fromEntries(
    Object.entries(knobs).map(([knob, { from, to, step, default: usual }]) => {
      const value = given[knob] ?? usual
      const isWhole = Number.isInteger(step)
      if (!(value >= from && value <= to) || (isWhole && !Number.isInteger(value))) {
        throw new AppError(isWhole ? 'spec.whole-number' : 'spec.within', { field: knob, value, low: from, high: to })
      }
      return [knob, value]
    })
  )
}
