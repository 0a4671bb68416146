import { describe, expect, it } from 'vitest'
import {
  defaultSettings,
  diagnose,
  networkStatistics,
  freshOptimizerState,
  initialParameters,
  parseSettings,
  prepare,
  readCsv,
  ruleNames,
  rules,
  type History,
  type LayerStatistics,
  type RunEvidence,
  type Rule,
  type Settings
} from '#core'

const encode = (text: string) => new TextEncoder().encode(text)

/** Two features, `a` about so many times as wide as `b`, and so many rows of either class. */
function tableOf(width: number, yes: number, no: number) {
  const row = (i: number) => `${width * ((i * 7) % 11)},${(i * 5) % 13},${i < yes ? 'yes' : 'no'}`
  return readCsv(encode(['a,b,y', ...Array.from({ length: yes + no }, (_, i) => row(i))].join('\n')))
}

interface Case {
  readonly width?: number
  readonly yes?: number
  readonly no?: number
  readonly settings?: Partial<Settings>
  readonly trainLoss?: readonly number[]
  readonly testLoss?: readonly number[]
  readonly layers?: readonly Partial<LayerStatistics>[]
  readonly failure?: RunEvidence['failure']
}

function evidence({
  width = 1,
  yes = 80,
  no = 80,
  settings: changed = {},
  trainLoss = [0.7, 0.3],
  testLoss = trainLoss,
  layers,
  failure = null
}: Case = {}): RunEvidence {
  const settings = parseSettings({
    ...defaultSettings,
    targets: ['y'],
    features: ['a', 'b'],
    task: 'classification',
    hidden: [{ units: 4, activation: 'relu' }],
    loss: { kind: 'softmax-cross-entropy' },
    ...changed
  })
  const prepared = prepare(tableOf(width, yes, no), settings)
  const history: History = {
    trainLoss: Float64Array.from(trainLoss),
    testLoss: Float64Array.from(testLoss),
    trainMetric: new Float64Array(trainLoss.length).fill(0.9),
    testMetric: new Float64Array(trainLoss.length).fill(0.9)
  }
  const { network, loss, train } = prepared
  const parameters = initialParameters(network, 1)
  const real = networkStatistics({
    network,
    objective: { loss, regularization: {} },
    parameters,
    batch: train,
    optimizer: { kind: 'sgd' },
    optimizerState: freshOptimizerState({ kind: 'sgd' }, parameters),
    learningRate: settings.learningRate,
    clip: null
  }).layers
  const healthy = real.map((layer, l) => ({ ...layer, dead: 0, saturated: null, updateRatio: 1e-3, ...layers?.[l] }))
  return { settings, prepared, history, failure, layers: healthy }
}

const found = (one: RunEvidence) => diagnose(one).map(({ rule }) => rule)
const symptomOf = (one: RunEvidence, name: (typeof ruleNames)[number]) => diagnose(one).find(({ rule }) => rule === name)

/** So many epochs from one loss to another, in a straight line. */
const curve = (epochs: number, from: number, to: number) => Array.from({ length: epochs + 1 }, (_, e) => from + ((to - from) * e) / epochs)

describe('the doctor', () => {
  it('finds nothing in a healthy run', () => {
    expect(found(evidence())).toEqual([])
  })

  it.each(ruleNames)('names the source of the rule %s', (name) => {
    const rule: Rule = rules[name]
    expect(rule.source).toMatch(/[12]\d{3}|CS231n/)
  })

  it('tells of the gravest first', () => {
    const failure = { code: 'numeric.diverged', details: { step: 3, layer: 1, tensor: 'W1', learningRate: 0.1 } } as const
    const all = diagnose(evidence({ failure, yes: 150, no: 20, width: 1000, settings: { scale: 'none' } }))
    expect(all.map(({ severity }) => severity)).toEqual(['serious', 'warning', 'hint'])
  })

  it('proposes only settings that fit', () => {
    const ill = evidence({
      width: 1000,
      yes: 12,
      no: 60,
      settings: { scale: 'none' },
      trainLoss: curve(20, 3, 4),
      layers: [{ dead: 0.5, updateRatio: 0.5 }]
    })
    const remedies = diagnose(ill).flatMap(({ remedy }) => (remedy ? [remedy.patch] : []))
    expect(remedies.length).toBeGreaterThan(3)
    for (const patch of remedies) expect(parseSettings({ ...ill.settings, ...patch })).toMatchObject(patch)
  })
})

