import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus'
import { describe, expect, it } from 'vitest'
import { LAYER_BYTES, layerFields, PLAN_BYTES, planFields } from '../../../../src/core/machines/wasm/fields'
import { SCHEDULED } from '../../../../src/core/machines/wasm/contexts'
import { lanesOf, readPanels, ROW_BYTES, viewOf, writePanels } from '../../../../src/core/machines/wasm/panels'
import { biasCorrections, contextNumbers, toKernelLoss } from '../../../../src/core/machines/wasm/settings'
import { isPositive, predictedClasses } from '../../../../src/core/metrics/predicted-classes'
import { squaredResiduals } from '../../../../src/core/metrics/squared-residuals'
import { dropoutMasks } from '../../../../src/core/network/dropout'
import type { Parameters } from '../../../../src/core/network/parameters'
import { activationNames, activationOf } from '../../../../src/core/nn/activations'
import { lossKinds, lossOf, type LossSpec } from '../../../../src/core/nn/losses'
import { optimizerKinds, optimizers, type OptimizerSpec } from '../../../../src/core/nn/optimizers'
import { applyUpdate, freshOptimizerState } from '../../../../src/core/network/update'
import { penaltyGradient } from '../../../../src/core/nn/regularizers'
import type { Targets } from '../../../../src/core/nn/targets'
import { createRandom, deriveSeed } from '../../../../src/core/random/random'
import { numbers, zeros, type Matrix, type Numbers, type Precision } from '../../../../src/core/tensor/matrix'
import { epochOrder } from '../../../../src/core/train/machine'
import { compiledKernels } from './kernels'

const { memory, exports } = compiledKernels()
const precisions = ['f32', 'f64'] as const
const start = Math.ceil(Number(exports.firstFreeByte()) / 64) * 64

/** A kernel of one precision. */
function kernel(name: string, precision: Precision): (...numbers: number[]) => number {
  return exports[`${name}${precision === 'f32' ? 32 : 64}`]
}

/** Hands out memory of zeros, from the first free byte on. */
function freshMemory() {
  new Uint8Array(memory.buffer).fill(0, start)
  let free = start
  return (bytes: number): number => {
    const address = free
    free += Math.ceil(bytes / 64) * 64
    return address
  }
}

function put(address: number, values: Numbers | Int32Array): void {
  new Uint8Array(memory.buffer).set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), address)
}

function take(address: number, length: number, precision: Precision): Numbers {
  const result = numbers(length, precision)
  new Uint8Array(result.buffer).set(new Uint8Array(memory.buffer).subarray(address, address + result.byteLength))
  return result
}

/** The numbers told apart by every bit but those of a NaN, which differ from host to host. */
function bitsOf(values: ArrayLike<number>): string[] {
  return Array.from(values, (x) => (Object.is(x, -0) ? '-0' : String(x)))
}

const edges = [
  0,
  -0,
  Infinity,
  -Infinity,
  NaN,
  1,
  -1,
  0.5,
  -0.5,
  0.34,
  -0.34,
  0.17,
  20,
  -20,
  19.999999999999996,
  10,
  36.7,
  -36.7,
  37,
  40,
  354.5,
  -372,
  700,
  709.78,
  709.782712893384,
  709.7827128933841,
  709.9,
  710,
  -708.2,
  -708.5,
  -720,
  -744,
  -745,
  -745.13,
  -745.1332191019411,
  -745.1332191019412,
  -745.1332191019413,
  -745.2,
  -746,
  1e10,
  -1e10,
  1e300,
  -1e300,
  1.7976931348623157e308,
  5e-324,
  -5e-324,
  2.2250738585072014e-308,
  1e-17,
  -1e-17,
  1e-8,
  0.34657359027997264,
  0.3465735902799727,
  -0.34657359027997264,
  0.6931471805599453,
  1.0397207708399179,
  -0.6931471805599453,
  3e38,
  -3e38,
  1e-45
]

/** Numbers of every size and sign, edges among them, a multiple of 64 bytes in all. */
function manyNumbers(precision: Precision, withEdges = true): Numbers {
  const random = createRandom(11)
  const scales = [1e-300, 1e-20, 1e-6, 0.01, 0.3, 1, 3, 10, 40, 200, 400, 800]
  const drawn = Array.from({ length: 24_000 }, (_, i) => scales[i % scales.length] * (2 * random.uniform() - 1))
  const all = withEdges ? [...edges, ...edges.map((x) => x * (1 + 2e-16)), ...edges.map((x) => x * 0.5), ...drawn] : drawn
  return numbers(all.length - (all.length % 16), precision).map((_, e) => all[e]) as Numbers
}

