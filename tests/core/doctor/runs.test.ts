import { describe, expect, it } from 'vitest'
import { createRandom, parseSettings, type RuleName, type Settings, type Trial } from '#core'
import {
  causeOf,
  examine,
  followAdvice,
  hidden,
  sampleStart,
  tableStart,
  toyStart,
  type Examined,
  type Start
} from '../../support/doctor-runs'
import { tableOfColumns } from '../../support/tables'

/** Body mass of penguins, predicted from three lengths. */
const mass: Partial<Settings> = {
  targets: ['body_mass_g'],
  task: 'regression',
  features: ['bill_length_mm', 'bill_depth_mm', 'flipper_length_mm'],
  loss: { kind: 'mean-squared-error' }
}

const adam = { kind: 'adam' } as const

/** Columns of so many normal numbers, each shifted row by row. */
function normals(rows: number, count: number, shift: (row: number, column: number) => number, seed = 1): number[][] {
  const random = createRandom(seed)
  return Array.from({ length: count }, (_, k) => Array.from({ length: rows }, (_, i) => Number((random.normal() + shift(i, k)).toFixed(4))))
}

/** Two features that overlap, and one rare class in `every`. */
function imbalanced(every: number, changes: Partial<Settings> = {}): Start {
  const isRare = (i: number) => i % every === 0
  const [a, b] = normals(400, 2, (i) => (isRare(i) ? 1.5 : 0))
  return tableStart(tableOfColumns({ a, b, y: a.map((_, i) => (isRare(i) ? 'rare' : 'usual')) }), 'y', changes)
}

/** A target, and beside honest features the same number in other units. */
function withCopy(): Start {
  const [a, b, noise, fault] = normals(200, 4, () => 0)
  const y = a.map((one, i) => one + b[i] + noise[i])
  return tableStart(tableOfColumns({ a, b, inches: y.map((one, i) => 2.54 * one + 0.02 * fault[i]), y }), 'y')
}

/** Three classes, and beside honest features a code of the classes. */
function withCode(): Start {
  const [a, b] = normals(210, 2, (i) => i % 3)
  const named = (names: readonly string[]) => a.map((_, i) => names[i % 3])
  return tableStart(tableOfColumns({ a, b, code: named(['k1', 'k2', 'k3']), y: named(['low', 'middle', 'high']) }), 'y')
}

/** Inputs that are all alike but far from 0, so that every unit saturates. */
function offset(): Start {
  const columns = normals(160, 8, () => 9)
  const y = columns[0].map((_, i) => (columns[0][i] + columns[1][i] > columns[2][i] + columns[3][i] ? 'yes' : 'no'))
  return tableStart(tableOfColumns({ ...Object.fromEntries(columns.map((one, k) => [`x${k}`, one])), y }), 'y', { scale: 'none' })
}

/** Goals. The training loss has come down to half of a constant prediction's and nothing serious is left; most cases. */
const learns = ({ history, evidence, findings }: Examined) =>
  (history.trainLoss.at(-1) ?? Infinity) < 0.5 * evidence.baseline && !findings.some(({ level }) => level === 'serious')
/** The test loss of the result is within 5 % of the lowest. */
const generalizes = ({ history: { testLoss } }: Examined) =>
  (testLoss.at(-1) ?? Infinity) <= 1.05 * testLoss.reduce((a, b) => Math.min(a, b))
/** Four of five rows of the rare class are recognized. */
const recalls = ({ evidence }: Examined) => (evidence.rarestRecall ?? 0) > 0.8
/** The rule that found the fault finds nothing any more. */
const without = (rule: RuleName) => (run: Examined) => run.findings.every((one) => one.rule !== rule)
const hasFewTestRows = (run: Examined) => run.evidence.prepared.test.rows.length < 30

type Case = [name: string, rule: RuleName, start: () => Start, isCured?: (run: Examined) => boolean]