describe('each rule', () => {
  it('a number that is not finite: names the step and takes a tenth of the rate', () => {
    const failure = { code: 'numeric.diverged', details: { step: 7, layer: 2, tensor: 'Z2', learningRate: 0.1 } } as const
    const symptom = symptomOf(evidence({ failure }), 'not-finite')
    expect(symptom).toMatchObject({
      severity: 'serious',
      observation: { details: { step: 7, tensor: 'Z2' } },
      remedy: { patch: { learningRate: 0.01 } }
    })
  })

  it.each([
    [1.3, false],
    [1.5, true],
    [0.5, false],
    [0.3, true]
  ])('start loss %d against ln 2: %s', (start, isStrange) => {
    expect(found(evidence({ trainLoss: [start] })).includes('start-loss')).toBe(isStrange)
  })

  it('a loss that stands still wants a larger rate, one that rises a smaller one', () => {
    expect(symptomOf(evidence({ trainLoss: curve(20, 0.7, 0.699) }), 'not-falling')?.remedy?.patch).toEqual({ learningRate: 0.3 })
    expect(symptomOf(evidence({ trainLoss: curve(20, 0.7, 0.9) }), 'not-falling')?.remedy?.patch).toEqual({ learningRate: 0.0333 })
    expect(symptomOf(evidence({ trainLoss: curve(20, 0.7, 90) }), 'not-falling')?.remedy?.patch).toEqual({ learningRate: 0.01 })
    expect(found(evidence({ trainLoss: curve(20, 0.7, 0.4) }))).toEqual([])
    expect(found(evidence({ trainLoss: curve(5, 0.7, 0.699) }))).toEqual([])
  })

  it('a loss that has come down and stays there is done, not stuck', () => {
    expect(found(evidence({ trainLoss: [0.7, ...curve(40, 0.05, 0.0499)] }))).toEqual([])
  })

  it('a test loss that rises while the training loss falls, and no sooner than ten epochs after its lowest', () => {
    const trainLoss = curve(30, 0.7, 0.1)
    const testLoss = [...curve(10, 0.7, 0.5), ...curve(19, 0.51, 0.8)]
    const symptom = symptomOf(evidence({ trainLoss, testLoss }), 'overfitting')
    expect(symptom?.observation.details).toMatchObject({ epoch: 10, best: 0.5, now: 0.8, percent: 60 })
    expect(symptom?.remedy?.patch).toEqual({ l2: 0.001 })
    expect(found(evidence({ trainLoss, testLoss, settings: { l2: 0.01 } }))).toContain('overfitting')
    expect(found(evidence({ trainLoss: trainLoss.slice(0, 16), testLoss: testLoss.slice(0, 16) }))).toEqual([])
    expect(found(evidence({ trainLoss: curve(30, 0.1, 0.7), testLoss }))).not.toContain('overfitting')
  })

  it('epochs that were not evaluated say nothing', () => {
    const gaps = (values: readonly number[]) => values.map((x, e) => (e % 5 === 0 ? x : NaN))
    const trainLoss = gaps(curve(30, 0.7, 0.1))
    const testLoss = gaps([...curve(10, 0.7, 0.5), ...curve(19, 0.51, 0.8)])
    expect(symptomOf(evidence({ trainLoss, testLoss }), 'overfitting')?.observation.details).toMatchObject({ epoch: 10 })
  })

  it('dead units: from a fifth of a layer on, serious when it is all of them', () => {
    expect(found(evidence({ layers: [{ dead: 0.1 }] }))).toEqual([])
    const symptom = symptomOf(evidence({ layers: [{ dead: 0.5 }] }), 'dead-units')
    expect(symptom).toMatchObject({ severity: 'warning', observation: { details: { layer: 1, dead: 2, units: 4 } } })
    expect(symptom?.remedy?.patch).toEqual({ hidden: [{ units: 4, activation: 'leaky-relu' }] })
    expect(symptomOf(evidence({ layers: [{ dead: 1 }] }), 'dead-units')?.severity).toBe('serious')
  })

  it('saturated units are not silent ones, even where their slope rounds to 0', () => {
    expect(found(evidence({ layers: [{ dead: 1, saturated: 1 }] }))).toEqual(['saturated'])
  })

  it('saturated units: more than half of the activations', () => {
    expect(found(evidence({ layers: [{ saturated: 0.4 }] }))).toEqual([])
    expect(symptomOf(evidence({ layers: [{ saturated: 0.9 }] }), 'saturated')?.observation.details).toMatchObject({ percent: 90 })
  })

  it.each([
    [0.1, 0.01],
    [1e-7, 1]
  ])('updates of %d of the weights: the rate %d', (ratio, rate) => {
    const symptom = symptomOf(evidence({ trainLoss: [0.7, 0.6], layers: [{ updateRatio: ratio }] }), 'update-ratio')
    expect(symptom?.remedy?.patch).toEqual({ learningRate: rate })
  })

  it('small updates at the end of a run are as they should be', () => {
    expect(found(evidence({ trainLoss: [0.7, 0.01], layers: [{ updateRatio: 1e-7 }] }))).toEqual([])
  })

  it('inputs of different size, only where nothing scales them', () => {
    const symptom = symptomOf(evidence({ width: 1000, settings: { scale: 'none' } }), 'unscaled')
    expect(symptom?.observation.details).toMatchObject({ wide: 'a', narrow: 'b' })
    expect(symptom?.remedy?.patch).toEqual({ scale: 'standard' })
    expect(found(evidence({ width: 1000 }))).toEqual([])
    expect(found(evidence({ settings: { scale: 'none' } }))).toEqual([])
  })

  it('classes of different size: weights, or the positive weight, where the loss takes them', () => {
    expect(symptomOf(evidence({ yes: 160, no: 40 }), 'unbalanced')?.remedy?.patch).toEqual({ classWeights: 'balanced' })
    const binary = symptomOf(evidence({ yes: 40, no: 160, settings: { loss: { kind: 'binary-cross-entropy' } } }), 'unbalanced')
    expect(binary?.remedy?.patch).toEqual({ loss: { kind: 'binary-cross-entropy', positiveWeight: 4 } })
    expect(found(evidence({ yes: 120, no: 80 }))).toEqual([])
    expect(found(evidence({ yes: 160, no: 40, settings: { classWeights: 'balanced' } }))).not.toContain('unbalanced')
  })

  it('few test rows, with the margin of the accuracy, and a larger share where that helps', () => {
    const symptom = symptomOf(evidence({ yes: 40, no: 40 }), 'few-test-rows')
    expect(symptom?.observation.details).toEqual({ rows: 20, percent: 13.1 })
    expect(symptom?.remedy?.patch).toEqual({ test: 0.38 })
    const none = symptomOf(evidence({ settings: { test: 0 } }), 'few-test-rows')
    expect(none?.observation.details).toEqual({ rows: 0 })
  })
})