describe.each(precisions)('the activations of the kernels, %s', (precision) => {
  it.each(activationNames)('%s and its derivative have every bit of the catalogue’s', (name) => {
    const { value, derivative } = activationOf(name)
    const z = manyNumbers(precision)
    const random = createRandom(5)
    const grad = z.map(() => random.normal()) as Numbers
    const a = z.map(value) as Numbers
    const allocate = freshMemory()
    const [atZ, atA, atGrad] = [1, 2, 3].map(() => allocate(z.byteLength))
    put(atZ, z)
    put(atGrad, grad)
    const code = activationNames.indexOf(name)
    kernel('activate', precision)(code, atZ, atA, z.byteLength)
    expect(bitsOf(take(atA, z.length, precision))).toEqual(bitsOf(a))
    kernel('throughActivation', precision)(code, atGrad, atZ, atA, z.byteLength)
    expect(bitsOf(take(atGrad, z.length, precision))).toEqual(bitsOf(grad.map((g, e) => g * derivative(z[e], a[e]))))
  })

  it.each(activationNames)('%s may take the place of what it is computed from', (name) => {
    const z = manyNumbers(precision, false)
    const at = freshMemory()(z.byteLength)
    put(at, z)
    kernel('activate', precision)(activationNames.indexOf(name), at, at, z.byteLength)
    expect(bitsOf(take(at, z.length, precision))).toEqual(bitsOf(z.map(activationOf(name).value)))
  })
})

/** Outputs [rows, width] with targets, kinds of trouble among them. */
function lossCase(
  kind: LossSpec['kind'],
  rows: number,
  width: number,
  precision: Precision,
  output: (i: number) => number
): { output: Matrix; targets: Targets } {
  const random = createRandom(rows * 100 + width)
  const matrix = zeros(rows, width, precision)
  for (let e = 0; e < matrix.data.length; e++) matrix.data[e] = output(e)
  if (lossOf({ kind }).targets === 'classes') {
    return { output: matrix, targets: { kind: 'classes', classes: Int32Array.from({ length: rows }, () => random.below(width)) } }
  }
  const values = zeros(rows, width, precision)
  for (let e = 0; e < values.data.length; e++) {
    values.data[e] = kind === 'binary-cross-entropy' ? [0, 1, 0, 1, 0.3][e % 5] : random.uniform() < 0.1 ? matrix.data[e] : random.normal()
  }
  return { output: matrix, targets: { kind: 'values', values } }
}

