import { afterAll, describe, expect, it } from 'vitest'
import { LAYER_BYTES, PLAN_BYTES } from '../../../../src/core/machines/wasm/fields'
import { wasmMachine, type WasmMachineOptions } from '../../../../src/core/machines/wasm/wasm-machine'
import type { AppError } from '../../../../src/core/messages/app-error'
import { initialParameters, namedTensors } from '../../../../src/core/network/parameters'
import type { NetworkSpec } from '../../../../src/core/network/spec'
import { activationNames } from '../../../../src/core/nn/activations'
import { lossKinds, lossOf, type LossSpec } from '../../../../src/core/nn/losses'
import { optimizerKinds, type OptimizerKind, type OptimizerSpec } from '../../../../src/core/nn/optimizers'
import type { Regularization } from '../../../../src/core/nn/regularizers'
import type { Samples } from '../../../../src/core/nn/targets'
import { createRandom } from '../../../../src/core/random/random'
import { zeros, type Matrix, type Precision } from '../../../../src/core/tensor/matrix'
import type { MachineFactory } from '../../../../src/core/train/machine'
import { plainMachine } from '../../../../src/core/machines/plain/plain-machine'
import { Trainer } from '../../../../src/core/train/trainer'
import { compiledKernels, testHost } from './kernels'

const host = testHost()
const releases: (() => void)[] = []
afterAll(() => releases.forEach((release) => release()))

function fast(options: Partial<WasmMachineOptions> = {}): MachineFactory {
  return (run) => {
    const machine = wasmMachine(run, { host, tile: 5, threads: 1, ...options })
    releases.push(() => machine.release())
    return machine
  }
}

const random = createRandom(11)

function randomMatrix(rows: number, columns: number, precision: Precision): Matrix {
  const matrix = zeros(rows, columns, precision)
  for (let e = 0; e < matrix.data.length; e++) matrix.data[e] = random.normal()
  return matrix
}

function samples(rows: number, network: NetworkSpec, loss: LossSpec, precision: Precision): Samples {
  const X = randomMatrix(rows, network.inputs, precision)
  const outputs = network.layers[network.layers.length - 1].units
  if (lossOf(loss).targets === 'classes') {
    return { X, targets: { kind: 'classes', classes: Int32Array.from({ length: rows }, () => random.below(outputs)) } }
  }
  const values = randomMatrix(rows, outputs, precision)
  if (lossOf(loss).task === 'classification') values.data.forEach((value, e) => (values.data[e] = value > 0 ? 1 : 0))
  return { X, targets: { kind: 'values', values } }
}

interface Case {
  readonly name: string
  readonly precision?: Precision
  readonly network: NetworkSpec
  readonly loss: LossSpec
  readonly optimizer?: OptimizerSpec
  readonly regularization?: Regularization
  readonly clip?: number
  readonly rows?: number
  readonly batchSize?: number
}

/** One step more, or a part of one; null for a part. */
const oneStep = (trainer: Trainer): number | null => trainer.trainStep()

/** A run of three epochs on either machine, on the same data; `advance` is how the kernels go on. */
function both(
  { precision = 'f64', network, loss, optimizer = { kind: 'sgd' }, regularization = {}, clip, rows = 53, batchSize = 17 }: Case,
  machine = fast(),
  advance: (trainer: Trainer) => unknown = oneStep
) {
  const train = samples(rows, network, loss, precision)
  const test = samples(19, network, loss, precision)
  const run = (factory: MachineFactory, goOn: typeof advance) => {
    const trainer = new Trainer({
      network,
      train,
      test,
      optimizer,
      shuffleSeed: 5,
      learningRate: 0.01,
      batchSize,
      clip: clip ?? null,
      objective: { loss, regularization },
      parameters: initialParameters(network, 3, precision),
      machine: factory
    })
    const losses: number[] = []
    while (trainer.epoch < 3) {
      const loss = goOn(trainer)
      // Not after a part of a long step; and a step is taken again where a thread was lost.
      if (typeof loss === 'number') losses[trainer.step - 1] = loss
    }
    return { losses, state: trainer.state(), batches: trainer.batchLosses.read() }
  }
  return { plain: run(plainMachine, oneStep), kernels: run(machine, advance) }
}

function layersFor(loss: LossSpec, outputs: number, hidden: NetworkSpec['layers']): NetworkSpec {
  return { inputs: 9, layers: [...hidden, { units: outputs, activation: lossOf(loss).outputActivation ?? 'tanh' }] }
}

const crossEntropy: LossSpec = { kind: 'softmax-cross-entropy' }
const usual = layersFor(crossEntropy, 4, [
  { units: 21, activation: 'tanh' },
  { units: 7, activation: 'relu' }
])

