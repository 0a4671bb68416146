import { describe, expect, it } from 'vitest'
import {
  activationNames,
  backward,
  copyParameters,
  createRandom,
  dropoutMasks,
  forward,
  initialParameters,
  losses,
  lossKinds,
  matrixFrom,
  namedTensors,
  networkDirectionalDerivative,
  networkGradients,
  networkGraph,
  networkHessianVectorProduct,
  reverseSweep,
  sweepEvents,
  totalLoss,
  zeros,
  type ActivationName,
  type LossKind,
  type LossSpec,
  type NetworkProblem,
  type NetworkSpec,
  type Objective,
  type Parameters,
  type Samples
} from '#core'
import { disagreement, flat, parametersOf, readCases, targetsOf, type GradientCase, type ReferenceTensor } from '../../../support/reference'
import { normals } from '../../../support/operation-samples'

const AGREEMENT = 1e-9

type SecondOrderCase = GradientCase & {
  readonly direction?: readonly ReferenceTensor[]
  readonly expected: {
    readonly directionalDerivative?: number
    readonly hessianVectorProduct?: readonly ReferenceTensor[]
  }
}

function problemOf(one: GradientCase): NetworkProblem {
  return {
    network: one.network,
    objective: { loss: one.loss, regularization: one.regularization },
    parameters: parametersOf(one.parameters),
    samples: { X: matrixFrom(one.X), targets: targetsOf(one.y) }
  }
}

function expectAgreement(ours: Parameters, theirs: readonly ReferenceTensor[]): void {
  theirs.forEach(({ W, b }, l) => {
    expect(disagreement(flat(ours[l].W), W.flat())).toBeLessThanOrEqual(AGREEMENT)
    expect(disagreement(flat(ours[l].b), b)).toBeLessThanOrEqual(AGREEMENT)
  })
}

/**
 * The reference's own second derivatives are NaN here: a softplus at z = −813.65 is beyond what e^−z can hold. Ours
 * must be finite.
 */
const BROKEN_REFERENCE = 'g11-060'

describe('a network as a graph against PyTorch autograd in float64', () => {
  const cases = readCases<SecondOrderCase>('gradient-cases.json')

  it.each(cases.map((one) => [one.id, one] as const))('%s agrees in loss, outputs and every gradient', (_id, one) => {
    const net = networkGraph(problemOf(one))
    const { gradients: slopes, gradX } = networkGradients(net)
    expect(disagreement(net.loss.value.data, [one.expected.loss])).toBeLessThanOrEqual(AGREEMENT)
    const outputs = net.layers[net.layers.length - 1].A.value
    expect(disagreement(outputs.data, one.expected.outputs.flat())).toBeLessThanOrEqual(AGREEMENT)
    expect(disagreement(gradX.data, one.expected.inputGradient.flat())).toBeLessThanOrEqual(AGREEMENT)
    expectAgreement(slopes, one.expected.gradients)
  })

  it.each(cases.flatMap((one) => (one.direction ? [[one.id, one, one.direction] as const] : [])))(
    '%s agrees in the derivative along a direction and in the Hessian times it, by both ways',
    (id, one, tensors) => {
      const net = networkGraph(problemOf(one))
      const direction = parametersOf(tensors)
      const along = networkDirectionalDerivative(net, direction)
      expect(disagreement([along], [one.expected.directionalDerivative ?? NaN])).toBeLessThanOrEqual(AGREEMENT)
      const forwardOverReverse = networkHessianVectorProduct(net, direction)
      const twoSweeps = networkHessianVectorProduct(net, direction, 'two-reverse-sweeps')
      namedTensors(forwardOverReverse).forEach(({ matrix }, t) => {
        expect(matrix.data.every(Number.isFinite)).toBe(true)
        expect(disagreement(matrix.data, [...namedTensors(twoSweeps)[t].matrix.data])).toBeLessThanOrEqual(1e-12)
      })
      if (id !== BROKEN_REFERENCE) expectAgreement(forwardOverReverse, one.expected.hessianVectorProduct ?? [])
    }
  )

  it('only in the one case whose reference is broken is there a NaN to compare with', () => {
    const broken = cases.filter(({ expected }) => JSON.stringify(expected.hessianVectorProduct ?? []).includes('null'))
    expect(broken.map(({ id }) => id)).toEqual([BROKEN_REFERENCE])
  })
})