/** Loss and gradient of every row by the kernels. */
function lossByKernels(spec: LossSpec, output: Matrix, targets: Targets, precision: Precision) {
  const allocate = freshMemory()
  const panelCount = Math.ceil(output.columns / lanesOf(precision))
  const panelBytes = output.rows * ROW_BYTES
  const view = viewOf(memory.buffer, precision)
  const atOutput = allocate(panelCount * panelBytes)
  const atGrad = allocate(panelCount * panelBytes)
  // What pads the outputs is never read as data.
  view.fill(7, atOutput / view.BYTES_PER_ELEMENT, atGrad / view.BYTES_PER_ELEMENT)
  writePanels(view, { address: atOutput, panelBytes }, output)
  const stride = targets.kind === 'classes' ? 4 : output.columns * view.BYTES_PER_ELEMENT
  const atTargets = allocate(stride * output.rows)
  put(atTargets, targets.kind === 'classes' ? targets.classes : targets.values.data)
  const options = Float64Array.from(toKernelLoss(spec, output.columns).numbers)
  const atOptions = allocate(options.byteLength)
  put(atOptions, options)
  const divisor = spec.reduction === 'sum' ? 1 : lossOf(spec).averages === 'rows' ? output.rows : output.data.length
  const room = Math.ceil(output.rows / 16) * 16
  const termBytes = Math.ceil(output.columns / 2) * 16
  const [terms, tails, rowLosses, rowScores] = [termBytes, termBytes, 8, 8].map((bytes) => allocate(room * bytes))
  const [atPlan, atLayer] = [PLAN_BYTES, LAYER_BYTES].map(allocate)
  planFields(memory.buffer, atPlan).set({
    loss: lossKinds.indexOf(spec.kind),
    lossOptions: atOptions,
    panelBytes,
    targets: atTargets,
    targetBytes: stride,
    terms,
    tails,
    termBytes,
    rowLosses,
    rowScores
  })
  layerFields(memory.buffer, atLayer).set({ units: output.columns, Z: atOutput, A: atOutput, gradZ: atGrad })
  kernel('lossesOfRows', precision)(atPlan, atLayer, 0, output.rows, divisor, 1)
  const sum = new Float64Array(memory.buffer, rowLosses, output.rows).reduce((total, loss) => total + loss, 0)
  const padded = readPanels(view, { address: atGrad, panelBytes }, output.rows, panelCount * lanesOf(precision))
  const padding = padded.data.filter((_, e) => e % padded.columns >= output.columns)
  const scores = [0, 1, 2].map((metric) => {
    if ((metric === 0) !== (targets.kind === 'classes')) return NaN
    let total = 0
    for (let i = 0; i < output.rows; i++) {
      total += kernel('scoreOfRow', precision)(metric, atOutput + i * ROW_BYTES, panelBytes, output.columns, atTargets + i * stride)
    }
    return total
  })
  return { value: sum / divisor, gradient: readPanels(view, { address: atGrad, panelBytes }, output.rows, output.columns), padding, scores }
}

const specs: LossSpec[] = [
  ...lossKinds.map((kind) => ({ kind })),
  { kind: 'softmax-cross-entropy', reduction: 'sum' },
  { kind: 'binary-cross-entropy', positiveWeight: 3.7 },
  { kind: 'huber', delta: 0.3 },
  { kind: 'multiclass-hinge', margin: 0.25 }
]

const widths = [1, 2, 3, 7, 8, 9, 10, 15, 16, 17, 33]

describe.each(precisions)('the losses of the kernels, %s', (precision) => {
  const sources: [string, (e: number) => number][] = [
    [
      'ordinary',
      (() => {
        const random = createRandom(3)
        return () => 3 * random.normal()
      })()
    ],
    [
      'far apart',
      (() => {
        const random = createRandom(4)
        return () => 400 * random.normal()
      })()
    ],
    ['beyond all bounds', (e) => edges[(7 * e) % edges.length]]
  ]

  it.each(specs.flatMap((spec) => sources.map(([name, source]) => [spec.kind, JSON.stringify(spec), name, spec, source] as const)))(
    '%s %s has every bit of the catalogue’s, and so has its gradient, where scores are %s',
    (kind, _text, _name, spec, source) => {
      for (const width of widths) {
        const { output, targets } = lossCase(kind, 13, width, precision, source)
        const found = lossByKernels(spec, output, targets, precision)
        const truth = lossOf(spec)
        expect(bitsOf([found.value])).toEqual(bitsOf([truth.value(output, targets)]))
        expect(bitsOf(found.gradient.data)).toEqual(bitsOf(truth.gradient(output, targets).data))
        expect(found.padding.every((x) => x === 0)).toBe(true)
      }
    }
  )

  it('softmax cross-entropy weighs the classes', () => {
    const random = createRandom(9)
    const spec: LossSpec = { kind: 'softmax-cross-entropy', classWeights: [0.3, 1.7, 2.9] }
    const { output, targets } = lossCase(spec.kind, 40, 3, precision, () => random.normal())
    const found = lossByKernels(spec, output, targets, precision)
    expect(found.value).toBe(lossOf(spec).value(output, targets))
    expect(found.gradient).toEqual(lossOf(spec).gradient(output, targets))
  })

  it('counts right answers and residuals as the evaluation does', () => {
    const random = createRandom(10)
    for (const width of widths) {
      // Coarse scores, so that several are the largest.
      const labels = lossCase('softmax-cross-entropy', 50, width, precision, (e) => (e % 97 === 0 ? NaN : random.below(4)))
      const predicted = predictedClasses(labels.output)
      const classes = labels.targets.kind === 'classes' ? labels.targets.classes : new Int32Array()
      const {
        scores: [right]
      } = lossByKernels({ kind: 'softmax-cross-entropy' }, labels.output, labels.targets, precision)
      expect(right).toBe(classes.filter((truth, i) => truth === predicted[i]).length)
      const { output, targets } = lossCase('binary-cross-entropy', 50, width, precision, () => random.below(5) / 4)
      const values = targets.kind === 'values' ? targets.values : output
      const {
        scores: [, same, residuals]
      } = lossByKernels({ kind: 'binary-cross-entropy' }, output, targets, precision)
      expect(same).toBe(values.data.filter((truth, e) => isPositive(truth) === isPositive(output.data[e])).length)
      expect(residuals).toBe(squaredResiduals(output, values))
    }
  })
})

