import type { Text } from '../messages/texts-of'
import type { Random } from '../random/random'
import { symbols, type Formula, type FormulaSymbol } from './formula'

/** An initializer: the first weights of a layer with fanIn inputs and fanOut units, one draw a weight, one a bias. */
export interface Initializer {
  readonly label: Text
  readonly formula: string
  /** KaTeX source of the distribution of the weights, and of the biases where they do not begin at 0. */
  readonly tex: string
  readonly biasTex?: string
  /** The symbols of the two besides W and b. */
  readonly symbols: readonly FormulaSymbol[]
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

/** KaTeX source of U(−limit, limit). */
function uniform(limit: string): string {
  return String.raw`\sim\mathcal U\!\left(-${limit},\,${limit}\right)`
}

const normal: FormulaSymbol = {
  tex: String.raw`\mathcal N(0,\,\cdot)`,
  en: 'normal distribution with mean 0 and this variance',
  zh: '均值为 0、方差如式的正态分布'
}
const uniformSymbol: FormulaSymbol = { tex: String.raw`\mathcal U`, en: 'uniform distribution on the interval', zh: '区间上的均匀分布' }
const fanIn: FormulaSymbol = { tex: String.raw`n_\mathrm{in}`, en: 'inputs of a unit', zh: '单元的输入数' }
const fanOut: FormulaSymbol = { tex: String.raw`n_\mathrm{out}`, en: 'units of the layer', zh: '该层的单元数' }

/** The catalogue of initializers; its keys are the stored names. A new one is one entry. N(mean, variance), U(low, high). */
export const initializers = {
  /** Source: K. He et al., "Delving deep into rectifiers", 2015, equation 10. */
  'he-normal': initializer({
    label: { en: 'He, normal', zh: 'He 正态' },
    formula: 'W ~ N(0, 2 / fanIn)',
    tex: String.raw`\sim\mathcal N\!\left(0,\,\tfrac{2}{n_\mathrm{in}}\right)`,
    symbols: [normal, fanIn],
    weight: (random, fanIn) => random.normal() * Math.sqrt(2 / fanIn)
  }),
  'he-uniform': initializer({
    label: { en: 'He, uniform', zh: 'He 均匀' },
    formula: 'W ~ U(−√(6 / fanIn), √(6 / fanIn))',
    tex: uniform(String.raw`\sqrt{\tfrac{6}{n_\mathrm{in}}}`),
    symbols: [uniformSymbol, fanIn],
    weight: (random, fanIn) => within(random, Math.sqrt(6 / fanIn))
  }),
  /** Source: X. Glorot, Y. Bengio, "Understanding the difficulty of training deep feedforward neural networks", 2010, equation 12. */
  'xavier-normal': initializer({
    label: { en: 'Xavier, normal', zh: 'Xavier 正态' },
    formula: 'W ~ N(0, 2 / (fanIn + fanOut))',
    tex: String.raw`\sim\mathcal N\!\left(0,\,\tfrac{2}{n_\mathrm{in}+n_\mathrm{out}}\right)`,
    symbols: [normal, fanIn, fanOut],
    weight: (random, fanIn, fanOut) => random.normal() * Math.sqrt(2 / (fanIn + fanOut))
  }),
  /** Source: the same, equation 16. */
  'xavier-uniform': initializer({
    label: { en: 'Xavier, uniform', zh: 'Xavier 均匀' },
    formula: 'W ~ U(−√(6 / (fanIn + fanOut)), √(6 / (fanIn + fanOut)))',
    tex: uniform(String.raw`\sqrt{\tfrac{6}{n_\mathrm{in}+n_\mathrm{out}}}`),
    symbols: [uniformSymbol, fanIn, fanOut],
    weight: (random, fanIn, fanOut) => within(random, Math.sqrt(6 / (fanIn + fanOut)))
  }),
  /** Source: Y. LeCun et al., "Efficient BackProp", 1998, equation 16. */
  'lecun-normal': initializer({
    label: { en: 'LeCun, normal', zh: 'LeCun 正态' },
    formula: 'W ~ N(0, 1 / fanIn)',
    tex: String.raw`\sim\mathcal N\!\left(0,\,\tfrac{1}{n_\mathrm{in}}\right)`,
    symbols: [normal, fanIn],
    weight: (random, fanIn) => random.normal() * Math.sqrt(1 / fanIn)
  }),
  'lecun-uniform': initializer({
    label: { en: 'LeCun, uniform', zh: 'LeCun 均匀' },
    formula: 'W ~ U(−√(3 / fanIn), √(3 / fanIn))',
    tex: uniform(String.raw`\sqrt{\tfrac{3}{n_\mathrm{in}}}`),
    symbols: [uniformSymbol, fanIn],
    weight: (random, fanIn) => within(random, Math.sqrt(3 / fanIn))
  }),
  uniform: initializer({
    label: { en: 'Uniform', zh: '均匀分布' },
    formula: 'W ~ U(−0.05, 0.05)',
    tex: uniform('0.05'),
    symbols: [uniformSymbol],
    weight: (random) => within(random, SMALL)
  }),
  normal: initializer({
    label: { en: 'Normal', zh: '正态分布' },
    formula: 'W ~ N(0, 0.05²)',
    tex: String.raw`\sim\mathcal N\!\left(0,\,0.05^2\right)`,
    symbols: [normal],
    weight: (random) => random.normal() * SMALL
  }),
  /** Every unit of a layer stays the same as every other: made to show why weights are drawn at random. */
  zeros: initializer({ label: { en: 'All zero', zh: '全零' }, formula: 'W = 0', tex: '=0', symbols: [], weight: () => 0 }),
  /** The course note on dense layers: weights N(0, 1) / √fanOut, biases N(0, 1). */
  'fan-out-normal': initializer({
    label: { en: 'Normal / √fan-out', zh: '正态 / √输出数' },
    formula: 'W ~ N(0, 1) / √fanOut, b ~ N(0, 1)',
    tex: String.raw`\sim\frac{\mathcal N(0,\,1)}{\sqrt{n_\mathrm{out}}}`,
    biasTex: String.raw`\sim\mathcal N(0,\,1)`,
    symbols: [normal, fanOut],
    weight: (random, _fanIn, fanOut) => random.normal() / Math.sqrt(fanOut),
    bias: (random) => random.normal()
  })
}

export type InitializerName = keyof typeof initializers

export const initializerNames = Object.keys(initializers) as InitializerName[]

/** Returns the formula of an initializer. */
export function initializerFormula(name: InitializerName): Formula {
  const { tex, biasTex = '=0', symbols: further }: Initializer = initializers[name]
  return { lines: [`W${tex}`, `b${biasTex}`], symbols: [symbols.weight, { tex: 'b', en: 'biases', zh: '偏置' }, ...further] }
}
