import * as v from 'valibot'
import { parseNumber } from '../data/number'
import { AppError } from '../messages/app-error'
import { toyNames, type ToyName } from './catalogue'
import { fillKnobs } from './knobs'
import type { Knobs } from './toy'

/** How a toy data set is named where a file could be: `toy:moons`, or `toy:moons?size=200&noise=0.1`. */
const SCHEME = 'toy:'

/** A toy data set with the knobs it is made by. */
export interface ToySource {
  readonly name: ToyName
  /** Every knob of it. */
  readonly knobs: Knobs
  /** Whether points were added, moved or erased by hand since: then the knobs no longer tell all. */
  readonly edited: boolean
}

/** The schema of a `ToySource`. */
export const toySourceSchema = v.object({
  name: v.picklist(toyNames),
  knobs: v.record(v.string(), v.number()),
  edited: v.boolean()
})

/** Whether a name is that of a toy data set, well-formed or not. */
export function isToyReference(text: string): boolean {
  return text.startsWith(SCHEME)
}

/**
 * The toy data set and the knobs that a reference names; knobs it does not name are at their defaults.
 * Throws: spec.
 */
export function parseToyReference(text: string): ToySource {
  const [name, ...rest] = text.slice(SCHEME.length).split('?')
  const toy = toyNames.find((one) => one === name)
  if (!toy) throw new AppError('spec.no-toy', { name, toys: toyNames.join(', ') })
  const given = rest
    .join('?')
    .split('&')
    .filter((pair) => pair !== '')
  return { name: toy, knobs: fillKnobs(toy, Object.fromEntries(given.map(readPair))), edited: false }
}

function readPair(pair: string): [string, number] {
  const [knob, value = '', ...rest] = pair.split('=').map((part) => part.trim())
  const number = parseNumber(value)
  if (rest.length > 0 || Number.isNaN(number)) throw new AppError('spec.knob-pair', { pair })
  return [knob, number]
}

/** The reference of a toy data set with all its knobs. One that was edited cannot be made again from it, and says so. */
export function toyReference({ name, knobs, edited }: ToySource): string {
  const pairs = Object.entries(knobs).map(([knob, value]) => `${knob}=${value}`)
  return `${SCHEME}${name}?${pairs.join('&')}${edited ? '#edited' : ''}`
}