const LENGTH = 192

/** One tensor whose last lanes are padding. */
function tensor(precision: Precision, seed: number, scale: number): Matrix {
  const random = createRandom(seed)
  const matrix = zeros(1, LENGTH, precision)
  for (let e = 0; e < LENGTH - 5; e++) matrix.data[e] = scale * random.normal() * (e % 3 === 0 ? 1e-6 : 1)
  return matrix
}

/** Ten updates by the kernels, and by the catalogue. */
function updates(spec: OptimizerSpec, precision: Precision, learningRate: number) {
  const W = tensor(precision, 1, 1)
  const parameters: Parameters = [{ W, b: null }]
  let state = freshOptimizerState(spec, parameters)
  const allocate = freshMemory()
  const [atW, atG, atFirst, atSecond] = [1, 2, 3, 4].map(() => allocate(W.data.byteLength))
  const context = contextNumbers(spec)
  const atContext = allocate(context.length * 8)
  const [first, second] = biasCorrections(spec)
  put(atW, W.data)
  for (let step = 1; step <= 10; step++) {
    const G = tensor(precision, 100 + step, 0.1)
    state = applyUpdate(spec, learningRate, state, parameters, [{ W: G, b: null }])
    put(atG, G.data)
    put(atContext, Float64Array.of(learningRate, first(step), second(step), ...context.slice(SCHEDULED)))
    kernel('update', precision)(optimizerKinds.indexOf(spec.kind), atW, atG, atFirst, atSecond, W.data.byteLength, atContext)
  }
  const slots = [atFirst, atSecond].slice(0, optimizers[spec.kind].slots).map((address) => take(address, LENGTH, precision))
  return { found: [take(atW, LENGTH, precision), ...slots], truth: [W.data, ...state.slots[0]] }
}

const optimizerSpecs: OptimizerSpec[] = [
  ...optimizerKinds.map((kind) => ({ kind })),
  { kind: 'sgd', momentum: 0.9 },
  { kind: 'sgd', momentum: 0.9, nesterov: true },
  { kind: 'rmsprop', decay: 0.5, epsilon: 1e-3 },
  { kind: 'adam', beta1: 0.5, beta2: 0.9, epsilon: 0.1 },
  { kind: 'adamw', weightDecay: 0.3 }
]

describe('the optimizers of the kernels', () => {
  it.each(optimizerSpecs.map((spec) => [JSON.stringify(spec), spec] as const))(
    '%s has every bit of the catalogue’s in float64',
    (_text, spec) => {
      const { found, truth } = updates(spec, 'f64', 0.037)
      expect(found.map(bitsOf)).toEqual(truth.map(bitsOf))
    }
  )

  it.each(optimizerSpecs.map((spec) => [JSON.stringify(spec), spec] as const))('%s follows the catalogue in float32', (_text, spec) => {
    const { found, truth } = updates(spec, 'f32', 0.037)
    // Each of ten updates rounds some eight times to 24 bits, of numbers not much above 1.
    const bound = 10 * 8 * 5.97e-8
    found.forEach((values, t) => {
      const size = Math.max(1, ...truth[t].map(Math.abs))
      values.forEach((x, e) => expect(Math.abs(x - truth[t][e])).toBeLessThanOrEqual(bound * size))
    })
  })

  it.each(precisions)('leave lanes of zeros alone, however small epsilon is, %s', (precision) => {
    for (const spec of [...optimizerSpecs, { kind: 'adam', epsilon: 1e-60 }, { kind: 'adagrad', epsilon: 1e-60 }] as const) {
      const { found } = updates(spec, precision, 0.037)
      expect(found.every((values) => values.subarray(LENGTH - 5).every((x) => x === 0))).toBe(true)
    }
  })
})

