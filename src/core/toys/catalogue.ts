import { blobs } from './blobs'
import { checkerboard } from './checkerboard'
import { circles } from './circles'
import { line } from './line'
import { moons } from './moons'
import { sine } from './sine'
import { spirals } from './spirals'
import { step } from './step'
import type { Toy } from './toy'
import { xor } from './xor'

const catalogue = { xor, circles, moons, spirals, blobs, checkerboard, sine, step, line } as const satisfies Record<string, Toy>

/** The toy datasets by their stored names, in the order of display. */
export type ToyName = keyof typeof catalogue
export const toys: Readonly<Record<ToyName, Toy>> = catalogue
export const toyNames = Object.keys(catalogue) as ToyName[]
