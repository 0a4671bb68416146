import * as v from 'valibot'
import { parseNumber } from '../data/number'
import { pairOf, piecesOf } from '../data/written-list'
import { AppError } from '../messages/app-error'
import { toyNames, type ToyName } from './catalogue'
import { fillKnobs } from './knobs'
import type { Knobs } from './toy'

/** Prefix of a toy dataset's reference in place of a file name: `toy:moons`, or `toy:moons?size=200&noise=0.1`. */
const SCHEME = 'toy:'

/** A toy dataset and its parameters. */
export interface ToySource {
  readonly name: ToyName
  /** All its parameters. */
  readonly knobs: Knobs
  /** Whether points were added, moved or erased by hand since: then the parameters no longer describe it. */
  readonly edited: boolean
}

/** The schema of a `ToySource`. */
export const toySourceSchema = v.object({
  name: v.picklist(toyNames),
  knobs: v.record(v.string(), v.number()),
  edited: v.boolean()
})

/** Whether a name is a reference to a toy dataset, well-formed or not. */
export function isToyReference(text: string): boolean {
  return text.startsWith(SCHEME)
}

/**
 * Parses a reference into the toy dataset and its parameters; those it does not name have their defaults.
 * Throws: spec.
 */
export function parseToyReference(text: string): ToySource {
  const [name, ...rest] = text.slice(SCHEME.length).split('?')
  const toy = toyNames.find((one) => one === name)
  if (!toy) throw new AppError('spec.no-toy', { name, toys: toyNames.join(', ') })
  const given = piecesOf(rest.join('?'), '&').filter((piece) => piece !== '')
  return { name: toy, knobs: fillKnobs(toy, Object.fromEntries(given.map(readPair))), edited: false }
}

function readPair(piece: string): [string, number] {
  const [knob, value] = pairOf(piece) ?? ['', '']
  const number = parseNumber(value)
  if (Number.isNaN(number)) throw new AppError('spec.knob-pair', { pair: piece })
  return [knob, number]
}

/** Returns the reference of a toy dataset with all parameters. An edited one, which cannot be generated from it, is marked `#edited`. */
export function toyReference({ name, knobs, edited }: ToySource): string {
  const pairs = Object.entries(knobs).map(([knob, value]) => `${knob}=${value}`)
  return `${SCHEME}${name}?${pairs.join('&')}${edited ? '#edited' : ''}`
}