describe.each(precisions)('the regularizer of the kernels, %s', (precision) => {
  it.each([
    [0, 0],
    [0.01, 0],
    [0, 0.003],
    [0.02, 0.1]
  ])('adds the gradient of the penalty, l1 = %f, l2 = %f', (l1, l2) => {
    const W = tensor(precision, 1, 1)
    W.data.set([0, -0, 0, -0, 1, -1])
    const G = tensor(precision, 2, 1)
    G.data.set([0, -0, -0, 0])
    const allocate = freshMemory()
    const [atW, atG] = [1, 2].map(() => allocate(W.data.byteLength))
    put(atW, W.data)
    put(atG, G.data)
    kernel('addPenaltyGradient', precision)(atG, atW, W.data.byteLength, l1, l2)
    const pull = penaltyGradient(W, { l1, l2 }).data
    const truth = G.data.map((g, e) => g + pull[e])
    const found = take(atG, LENGTH, precision)
    if (precision === 'f64') expect(bitsOf(found)).toEqual(bitsOf(truth))
    // Factors, products and sums round to 24 bits: five roundings of numbers below 4.
    found.forEach((x, e) => expect(Math.abs(x - truth[e])).toBeLessThanOrEqual(precision === 'f64' ? 0 : 5 * 4 * 5.97e-8))
  })
})

describe.each(precisions)('the dropout of the kernels, %s', (precision) => {
  it.each([0.1, 0.5, 0.8999999999999999, 1e-20])('draws the masks of one step, rate %f', (rate) => {
    const layers = [5, 16, 33, 2].map((units) => ({ units, activation: 'relu', dropout: rate }) as const)
    const rows = 11
    const truth = dropoutMasks({ inputs: 3, layers }, rows, 42, 7, precision)
    const view = viewOf(memory.buffer, precision)
    const allocate = freshMemory()
    const atState = allocate(16)
    // The stream of dropout (4) at step 7, as createStream and createRandom make it.
    const seed = deriveSeed(deriveSeed(42, 4), 7)
    const words = [0, 1, 2, 3].map((word) => deriveSeed(seed, word) | 0)
    put(atState, Int32Array.from(words))
    const generator = xoroshiro128plusFromState(words)
    layers.slice(0, 3).forEach(({ units }, l) => {
      const panelBytes = 16 * ROW_BYTES
      const address = allocate(Math.ceil(units / lanesOf(precision)) * panelBytes)
      kernel('dropoutMask', precision)(atState, address, panelBytes, rows, units, rate)
      expect(readPanels(view, { address, panelBytes }, rows, units)).toEqual(truth[l])
      for (let draw = 0; draw < 2 * rows * units; draw++) generator.next()
    })
    expect([...new Int32Array(memory.buffer, atState, 4)]).toEqual(generator.getState())
  })
})

describe('the shuffle of the kernels', () => {
  it.each([0, 1, 2, 7, 1000])('orders %i rows as the catalogue’s streams do', (rows) => {
    const allocate = freshMemory()
    const [atOrder, atState] = [rows * 4, 16].map(allocate)
    for (const [seed, epoch] of [
      [0, 0],
      [1, 3],
      [4_294_967_295, 70_000]
    ]) {
      // The stream of the row order is number 3.
      exports.shuffle(atOrder, rows, atState, deriveSeed(seed, 3), epoch)
      expect(new Int32Array(memory.buffer, atOrder, rows).slice()).toEqual(epochOrder(rows, seed, epoch))
    }
  })
})

describe.each(precisions)('the check for numbers that are not finite, %s', (precision) => {
  it('finds one wherever it is, and lets the largest through', () => {
    const values = numbers(64, precision).fill(precision === 'f32' ? -3.4028234663852886e38 : 1.7976931348623157e308)
    const at = freshMemory()(values.byteLength)
    put(at, values)
    expect(kernel('allFinite', precision)(at, values.byteLength)).toBe(1)
    for (let e = 0; e < values.length; e++) {
      for (const wrong of [NaN, Infinity, -Infinity]) {
        put(at, values.map((x, i) => (i === e ? wrong : x)) as Numbers)
        expect(kernel('allFinite', precision)(at, values.byteLength)).toBe(0)
      }
    }
  })
})
