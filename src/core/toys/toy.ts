import type { Settings } from '../settings/settings'
import type { Random } from '../random/random'

/** A numeric parameter of a toy dataset, `from` and `to` included. */
export interface Knob {
  readonly from: number
  readonly to: number
  /** Step of its slider; a parameter with a whole step takes any whole number, the others any number. */
  readonly step: number
  readonly default: number
}

/** Values of parameters by name. */
export type Knobs<Name extends string = string> = Readonly<Record<Name, number>>

export interface Place {
  readonly x: number
  readonly y: number
}

/** One row of a toy dataset. */
export interface ToyPoint extends Place {
  /** Its class; null where y is to be predicted from x. */
  readonly label: string | null
}

/** Settings that differ from the defaults so that a toy dataset can be learned. */
export type StartSettings = Partial<Pick<Settings, 'hidden' | 'optimizer' | 'learningRate' | 'epochs'>>

/** A synthetic dataset in the plane: points of a few classes, or y over x. */
export interface Toy {
  readonly task: 'classification' | 'regression'
  /** In the order of display; all toys have size, noise and seed. */
  readonly knobs: Readonly<Record<string, Knob>>
  /** Number of classes; 1 where y is to be predicted. */
  readonly classes: (knobs: Knobs) => number
  /** Draws a point of a class, before noise is added. */
  readonly place: (label: number, random: Random, knobs: Knobs) => Place
  readonly start: StartSettings
}

const size: Knob = { from: 10, to: 2000, step: 10, default: 200 }
const seed: Knob = { from: 0, to: 4_294_967_295, step: 1, default: 1 }

interface Definition<Own extends string> {
  readonly task: Toy['task']
  /** Default noise: standard deviation of the normal numbers added to both coordinates, or to y alone where that is to be predicted. */
  readonly noise: number
  readonly size?: number
  /** The parameters besides size, noise and seed. */
  readonly own: Readonly<Record<Own, Knob>>
  readonly classes: number | ((knobs: Knobs<Own>) => number)
  readonly place: (label: number, random: Random, knobs: Knobs<Own>) => Place
  /** Empty unless given. */
  readonly start?: StartSettings
}

/** For winding decision boundaries: with these settings, five spiral arms and a 4 × 4 checkerboard reach 90 % accuracy and more. */
export const deepStart: StartSettings = {
  hidden: [
    { units: 16, activation: 'tanh' },
    { units: 16, activation: 'tanh' }
  ],
  optimizer: { kind: 'adam' },
  learningRate: 0.02,
  epochs: 200
}

/** Defines an entry of the catalogue, adding the parameters that every toy has. */
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