const cases: Case[] = [
  ...activationNames.map((activation): Case => ({
    name: activation,
    network: layersFor(crossEntropy, 3, [
      { units: 11, activation },
      { units: 6, activation }
    ]),
    loss: crossEntropy
  })),
  ...lossKinds.map((kind): Case => ({ name: kind, network: layersFor({ kind }, 5, [{ units: 12, activation: 'tanh' }]), loss: { kind } })),
  ...lossKinds.map((kind): Case => ({
    name: `${kind}, sum`,
    network: layersFor({ kind }, 2, [{ units: 12, activation: 'tanh' }]),
    loss: { kind, reduction: 'sum' }
  })),
  { name: 'class weights', network: usual, loss: { kind: 'softmax-cross-entropy', classWeights: [1, 0.3, 2, 4] } },
  ...optimizerKinds.map((kind): Case => ({ name: kind, network: usual, loss: crossEntropy, optimizer: { kind } })),
  { name: 'momentum', network: usual, loss: crossEntropy, optimizer: { kind: 'sgd', momentum: 0.9 } },
  { name: 'nesterov', network: usual, loss: crossEntropy, optimizer: { kind: 'sgd', momentum: 0.9, nesterov: true } },
  { name: 'l1 and l2', network: usual, loss: crossEntropy, regularization: { l1: 0.01, l2: 0.02 } },
  { name: 'clipping', network: usual, loss: crossEntropy, clip: 0.05, regularization: { l2: 0.02 } },
  {
    name: 'dropout',
    network: layersFor(crossEntropy, 4, [
      { units: 21, activation: 'tanh', dropout: 0.3 },
      { units: 7, activation: 'linear', dropout: 0.5 }
    ]),
    loss: crossEntropy,
    optimizer: { kind: 'adam' }
  },
  { name: 'no bias', network: { ...usual, bias: false }, loss: crossEntropy, optimizer: { kind: 'adam' }, clip: 0.1 },
  { name: 'one layer', network: layersFor(crossEntropy, 3, []), loss: crossEntropy },
  { name: 'one row a batch', network: usual, loss: crossEntropy, batchSize: 1 },
  { name: 'a batch of all rows', network: usual, loss: crossEntropy, rows: 301, batchSize: 1000 },
  { name: 'evaluation in chunks', network: usual, loss: crossEntropy, rows: 2100, batchSize: 700 },
  {
    name: 'wide layers',
    network: layersFor(crossEntropy, 17, [
      { units: 70, activation: 'gelu' },
      { units: 33, activation: 'silu' }
    ]),
    loss: crossEntropy
  }
]

