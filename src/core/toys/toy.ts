import type { Settings } from '../settings/settings'
import type { Random } from '../random/random'

/** A number that a toy data set can be turned by, `from` and `to` included. */
export interface Knob {
  readonly from: number
  readonly to: number
  /** How far one step of a slider goes; a knob with a whole step takes any whole number, the others any number. */
  readonly step: number
  readonly default: number
}

/** Values of knobs by name. */
export type Knobs<Name extends string = string> = Readonly<Record<Name, number>>

export interface Place {
  readonly x: number
  readonly y: number
}

/** One row of a toy data set. */
export interface ToyPoint extends Place {
  /** Its class; null where y is to be predicted from x. */
  readonly label: string | null
}

/** What of the usual settings a toy needs otherwise to be learnt. */
export type StartSettings = Partial<Pick<Settings, 'hidden' | 'optimizer' | 'learningRate' | 'epochs'>>

/** A plane data set that is made, not measured: points of a few classes, or y over x. */
export interface Toy {
  readonly task: 'classification' | 'regression'
  /** In the order in which they are shown; all toys have size, noise and seed. */
  readonly knobs: Readonly<Record<string, Knob>>
  /** How many classes there are; 1 where y is to be predicted. */
  readonly classes: (knobs: Knobs) => number
  /** Where a point of a class lies before noise is added. */
  readonly place: (label: number, random: Random, knobs: Knobs) => Place
  readonly start: StartSettings
}

const size: Knob = { from: 10, to: 2000, step: 10, default: 200 }
const seed: Knob = { from: 0, to: 4_294_967_295, step: 1, default: 1 }

interface Definition<Own extends string> {
  readonly task: Toy['task']
  /** The usual noise: the deviation of the normal numbers added to both coordinates, or to y where that is to be predicted. */
  readonly noise: number
  readonly size?: number
  /** The knobs beside size, noise and seed. */
  readonly own: Readonly<Record<Own, Knob>>
  readonly classes: number | ((knobs: Knobs<Own>) => number)
  readonly place: (label: number, random: Random, knobs: Knobs<Own>) => Place
  /** None unless given. */
  readonly start?: StartSettings
}

/** For borders that wind: with this, five arms and a board of 4 × 4 are learnt to nine tenths and more. */
export const deepStart: StartSettings = {
  hidden: [
    { units: 16, activation: 'tanh' },
    { units: 16, activation: 'tanh' }
  ],
  optimizer: { kind: 'adam' },
  learningRate: 0.02,
  epochs: 200
}

/** An entry of the catalogue, with the knobs that every toy has. */
export function defineToy<Own extends string>({ task, noise, own, classes, place, start = {}, ...usual }: Definition<Own>): Toy {
  return {
    task,
    knobs: {
      size: { ...size, default: usual.size ?? size.default },
      noise: { from: 0, to: 1, step: 0.01, default: noise },
      ...own,
      seed
    },
    classes: typeof classes === 'number' ? () => classes : classes,
    place,
    start
  }
}
