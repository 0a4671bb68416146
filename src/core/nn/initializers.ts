import type { Random } from '../random/random'

/** An initializer: the first weights of a layer with fanIn inputs and fanOut units, one draw a weight, one a bias. */
export interface Initializer {
  readonly formula: string
  weight(random: Random, fanIn: number, fanOut: number): number
  /** Biases begin at 0 unless this is given. */
  bias?(random: Random): number
}

function initializer(entry: Initializer): Initializer {
  return entry
}

/** A draw from U(−limit, limit). */
function within(random: Random, limit: number): number {
  return (2 * random.uniform() - 1) * limit
}

/** The spread of the plain uniform and normal initializers: small beside 1, as is usual (Keras: RandomUniform, RandomNormal). */
const SMALL = 0.05

/** The catalogue of initializers; its keys are the stored names. A new one is one entry. N(mean, variance), U(low, high). */
export const initializers = {
  /** Source: K. He et al., "Delving deep into rectifiers", 2015, equation 10. */
  'he-normal': initializer({
    formula: 'W ~ N(0, 2 / fanIn)',
    weight: (random, fanIn) => random.normal() * Math.sqrt(2 / fanIn)
  }),
  'he-uniform': initializer({
    formula: 'W ~ U(−√(6 / fanIn), √(6 / fanIn))',
    weight: (random, fanIn) => within(random, Math.sqrt(6 / fanIn))
  }),
  /** Source: X. Glorot, Y. Bengio, "Understanding the difficulty of training deep feedforward neural networks", 2010, equation 12. */
  'xavier-normal': initializer({
    formula: 'W ~ N(0, 2 / (fanIn + fanOut))',
    weight: (random, fanIn, fanOut) => random.normal() * Math.sqrt(2 / (fanIn + fanOut))
  }),
  /** Source: the same, equation 16. */
  'xavier-uniform': initializer({
    formula: 'W ~ U(−√(6 / (fanIn + fanOut)), √(6 / (fanIn + fanOut)))',
    weight: (random, fanIn, fanOut) => within(random, Math.sqrt(6 / (fanIn + fanOut)))
  }),
  /** Source: Y. LeCun et al., "Efficient BackProp", 1998, equation 16. */
  'lecun-normal': initializer({
    formula: 'W ~ N(0, 1 / fanIn)',
    weight: (random, fanIn) => random.normal() * Math.sqrt(1 / fanIn)
  }),
  'lecun-uniform': initializer({
    formula: 'W ~ U(−√(3 / fanIn), √(3 / fanIn))',
    weight: (random, fanIn) => within(random, Math.sqrt(3 / fanIn))
  }),
  uniform: initializer({ formula: 'W ~ U(−0.05, 0.05)', weight: (random) => within(random, SMALL) }),
  normal: initializer({ formula: 'W ~ N(0, 0.05²)', weight: (random) => random.normal() * SMALL }),
  /** Every unit of a layer stays the same as every other: made to show why weights are drawn at random. */
  zeros: initializer({ formula: 'W = 0', weight: () => 0 }),
  /** The course note on dense layers: weights N(0, 1) / √fanOut, biases N(0, 1). */
  'fan-out-normal': initializer({
    formula: 'W ~ N(0, 1) / √fanOut, b ~ N(0, 1)',
    weight: (random, _fanIn, fanOut) => random.normal() / Math.sqrt(fanOut),
    bias: (random) => random.normal()
  })
}

export type InitializerName = keyof typeof initializers

export const initializerNames = Object.keys(initializers) as InitializerName[]
