import { describe, expect, it } from 'vitest'
import {
  defaultSettings,
  diagnose,
  createTrainer,
  parseSettings,
  prepare,
  readCsv,
  ruleNames,
  rules,
  runEvidence,
  type History,
  type LayerStatistics,
  type RunEvidence,
  sentence,
  type Rule,
  type RuleName,
  type Settings,
  type Trial
} from '#core'

const encode = (text: string) => new TextEncoder().encode(text)

/** Two features, `a` about so many times as wide as `b`, and so many rows of either class, all different. */
function tableOf(width: number, yes: number, no: number) {
  const row = (i: number) => `${width * ((i * 7) % 11)},${((i * 5) % 13) + i / 1e4},${i < yes ? 'yes' : 'no'}`
  return readCsv(encode(['a,b,y', ...Array.from({ length: yes + no }, (_, i) => row(i))].join('\n')))
}

interface Case {
  readonly width?: number
  readonly yes?: number
  readonly no?: number
  readonly settings?: Partial<Settings>
  readonly trainLoss?: readonly number[]
  readonly testLoss?: readonly number[]
  /** Replaces what was measured of the layers, of the trained network and of the untrained one. */
  readonly layers?: readonly Partial<LayerStatistics>[]
  readonly untrained?: readonly Partial<LayerStatistics>[]
  readonly testError?: number
  readonly recall?: number
  readonly tried?: readonly Trial[]
  readonly failure?: RunEvidence['failure']
}

