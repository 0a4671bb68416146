import { describe, expect, it } from 'vitest'
import {
  activationNames,
  backward,
  dropoutMasks,
  forward,
  lossKinds,
  toRows,
  totalLoss,
  traceBatch,
  type BatchTrace,
  type Derivation,
  type Factor,
  type Matrix,
  type NetworkSpec,
  type Objective,
  type Precision
} from '#core'
import { networkOf, parametersFor, samplesFor } from '../../support/problems'

const ROWS = 7

interface Options {
  readonly network: NetworkSpec
  readonly objective: Objective
  readonly precision?: Precision
  readonly dropout?: boolean
}

function traced({ network, objective, precision = 'f64', dropout = false }: Options) {
  const bare = network.bias === false
  const parameters = parametersFor(network, 3, precision).map(({ W, b }) => ({ W, b: bare ? null : b }))
  const { X, targets } = samplesFor(network, objective.loss.kind, 4, ROWS)
  const masks = dropout ? dropoutMasks(network, ROWS, 1, 1, precision) : []
  const cache = forward(network, parameters, X, 0, masks)
  const result = backward(network, parameters, cache, targets, objective)
  const trace = traceBatch({ network, objective, parameters, targets, cache, result })
  return { trace, result, cache, parameters, total: totalLoss(parameters, cache, targets, objective) }
}

/** The product as the definition reads, in the order of the summands; sums are taken in float64 and rounded once. */
function evaluated({ rule, factors }: Derivation, like: Matrix): number[] {
  const round = like.data instanceof Float32Array ? Math.fround : (x: number) => x
  const element = ({ matrix, transposed }: Factor, i: number, j: number) =>
    transposed ? matrix.data[j * matrix.columns + i] : matrix.data[i * matrix.columns + j]
  if (rule === 'elementwise-product') {
    return [...like.data].map((_, e) => factors.map(({ matrix }) => matrix.data[e]).reduce((a, b) => round(a * b)))
  }
  if (rule === 'column-sum') {
    return [...like.data].map((_, j) => round(toRows(factors[0].matrix).reduce((sum, row) => sum + row[j], 0)))
  }
  const [left, right] = factors
  return [...like.data].map((_, e) => {
    const i = Math.floor(e / like.columns)
    let sum = 0
    for (let k = 0; k < left.shape[1]; k++) sum += element(left, i, k) * element(right, k, e % like.columns)
    return round(sum)
  })
}

function expectProducts({ layers }: BatchTrace): void {
  for (const { gradZ, gradW, gradB, gradInput } of layers) {
    for (const one of [gradZ, gradW.data, gradB, gradInput]) {
      if (one && one.rule !== 'loss') expect([...one.matrix.data]).toEqual(evaluated(one, one.matrix))
    }
    for (const { factors, matrix } of [gradW.data, gradInput]) {
      expect([factors[0].shape[0], factors[1].shape[1]]).toEqual([matrix.rows, matrix.columns])
      expect(factors[0].shape[1]).toBe(factors[1].shape[0])
    }
  }
}

function expectSums({ trace, result }: ReturnType<typeof traced>): void {
  trace.layers.forEach(({ gradW, gradB, gradZ }, l) => {
    const { W, b } = result.gradients[l]
    const round = W.data instanceof Float32Array ? Math.fround : (x: number) => x
    const sum = [...gradW.data.matrix.data].map((data, e) => round(data + (gradW.penalty?.matrix.data[e] ?? 0)))
    expect(sum).toEqual([...W.data])
    expect(gradW.total.matrix).toBe(W)
    expect(gradB?.matrix ?? null).toBe(b)
    expect(gradZ.matrix).toBe(result.gradZ[l])
  })
}

const combinations = activationNames.flatMap((activation) => lossKinds.map((kind) => [activation, kind] as const))