describe('the machine on WebAssembly', () => {
  it('reads the plan as it is written', () => {
    const { exports } = compiledKernels()
    expect([exports.planBytes(), exports.layerBytes()]).toEqual([PLAN_BYTES, LAYER_BYTES])
  })

  it.each(cases)('gives the plain weights, losses and figures to the last bit in float64: $name', (one) => {
    const { plain, kernels } = both(one)
    expect(kernels).toEqual(plain)
  })

  it.each(cases)('does so however many steps a call takes: $name', (one) => {
    const { plain, kernels } = both(one, fast(), (trainer) => trainer.trainSteps(1 + random.below(7), 3))
    expect([kernels.state, kernels.batches]).toEqual([plain.state, plain.batches])
  })

  it.each(cases)('does so in parts, on three threads: $name', (one) => {
    const { plain, kernels } = both(one, fast({ threads: 3, worthThreads: 0, long: 20_000 }))
    expect(kernels).toEqual(plain)
  })

  it.each(cases)('gives the same in float32: $name', (one) => {
    const { plain, kernels } = both({ ...one, precision: 'f32' })
    expect(kernels).toEqual(plain)
  })

  it('names the first tensor that is not finite as the plain path does', () => {
    const network: NetworkSpec = {
      inputs: 9,
      layers: [
        { units: 8, activation: 'linear' },
        { units: 3, activation: 'linear' }
      ]
    }
    const loss: LossSpec = { kind: 'mean-squared-error' }
    const train = samples(32, network, loss, 'f64')
    const message = (machine: MachineFactory, learningRate: number, together = 1) => {
      const trainer = new Trainer({
        network,
        train,
        test: train,
        shuffleSeed: 1,
        learningRate,
        batchSize: 8,
        objective: { loss, regularization: {} },
        parameters: initialParameters(network, 1),
        machine
      })
      try {
        for (let step = 0; step < 2000; step += together) trainer.trainSteps(together, Infinity)
      } catch (error) {
        return String(error)
      }
      return 'finite'
    }
    for (const rate of [1e3, 1e80, 1e150, 1e300]) {
      const truth = message(plainMachine, rate)
      for (const together of [1, 3, 100]) expect(message(fast(), rate, together)).toBe(truth)
    }
    expect(message(fast(), 1e3)).toContain('step')
  })

  describe('a gradient too large to be squared', () => {
    const network: NetworkSpec = { inputs: 3, layers: [{ units: 2, activation: 'linear' }] }
    const loss: LossSpec = { kind: 'mean-squared-error' }

    function unscaled(precision: Precision): Samples {
      const { X, targets } = samples(8, network, loss, precision)
      const scale = precision === 'f64' ? 1e160 : 1e30
      return { X: { ...X, data: X.data.map((x) => x * scale) }, targets }
    }
    const unscaledRows = { f32: unscaled('f32'), f64: unscaled('f64') }

    function run(machine: MachineFactory, optimizer: OptimizerSpec, clip: number | null, precision: Precision) {
      const train = unscaledRows[precision]
      const objective = { loss, regularization: {} }
      const parameters = initialParameters(network, 1, precision, 'zeros')
      const trainer = new Trainer({
        network,
        train,
        test: train,
        shuffleSeed: 1,
        learningRate: 1e-160,
        batchSize: 8,
        optimizer,
        clip,
        objective,
        parameters,
        machine
      })
      try {
        trainer.trainEpoch()
      } catch (error) {
        return (error as AppError).details
      }
      return Array.from(trainer.parameters[0].W.data)
    }

    const squaring: OptimizerKind[] = ['rmsprop', 'adagrad', 'adam', 'adamw']
    it.each(squaring.flatMap((kind) => (['f32', 'f64'] as const).map((precision) => [kind, precision] as const)))(
      'stops %s in %s, naming its memory, as the plain path does',
      (kind, precision) => {
        const plain = run(plainMachine, { kind }, null, precision)
        expect(plain).toMatchObject({ step: 1, layer: 1, tensor: kind.startsWith('adam') ? 'v(W1)' : 's(W1)' })
        expect(run(fast(), { kind }, null, precision)).toEqual(plain)
        expect(run(fast({ threads: 3, worthThreads: 0, long: 8 }), { kind }, null, precision)).toEqual(plain)
      }
    )

    it('is clipped to the same bits as by the plain path, and moves the weights', () => {
      const plain = run(plainMachine, { kind: 'sgd' }, 1, 'f64')
      expect(plain).toHaveLength(6)
      expect(Math.hypot(...(plain as number[])) / 1e-160).toBeCloseTo(1, 12)
      expect(run(fast(), { kind: 'sgd' }, 1, 'f64')).toEqual(plain)
    })
  })

  it('goes on alone, with the same bits, when its threads never answer', () => {
    const dead = fast({ host: testHost(''), threads: 2, worthThreads: 0 })
    const { plain, kernels } = both(cases[0], dead)
    expect(kernels.state).toEqual(plain.state)
  })

  it('refuses what does not fit, with the bytes it would take', () => {
    const network: NetworkSpec = {
      inputs: 1,
      layers: [
        { units: 500_000_000, activation: 'relu' },
        { units: 1, activation: 'linear' }
      ]
    }
    const train = samples(3, { ...network, layers: [network.layers[1]] }, { kind: 'mean-squared-error' }, 'f32')
    const none = { W: zeros(0, 0, 'f32'), b: null }
    const options = { network, optimizer: { kind: 'sgd' }, parameters: [none, none], train, test: train, shuffleSeed: 0 } as const
    expect(() => wasmMachine(options, { host, tile: 5, threads: 1 })).toThrow(/\d{11} bytes.*4294967296/)
  })
})

describe('the gradients of a step by the kernels', () => {
  const plainNetwork: NetworkSpec = {
    inputs: 19,
    layers: [
      { units: 21, activation: 'tanh', dropout: 0.25 },
      { units: 3, activation: 'linear' }
    ]
  }
  const objective = { loss: { kind: 'softmax-cross-entropy' }, regularization: { l1: 0.001, l2: 0.01 } } as const

  it.each([
    ['f64', true],
    ['f64', false],
    ['f32', true]
  ] as const)('are those of the plain machine in %s (with biases: %s), and leave the weights alone', (precision, bias) => {
    const network = { ...plainNetwork, bias }
    const train = samples(23, network, objective.loss, precision)
    const parameters = initialParameters(network, 3, precision)
    const request = { from: 4, to: 17, objective, learningRate: 1, clip: null, step: 5 }
    const [fastOnes, plainOnes] = [fast(), plainMachine].map((factory) => {
      const machine = factory({ network, optimizer: { kind: 'adam' }, parameters, train, test: train, batchSize: 13, shuffleSeed: 5 })
      machine.shuffle(2)
      const gradients = machine.gradients(request)
      expect(machine.parameters()).toEqual(parameters)
      return namedTensors(gradients)
    })
    expect(fastOnes.map(({ name }) => name)).toEqual(plainOnes.map(({ name }) => name))
    plainOnes.forEach(({ name, matrix }, t) => {
      const { data } = fastOnes[t].matrix
      if (precision === 'f64') expect(data, name).toEqual(matrix.data)
      else data.forEach((value: number, e: number) => expect(value, name).toBeCloseTo(matrix.data[e], 5))
    })
  })
})