function samplesFor(network: NetworkSpec, kind: LossKind, seed: number, rows: number): Samples {
  const random = createRandom(seed)
  const units = network.layers[network.layers.length - 1].units
  const X = normals(random, rows, network.inputs)
  if (losses[kind].targets === 'classes') {
    return { X, targets: { kind: 'classes', classes: Int32Array.from({ length: rows }, () => random.below(units)) } }
  }
  const values = zeros(rows, units)
  const target = () => (kind === 'binary-cross-entropy' ? random.below(2) : random.normal())
  for (let e = 0; e < values.data.length; e++) values.data[e] = target()
  return { X, targets: { kind: 'values', values } }
}

function networkFor(activation: ActivationName, kind: LossKind, hidden: number[] = [5, 4], bias = true): NetworkSpec {
  const output = losses[kind].outputActivation ?? activation
  const layers = hidden.map((units) => ({ units, activation }))
  return { inputs: 3, layers: [...layers, { units: 3, activation: output }], bias }
}

function problemFor(activation: ActivationName, kind: LossKind, changes: Partial<Objective> = {}): NetworkProblem {
  const network = networkFor(activation, kind)
  const objective = { loss: { kind } as LossSpec, regularization: {}, ...changes }
  return { network, objective, parameters: initialParameters(network, 3), samples: samplesFor(network, kind, 3, 6) }
}

/** The result of the derivation layer by layer: it shares no derivative with the graph but those of the activations. */
function byHand({ network, objective, parameters, samples, masks }: NetworkProblem) {
  const cache = forward(network, parameters, samples.X, 0, masks)
  const loss = totalLoss(parameters, cache, samples.targets, objective)
  return { loss, ...backward(network, parameters, cache, samples.targets, objective) }
}

function expectSameAsByHand(problem: NetworkProblem): void {
  const net = networkGraph(problem)
  const { loss, gradients, gradX } = byHand(problem)
  const ours = networkGradients(net)
  expect(disagreement(net.loss.value.data, [loss])).toBeLessThanOrEqual(1e-13)
  expect(disagreement(ours.gradX.data, [...gradX.data])).toBeLessThanOrEqual(1e-13)
  const tensors = namedTensors(gradients)
  expect(namedTensors(ours.gradients).map(({ name }) => name)).toEqual(tensors.map(({ name }) => name))
  namedTensors(ours.gradients).forEach(({ matrix }, t) => {
    expect(disagreement(matrix.data, [...tensors[t].matrix.data])).toBeLessThanOrEqual(1e-13)
  })
}

function shifted(parameters: Parameters, direction: Parameters, step: number): Parameters {
  const result = copyParameters(parameters)
  const along = namedTensors(direction)
  namedTensors(result).forEach(({ matrix }, t) => {
    for (let e = 0; e < matrix.data.length; e++) matrix.data[e] += step * along[t].matrix.data[e]
  })
  return result
}

const combinations = activationNames.flatMap((activation) => lossKinds.map((kind) => [activation, kind] as const))

describe('a network as a graph against the derivation layer by layer', () => {
  it.each(combinations)('%s, %s: same loss and gradients under every regularizer and reduction', (activation, kind) => {
    for (const regularization of [{}, { l1: 0.02 }, { l2: 0.3 }, { l1: 0.02, l2: 0.3 }]) {
      for (const reduction of ['mean', 'sum'] as const) {
        expectSameAsByHand(problemFor(activation, kind, { loss: { kind, reduction }, regularization }))
      }
    }
  })

  it.each(combinations)('%s, %s: the Hessian times a direction is how the gradient changes', (activation, kind) => {
    const problem = problemFor(activation, kind, { regularization: { l1: 0.02, l2: 0.3 } })
    const direction = initialParameters(problem.network, 8)
    const h = 1e-5
    const [above, below] = [h, -h].map((step) =>
      namedTensors(byHand({ ...problem, parameters: shifted(problem.parameters, direction, step) }).gradients)
    )
    namedTensors(networkHessianVectorProduct(networkGraph(problem), direction)).forEach(({ matrix }, t) => {
      const numeric = [...above[t].matrix.data].map((slope, e) => (slope - below[t].matrix.data[e]) / (2 * h))
      expect(disagreement(matrix.data, numeric)).toBeLessThan(1e-7)
    })
  })

  it('options of losses, class weights, missing biases and dropout are the same in both', () => {
    const specs: LossSpec[] = [
      { kind: 'softmax-cross-entropy', classWeights: [1, 0.2, 3] },
      { kind: 'binary-cross-entropy', positiveWeight: 5 },
      { kind: 'huber', delta: 0.3 },
      { kind: 'multiclass-hinge', margin: 0.2 }
    ]
    for (const loss of specs) expectSameAsByHand(problemFor('tanh', loss.kind, { loss }))
    const bare = { ...problemFor('gelu', 'huber'), network: networkFor('gelu', 'huber', [5, 4], false) }
    expectSameAsByHand({ ...bare, parameters: initialParameters(bare.network, 3) })
    const dropping = problemFor('silu', 'softmax-cross-entropy')
    const layers = dropping.network.layers.map((layer) => ({ ...layer, dropout: 0.4 }))
    expectSameAsByHand({ ...dropping, masks: dropoutMasks({ ...dropping.network, layers }, 6, 1, 1, 'f64') })
  })
})