/** The twenty of the issue: each diagnosis at least once, on different data and networks. */
const sick: readonly Case[] = [
  ['iris, six layers of sigmoid', 'vanishing-gradients', () => sampleStart('iris', { hidden: hidden(6, 10, 'sigmoid') })],
  ['wine, five layers of sigmoid', 'vanishing-gradients', () => sampleStart('wine', { hidden: hidden(5, 8, 'sigmoid') })],
  [
    'iris, six layers of tanh from tiny weights',
    'vanishing-gradients',
    () => sampleStart('iris', { hidden: hidden(6, 10, 'tanh'), initializer: 'normal' })
  ],
  [
    'iris, twelve linear layers from large weights',
    'exploding-gradients',
    () => sampleStart('iris', { hidden: hidden(12, 16, 'linear'), initializer: 'he-normal' })
  ],
  ['wine, ReLU, rate 3', 'dead-units', () => sampleStart('wine', { hidden: hidden(2, 16, 'relu'), learningRate: 3 })],
  ['moons, ReLU, rate 3', 'dead-units', () => toyStart('toy:moons', { hidden: hidden(3, 8, 'relu'), learningRate: 3 })],
  [
    'xor, a narrow tanh layer from wide weights',
    'saturation',
    () => toyStart('toy:xor', { hidden: [...hidden(1, 64, 'tanh'), ...hidden(1, 2, 'tanh')], initializer: 'fan-out-normal' })
  ],
  [
    'thirty noisy moons',
    'overfitting',
    () => toyStart('toy:moons?size=60&noise=0.4', { hidden: hidden(2, 32, 'tanh'), epochs: 300, test: 0.5 }),
    generalizes
  ],
  [
    'body mass from thirty penguins',
    'overfitting',
    () => sampleStart('penguins', { ...mass, hidden: hidden(2, 16, 'tanh'), test: 0.9, epochs: 300 }),
    generalizes
  ],
  ['spirals, no hidden layer', 'underfitting', () => toyStart('toy:spirals', { hidden: [], epochs: 100 })],
  ['iris, L2 of 1', 'underfitting', () => sampleStart('iris', { l2: 1 })],
  ['sine, rate 1000', 'divergence', () => toyStart('toy:sine', { learningRate: 1000 })],
  ['sine, deep ReLU', 'divergence', () => toyStart('toy:sine', { hidden: hidden(8, 16, 'relu') })],
  ['iris, rate 10', 'rate-too-high', () => sampleStart('iris', { learningRate: 10 })],
  ['iris, Adam, rate 10', 'rate-too-high', () => sampleStart('iris', { learningRate: 10, optimizer: adam })],
  ['wine, rate 0.0001', 'rate-too-low', () => sampleStart('wine', { learningRate: 1e-4 })],
  ['sine, rate 0.3', 'spike', () => toyStart('toy:sine', { learningRate: 0.3, epochs: 120 })],
  ['wine, unscaled', 'unscaled-inputs', () => sampleStart('wine', { scale: 'none' })],
  ['one row in twenty', 'imbalance', () => imbalanced(20), recalls],
  ['the target in other units', 'leakage', withCopy, without('leakage')]
]

/** Five more of the faults that the window showed first: the wrong remedy, a loop, and alarms. */
const more: readonly Case[] = [
  ['moons, six layers of sigmoid', 'vanishing-gradients', () => toyStart('toy:moons', { hidden: hidden(6, 8, 'sigmoid') })],
  ['sine, six layers of sigmoid', 'vanishing-gradients', () => toyStart('toy:sine', { hidden: hidden(6, 8, 'sigmoid') })],
  [
    'iris, ReLU from tiny weights',
    'vanishing-gradients',
    () => sampleStart('iris', { hidden: hidden(6, 10, 'relu'), initializer: 'uniform' })
  ],
  ['iris, all weights 0', 'vanishing-gradients', () => sampleStart('iris', { hidden: hidden(2, 10, 'tanh'), initializer: 'zeros' })],
  ['penguins, ReLU, rate 3', 'dead-units', () => sampleStart('penguins', { hidden: hidden(2, 16, 'relu'), learningRate: 3 })],
  ['iris, ReLU, all weights 0', 'dead-units', () => sampleStart('iris', { hidden: hidden(2, 10, 'relu'), initializer: 'zeros' })],
  ['wine, rate 100', 'rate-too-high', () => sampleStart('wine', { learningRate: 100 })],
  ['iris, Adam, rate 0.000001', 'rate-too-low', () => sampleStart('iris', { learningRate: 1e-6, optimizer: adam })],
  ['penguins, unscaled', 'unscaled-inputs', () => sampleStart('penguins', { scale: 'none' })],
  ['inputs far from 0', 'unscaled-inputs', offset],
  ['body mass in grams', 'unscaled-inputs', () => sampleStart('penguins', { ...mass, scaleTargets: 'none' })],
  ['circles, no hidden layer', 'underfitting', () => toyStart('toy:circles', { hidden: [] })],
  ['xor, dropout of 95 %', 'underfitting', () => toyStart('toy:xor', { dropout: 0.95 })],
  ['one row in forty', 'imbalance', () => imbalanced(40, { loss: { kind: 'binary-cross-entropy' } }), recalls],
  ['a code of the classes', 'leakage', withCode, without('leakage')],
  ['seven test rows', 'split-too-small', () => sampleStart('iris', { test: 0.05 }), (run) => !hasFewTestRows(run)]
]

