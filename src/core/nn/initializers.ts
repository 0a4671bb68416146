import type { Random } from '../random'
import type { ActivationName } from './activations'

/** One weight drawn for a layer with fanIn inputs and fanOut units. */
export type Initializer = (random: Random, fanIn: number, fanOut: number) => number

/** The catalogue of initializers of weights; biases begin at 0. */
export const initializers = {
  /** N(0, 2 / fanIn). Source: K. He et al., "Delving deep into rectifiers", 2015, equation 10. */
  'he-normal': (random, fanIn) => random.normal() * Math.sqrt(2 / fanIn),
  /** U(−√(6 / (fanIn + fanOut)), +√…). Source: X. Glorot, Y. Bengio, "Understanding the difficulty…", 2010, equation 16. */
  'xavier-uniform': (random, fanIn, fanOut) => (2 * random.uniform() - 1) * Math.sqrt(6 / (fanIn + fanOut))
} satisfies Record<string, Initializer>

export type InitializerName = keyof typeof initializers

/** The initializer made for an activation: He's for relu, Glorot's for the others. */
export function initializerFor(activation: ActivationName): InitializerName {
  return activation === 'relu' ? 'he-normal' : 'xavier-uniform'
}