function evidence({
  width = 1,
  yes = 80,
  no = 80,
  settings: changed = {},
  trainLoss = [0.7, 0.1],
  testLoss = trainLoss,
  layers,
  untrained,
  testError = 0.05,
  recall = 1,
  tried = [],
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
  const trainer = createTrainer(prepared, settings)
  const measured = runEvidence({ settings, prepared, trainer, failure })
  const healthy = (changes: readonly Partial<LayerStatistics>[] = []) =>
    measured.untrained.map((layer, l) => ({ ...layer, dead: 0, saturated: null, updateRatio: 1e-2, ...changes[l] }))
  const epochs = trainLoss.length - 1
  return {
    ...measured,
    settings: { ...settings, epochs: Math.max(1, epochs) },
    history,
    epochs,
    layers: healthy(layers),
    untrained: healthy(untrained),
    baseline: Math.LN2,
    testError,
    rarestRecall: recall,
    tried
  }
}

const found = (one: RunEvidence) => diagnose(one).map(({ rule }) => rule)
const findingOf = (one: RunEvidence, name: RuleName) => diagnose(one).find(({ rule }) => rule === name)
const remedyOf = (one: RunEvidence, name: RuleName) => findingOf(one, name)?.remedy?.patch

/** So many epochs from one loss to another, in a straight line. */
const curve = (epochs: number, from: number, to: number) => Array.from({ length: epochs + 1 }, (_, e) => from + ((to - from) * e) / epochs)

const notFinite = { code: 'numeric.diverged', details: { step: 7, layer: 2, tensor: 'Z2', learningRate: 0.1 } } as const
const stuck = curve(20, 0.7, 0.69)

describe('the doctor', () => {
  it('finds nothing in a healthy run', () => {
    expect(diagnose(evidence())).toEqual([])
  })

  it.each(ruleNames)('names %s in both languages, and its source', (name) => {
    const rule: Rule = rules[name]
    expect(rule.source).toMatch(/[12]\d{3}|CS231n/)
    expect(sentence(`doctor.${name}.title`, {}, 'en')).toMatch(/^[A-Z]/)
    expect(sentence(`doctor.${name}.title`, {}, 'zh')).toMatch(/^\p{Script=Han}/u)
  })

  it('puts the cause first, what it explains beneath it, and the others last', () => {
    const all = diagnose(evidence({ failure: notFinite, yes: 90, no: 20, width: 1000, settings: { scale: 'none' } }))
    expect(all.map(({ rule, first, cause }) => [rule, first, cause])).toEqual([
      ['unscaled-inputs', true, null],
      ['divergence', false, 'unscaled-inputs'],
      ['imbalance', false, null],
      ['split-too-small', false, null]
    ])
    expect(all.map(({ remedy }) => remedy?.patch)).toEqual([{ scale: 'standard' }, undefined, { classWeights: 'balanced' }, undefined])
  })

  it('proposes only settings that fit, and none twice', () => {
    const ill = evidence({ width: 1000, yes: 12, no: 60, settings: { scale: 'none' }, trainLoss: stuck, layers: [{ dead: 0.5 }] })
    const patches = diagnose(ill).flatMap(({ remedy }) => (remedy ? [remedy.patch] : []))
    expect(patches.length).toBeGreaterThan(1)
    for (const patch of patches) expect(parseSettings({ ...ill.settings, ...patch })).toMatchObject(patch)
    const keys = patches.flatMap((patch) => Object.keys(patch))
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('does not lead back to settings that have failed', () => {
    const ill = evidence({ trainLoss: stuck, layers: [{ dead: 1 }] })
    const leaky: Settings['hidden'] = [{ units: 4, activation: 'leaky-relu' }]
    expect(remedyOf(ill, 'dead-units')).toEqual({ hidden: leaky })
    const tried = [{ settings: { ...ill.settings, hidden: leaky }, cause: 'dead-units' }] as const
    expect(remedyOf({ ...ill, tried }, 'dead-units')).toEqual({ learningRate: 0.03 })
    expect(remedyOf({ ...ill, tried: [{ ...tried[0], cause: null }] }, 'dead-units')).toEqual({ hidden: leaky })
  })
})

describe('each rule', () => {
  it('a number that is not finite: names the step and lowers the rate', () => {
    const finding = findingOf(evidence({ failure: notFinite }), 'divergence')
    expect(finding).toMatchObject({ level: 'serious', observation: { details: { step: 7, tensor: 'Z2' } } })
    expect(finding?.remedy?.patch.learningRate).toBeLessThan(0.1)
    expect(found(evidence({ failure: { code: 'request.cancelled', details: {} } }))).toEqual([])
    const overflow = { code: 'numeric.squares-overflow', details: { step: 7, layer: 1, tensor: 'v(W1)', optimizer: 'Adam' } } as const
    expect(findingOf(evidence({ failure: overflow }), 'divergence')?.observation).toEqual(overflow)
  })

  it('a loss that grows without bound is divergence too, be it finite', () => {
    expect(found(evidence({ trainLoss: curve(20, 0.7, 1e6) }))[0]).toBe('divergence')
    expect(found(evidence({ trainLoss: curve(20, 0.7, 5) }))[0]).not.toBe('divergence')
  })

  it.each([
    [0.02, false],
    [0.005, true]
  ])('a gradient of %d times the last in the first layer, and nothing learned: %s', (ratio, vanishes) => {
    const layers = [{ gradientNorm: ratio }, { gradientNorm: 1 }]
    expect(found(evidence({ trainLoss: stuck, layers, untrained: layers })).includes('vanishing-gradients')).toBe(vanishes)
    expect(found(evidence({ trainLoss: curve(20, 0.7, 0.2), layers, untrained: layers }))).toEqual([])
  })

  it('a gradient that vanishes behind dead or saturated units is their doing', () => {
    const layers = [{ gradientNorm: 0, dead: 1 }, { gradientNorm: 1 }]
    expect(found(evidence({ trainLoss: stuck, layers }))[0]).toBe('dead-units')
    expect(found(evidence({ trainLoss: stuck, layers: [{ gradientNorm: 0, saturated: 1 }] }))[0]).toBe('saturation')
  })

  it('dead units: from half of a layer on, serious where nothing was learned', () => {
    expect(found(evidence({ layers: [{ dead: 0.4 }], trainLoss: curve(20, 0.7, 0.1) }))).toEqual([])
    const finding = findingOf(evidence({ layers: [{ dead: 0.5 }], trainLoss: curve(20, 0.7, 0.1) }), 'dead-units')
    expect(finding).toMatchObject({ level: 'hint', observation: { details: { layer: 1, dead: 2, units: 4 } } })
    expect(findingOf(evidence({ layers: [{ dead: 0.5 }], trainLoss: stuck }), 'dead-units')?.level).toBe('serious')
  })

  it('dead units after steps that were too long want a lower rate, others another activation', () => {
    const dead = { trainLoss: stuck, layers: [{ dead: 1 }] }
    expect(remedyOf(evidence({ ...dead, untrained: [{ updateRatio: 2 }] }), 'dead-units')).toHaveProperty('learningRate')
    expect(remedyOf(evidence({ ...dead, untrained: [{ dead: 1 }], settings: { initializer: 'zeros' } }), 'dead-units')).toEqual({
      initializer: 'auto'
    })
  })

  it('saturated units: more than half of the activations, where nothing was learned', () => {
    expect(found(evidence({ trainLoss: stuck, layers: [{ saturated: 0.4 }] }))).not.toContain('saturation')
    expect(found(evidence({ trainLoss: curve(20, 0.7, 0.1), layers: [{ saturated: 0.9 }] }))).toEqual([])
    expect(findingOf(evidence({ trainLoss: stuck, layers: [{ saturated: 0.9 }] }), 'saturation')?.observation.details).toMatchObject({
      percent: 90
    })
  })

  it('saturation that long steps brought about is a consequence', () => {
    const ill = evidence({ trainLoss: curve(20, 0.7, 3), layers: [{ saturated: 0.9 }], untrained: [{ updateRatio: 4 }] })
    expect(diagnose(ill).map(({ rule, cause }) => [rule, cause])).toContainEqual(['saturation', 'rate-too-high'])
  })

  it('a rate is too high where the loss has risen or bounces, and too low where steps are short', () => {
    expect(found(evidence({ trainLoss: curve(20, 0.7, 0.9) }))[0]).toBe('rate-too-high')
    expect(found(evidence({ trainLoss: Array.from({ length: 21 }, (_, e) => (e % 2 === 0 ? 0.7 : 0.5)) }))[0]).toBe('rate-too-high')
    const short = evidence({ trainLoss: curve(20, 0.7, 0.68), untrained: [{ updateRatio: 1e-5 }, { updateRatio: 1e-5 }] })
    expect(found(short)[0]).toBe('rate-too-low')
    expect(remedyOf(short, 'rate-too-low')?.learningRate).toBeGreaterThan(10)
  })

  it('a small wobble of a loss that stands still is no rise', () => {
    const wobble = Array.from({ length: 41 }, (_, e) => 0.69 + (e % 3) / 1000)
    expect(found(evidence({ trainLoss: wobble }))).toEqual(['underfitting'])
  })

  it('a run too short to be judged is not', () => {
    const short = evidence({ trainLoss: curve(4, 0.7, 0.9) })
    expect(found({ ...short, settings: { ...short.settings, epochs: 100 } })).toEqual([])
  })

  it('a spike at the very end: three times the level before, and a tenth of a constant prediction', () => {
    const level = [0.7, ...curve(19, 0.06, 0.05)]
    expect(findingOf(evidence({ trainLoss: [...level, 0.5] }), 'spike')).toMatchObject({ level: 'serious' })
    expect(findingOf(evidence({ trainLoss: [...level, 0.2] }), 'spike')).toMatchObject({ level: 'hint' })
    expect(found(evidence({ trainLoss: [...level, 0.11] }))).toEqual([])
    expect(found(evidence({ trainLoss: [...level, 0.5, 0.05] }))).toEqual([])
  })

  it('overfitting: a rise beyond the noise of the test set is serious, one within it a hint', () => {
    const trainLoss = curve(30, 0.7, 0.1)
    const testLoss = [...curve(10, 0.7, 0.3), ...curve(19, 0.31, 0.5)]
    const finding = findingOf(evidence({ trainLoss, testLoss, testError: 0.05 }), 'overfitting')
    expect(finding).toMatchObject({
      level: 'serious',
      observation: { details: { epoch: 10, best: 0.3, now: 0.5, percent: 67, noise: 0.098 } }
    })
    expect(finding?.remedy?.patch).toMatchObject({ keepBest: true, stop: { patience: 10 } })
    expect(findingOf(evidence({ trainLoss, testLoss, testError: 0.2 }), 'overfitting')?.level).toBe('hint')
    expect(found(evidence({ trainLoss, testLoss, testError: 0.5 }))).toEqual([])
  })

  it('overfitting begins no sooner than ten epochs after the lowest test loss, and only where the training loss falls', () => {
    const trainLoss = curve(30, 0.7, 0.1)
    const testLoss = [...curve(10, 0.7, 0.3), ...curve(19, 0.31, 0.5)]
    expect(found(evidence({ trainLoss: trainLoss.slice(0, 19), testLoss: testLoss.slice(0, 19) }))).not.toContain('overfitting')
    expect(found(evidence({ trainLoss: curve(30, 0.1, 0.7), testLoss }))).not.toContain('overfitting')
    const gaps = (values: readonly number[]) => values.map((x, e) => (e % 5 === 0 ? x : NaN))
    expect(findingOf(evidence({ trainLoss: gaps(trainLoss), testLoss: gaps(testLoss) }), 'overfitting')?.observation.details).toMatchObject(
      { epoch: 10 }
    )
  })

  it('inputs of different size, only where nothing scales them', () => {
    const symptom = findingOf(evidence({ width: 1000, settings: { scale: 'none' } }), 'unscaled-inputs')
    expect(symptom).toMatchObject({
      level: 'hint',
      observation: { details: { wide: 'a', narrow: 'b' } },
      remedy: { patch: { scale: 'standard' } }
    })
    expect(found(evidence({ width: 1000 }))).toEqual([])
    expect(found(evidence({ settings: { scale: 'none' } }))).toEqual([])
    const own = evidence({ width: 1000, settings: { overrides: { a: { scale: 'none' } } } })
    expect(remedyOf(own, 'unscaled-inputs')).toEqual({ scale: 'standard', overrides: { a: {} } })
  })

  it('classes of different size: weights, or the positive weight, where the loss takes them', () => {
    const few = { yes: 160, no: 40, recall: 0.3 }
    expect(findingOf(evidence(few), 'imbalance')).toMatchObject({ level: 'serious', remedy: { patch: { classWeights: 'balanced' } } })
    const binary = evidence({ yes: 40, no: 160, recall: 0.3, settings: { loss: { kind: 'binary-cross-entropy' } } })
    expect(remedyOf(binary, 'imbalance')).toEqual({ loss: { kind: 'binary-cross-entropy', positiveWeight: 4 } })
    expect(findingOf(evidence({ ...few, recall: 0.7 }), 'imbalance')?.level).toBe('hint')
    expect(found(evidence({ ...few, recall: 0.95 }))).toEqual([])
    expect(found(evidence({ yes: 120, no: 80, recall: 0.3 }))).toEqual([])
    expect(found(evidence({ ...few, settings: { classWeights: 'balanced' } }))).not.toContain('imbalance')
  })

  it('few test rows, with the interval of the accuracy, and a larger share where that helps', () => {
    const symptom = findingOf(evidence({ yes: 40, no: 40 }), 'split-too-small')
    expect(symptom?.observation.details).toEqual({ rows: 20, low: 69.9, high: 97.2 })
    expect(symptom?.remedy?.patch).toEqual({ test: 0.38 })
    expect(findingOf(evidence({ settings: { test: 0 } }), 'split-too-small')?.observation.details).toEqual({ rows: 0 })
    // A quarter of 112 rows is 28: a little more would change nothing.
    expect(findingOf(evidence({ yes: 56, no: 56 }), 'split-too-small')?.remedy).toBeNull()
  })
})