const healthy: readonly (readonly [string, () => Start])[] = [
  ['iris', () => sampleStart('iris')],
  ['wine', () => sampleStart('wine')],
  ['breast-cancer', () => sampleStart('breast-cancer', { epochs: 60 })],
  ['penguins', () => sampleStart('penguins')],
  ['digits', () => sampleStart('digits', { epochs: 15 })],
  ['moons', () => toyStart('toy:moons')],
  ['circles', () => toyStart('toy:circles')],
  ['sine', () => toyStart('toy:sine')],
  ['iris, two layers of ReLU', () => sampleStart('iris', { hidden: hidden(2, 16, 'relu') })],
  ['iris, no hidden layer', () => sampleStart('iris', { hidden: [] })]
]

/** Runs that wobble or are slow, of which nothing serious is to be said. */
const uneasy: readonly (readonly [string, () => Start])[] = [
  ['iris, three layers of sigmoid', () => sampleStart('iris', { hidden: hidden(3, 10, 'sigmoid') })],
  ['wine, Adam', () => sampleStart('wine', { optimizer: adam, learningRate: 0.01 })],
  ['body mass', () => sampleStart('penguins', mass)],
  ['iris, unscaled', () => sampleStart('iris', { scale: 'none' })],
  ['moons, rate 1.5', () => toyStart('toy:moons', { learningRate: 1.5 })],
  ['iris, rate 3', () => sampleStart('iris', { learningRate: 3 })]
]

const MOST_PRESSES = 3

describe('a sick run', () => {
  const cured = new Map<string, boolean>()

  it.each<Case>([...sick, ...more])('%s: %s', (name, rule, start, isCured = learns) => {
    const runs = followAdvice(start(), isCured, MOST_PRESSES)
    expect(causeOf(runs[0])?.rule).toBe(rule)
    const settings = runs.map((run) => JSON.stringify(run.settings))
    expect(new Set(settings).size).toBe(settings.length)
    cured.set(name, isCured(runs[runs.length - 1]))
  })

  it('is cured by its first advice, followed at most three times', () => {
    expect([...cured].filter(([, isCured]) => !isCured).map(([name]) => name)).toEqual([])
  })
})

describe('a rate set by hand', () => {
  const good = sampleStart('penguins')
  /** As settings come from the window: by the schema, and not as they were suggested. */
  const inAnotherOrder = parseSettings(Object.fromEntries(Object.entries(good.settings).reverse()))

  it.each([100, 30, 10])('from 0.1 to %d: the advice is to go back to 0.1', (learningRate) => {
    const start = { ...good, settings: { ...good.settings, learningRate } }
    const [run] = followAdvice(start, () => true, 1, [{ settings: inAnotherOrder, cause: null }])
    expect(run.findings[0].remedy).toEqual({
      label: { code: 'doctor.do.rate-back', details: { value: 0.1 } },
      patch: { learningRate: 0.1 }
    })
  })

  it('between one that was too low and one that was too high: their interval shrinks, and then it is not the rate', () => {
    const start = toyStart('toy:sine', { learningRate: 1000 })
    const at = (learningRate: number, cause: RuleName) => ({ settings: { ...start.settings, learningRate }, cause })
    const patchAfter = (...tried: Trial[]) => examine(start, tried).findings[0].remedy?.patch
    expect(patchAfter(at(500, 'divergence'), at(2, 'rate-too-low'))).toEqual({ learningRate: 32 })
    expect(patchAfter(at(32, 'divergence'), at(2, 'rate-too-low'))).toEqual({ learningRate: 8 })
    expect(patchAfter(at(800, 'rate-too-low'))).toEqual({ clip: 1 })
  })
})

describe('a healthy run', () => {
  it.each(healthy)('%s: nothing is found', (_, start) => {
    expect(examine(start()).findings).toEqual([])
  })

  it.each(uneasy)('%s: nothing serious is found', (_, start) => {
    expect(examine(start()).findings.filter(({ level }) => level === 'serious')).toEqual([])
  })
})