describe('extremes', () => {
  function expectFinite(problem: NetworkProblem): void {
    const net = networkGraph(problem)
    const direction = initialParameters(problem.network, 8)
    const { gradients, gradX } = networkGradients(net)
    const matrices = [
      net.loss.value,
      gradX,
      ...namedTensors(gradients).map(({ matrix }) => matrix),
      ...(['forward-over-reverse', 'two-reverse-sweeps'] as const).flatMap((mode) =>
        namedTensors(networkHessianVectorProduct(net, direction, mode)).map(({ matrix }) => matrix)
      )
    ]
    for (const { data } of matrices) expect(data.every(Number.isFinite)).toBe(true)
    expect(networkDirectionalDerivative(net, direction)).toSatisfy(Number.isFinite)
  }

  // Scores of ±1e4; then a batch of one: no hidden layer, one unit, ten layers; and all features alike.
  it.each(combinations)('%s, %s: every derivative stays finite', (activation, kind) => {
    const problem = problemFor(activation, kind)
    const huge = copyParameters(problem.parameters)
    namedTensors(huge).forEach(({ matrix, layer }) => {
      const scale = layer === problem.network.layers.length ? 1e4 : 10
      for (let e = 0; e < matrix.data.length; e++) matrix.data[e] *= scale
    })
    expectFinite({ ...problem, parameters: huge })
    for (const hidden of [[], [1], Array.from({ length: 10 }, () => 4)]) {
      const network = networkFor(activation, kind, hidden)
      const samples = samplesFor(network, kind, 5, 1)
      expectFinite({ ...problem, network, parameters: initialParameters(network, 5), samples })
      samples.X.data.fill(1)
      expectFinite({ ...problem, network, parameters: initialParameters(network, 5), samples })
    }
  })
})

describe('a network as a graph', () => {
  it('has one event a node that a view can replay, from the loss back to X, W and b', () => {
    const { graph, loss } = networkGraph(problemFor('relu', 'softmax-cross-entropy', { regularization: { l2: 0.1 } }))
    const events = sweepEvents(graph, reverseSweep({ graph, output: loss }))
    expect(events[0]).toMatchObject({ node: loss.id, operation: 'add', gate: 'distributes' })
    expect(
      events
        .filter(({ operation }) => operation === 'input')
        .map(({ name }) => name)
        .sort()
    ).toEqual(['W1', 'W2', 'W3', 'X', 'b1', 'b2', 'b3'])
    const matmul = events.find(({ operation }) => operation === 'matmul')
    expect(matmul?.inputs.map(({ formula }) => formula)).toEqual(['G·Bᵀ', 'Aᵀ·G'])
    // A weight is used by its layer and by the regularizer: two gradients add up.
    expect(events.find(({ name }) => name === 'W2')?.contributions.length).toBe(2)
    expect(events.filter(({ gate }) => gate === 'adds up').map(({ operation }) => operation)).toContain('broadcast')
  })

  it('refuses a direction that is not in the form of the parameters', () => {
    const problem = problemFor('tanh', 'mean-squared-error')
    const net = networkGraph(problem)
    const direction = initialParameters(problem.network, 1)
    expect(() => networkDirectionalDerivative(net, direction.slice(1))).toThrow('direction: expected 6 tensors, got 4.')
    const wrong = direction.map(({ W, b }) => ({ W: b ?? W, b }))
    expect(() => networkHessianVectorProduct(net, wrong)).toThrow('direction of W1: expected 3×5, got 1×5.')
  })

  it('refuses targets that do not fit', () => {
    const problem = problemFor('tanh', 'softmax-cross-entropy')
    const targets = { kind: 'classes', classes: Int32Array.of(0, 1, 2, 3, 0, 1) } as const
    const samples = { ...problem.samples, targets }
    expect(() => networkGraph({ ...problem, samples })).toThrow('gather: expected 0 … 2, got 3.')
  })
})