describe('the trace of a mini-batch', () => {
  it.each(combinations)('multiplies out to the gradients to the last bit: %s, %s', (activation, kind) => {
    const network = networkOf([4, 5, 3, 2], activation, kind)
    for (const regularization of [{}, { l1: 0.02 }, { l2: 0.03 }, { l1: 0.02, l2: 0.03 }]) {
      const found = traced({ network, objective: { loss: { kind }, regularization } })
      expectProducts(found.trace)
      expectSums(found)
    }
  })

  it('does so in float32, with dropout and without biases as well', () => {
    const plain = networkOf([4, 6, 5, 3], 'tanh', 'softmax-cross-entropy')
    const dropping = { ...plain, layers: plain.layers.map((layer, l) => (l < 2 ? { ...layer, dropout: 0.4 } : layer)) }
    const objective: Objective = { loss: { kind: 'softmax-cross-entropy' }, regularization: { l2: 0.01 } }
    for (const precision of ['f32', 'f64'] as const) {
      for (const network of [plain, dropping, { ...dropping, bias: false }]) {
        const found = traced({ network, objective, precision, dropout: true })
        expectProducts(found.trace)
        expectSums(found)
      }
    }
  })

  it('keeps the two parts of the loss apart, and their sum is the total loss', () => {
    const network = networkOf([4, 5, 2], 'relu', 'mean-squared-error')
    const objective: Objective = { loss: { kind: 'mean-squared-error' }, regularization: { l1: 0.1, l2: 0.2 } }
    const { trace, total } = traced({ network, objective })
    expect(trace.loss.total).toBe(total)
    expect(trace.loss.data + trace.loss.penalty).toBe(total)
    expect(trace.loss.penalty).toBeGreaterThan(0)
  })

  it('hands each layer’s derivative by its input to the layer before', () => {
    const network = networkOf([4, 5, 3, 2], 'sigmoid', 'multiclass-hinge')
    const { trace, result } = traced({ network, objective: { loss: { kind: 'multiclass-hinge' }, regularization: {} } })
    const [first, second, third] = trace.layers
    expect(first.gradInput.matrix).toBe(result.gradX)
    expect(first.gradZ.factors[0].matrix).toBe(second.gradInput.matrix)
    expect(second.gradZ.factors[0].matrix).toBe(third.gradInput.matrix)
    expect(third.gradZ.rule).toBe('loss')
  })

  it('names what it shows as the course notes do', () => {
    const plain = networkOf([4, 5, 3], 'relu', 'softmax-cross-entropy')
    const network = { ...plain, layers: [{ ...plain.layers[0], dropout: 0.5 }, plain.layers[1]] }
    const objective: Objective = { loss: { kind: 'softmax-cross-entropy' }, regularization: { l2: 0.01 } }
    const [first, second] = traced({ network, objective, dropout: true }).trace.layers
    expect(first.gradW.formula).toBe(
      '\\frac{\\partial L}{\\partial W^{[1]}}={X}^{\\top}\\,\\frac{\\partial L}{\\partial Z^{[1]}}+2\\lambda_2W^{[1]}'
    )
    expect(first.gradZ.factors.map(({ name, shape }) => [name, shape])).toEqual([
      ['dL/d(A1⊙M1)', [ROWS, 5]],
      ['M1', [ROWS, 5]],
      ["a'(Z1)", [ROWS, 5]]
    ])
    expect(second.formulas.Z).toBe('Z^{[2]}=\\tilde A^{[1]}\\,W^{[2]}+b^{[2]}')
    expect(second.gradW.data.factors.map(({ name, shape }) => [name, shape])).toEqual([
      ['A1⊙M1', [5, ROWS]],
      ['dL/dZ2', [ROWS, 3]]
    ])
    expect(second.gradB?.formula).toBe(
      '\\frac{\\partial L}{\\partial b^{[2]}}=\\sum_i\\left(\\frac{\\partial L}{\\partial Z^{[2]}}\\right)_{i,:}'
    )
    expect([first.input.name, second.input.name, second.gradInput.name]).toEqual(['X', 'A1⊙M1', 'dL/d(A1⊙M1)'])
  })

  it('is plain data that can be sent', () => {
    const network = networkOf([3, 4, 2], 'gelu', 'huber')
    const { trace } = traced({ network, objective: { loss: { kind: 'huber' }, regularization: { l1: 0.1 } } })
    expect(structuredClone(trace)).toEqual(trace)
  })
})
