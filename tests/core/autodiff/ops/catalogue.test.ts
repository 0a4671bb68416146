import { describe, expect, it } from 'vitest'
import {
  activationNames,
  activationOf,
  activationOperations,
  checkOperation,
  createRandom,
  forwardSweep,
  Graph,
  gradients,
  hessianVectorProduct,
  AppError,
  matrixFrom,
  operations,
  reverseSweep,
  toRows,
  zeros,
  type Matrix,
  type Operation
} from '#core'
import { normals, operationSamples, type OperationSample } from '../../../support/operation-samples'

const SEEDS = [1, 2, 3]

function samplesOf(name: string): OperationSample[] {
  return SEEDS.flatMap((seed) => {
    const random = createRandom(seed)
    const fromCatalogue = Object.entries(operationSamples).find(([key]) => key === name)
    if (fromCatalogue) return fromCatalogue[1](random)
    const activation = activationNames.filter((key) => key === name)
    return activation.map((key) => ({
      operation: activationOperations[key],
      inputs: [normals(random, 3, 4, activationOf(key).kinks)]
    }))
  })
}

const names: string[] = [...Object.keys(operations), ...activationNames]

function dot(a: Matrix, b: Matrix): number {
  return [...a.data].reduce((sum, x, e) => sum + x * b.data[e], 0)
}

describe('the table below', () => {
  it('has an entry for every operation of the catalogue', () => {
    expect(Object.keys(operationSamples).sort()).toEqual(Object.keys(operations).sort())
    for (const name of names) expect(samplesOf(name).length).toBeGreaterThan(0)
  })
})

describe.each(names)('%s', (name) => {
  const samples = samplesOf(name)

  it('passes the central-difference check in reverse and in forward mode', () => {
    for (const { operation, inputs } of samples) {
      const report = checkOperation({ operation, inputs })
      expect(report.passed, JSON.stringify(report)).toBe(true)
      expect(report.inputs.map(({ kinks }) => kinks)).toEqual(inputs.map(() => 0))
    }
  })

  it('has two products of one Jacobian: ⟨u, Jv⟩ = ⟨Jᵀu, v⟩', () => {
    for (const { operation, inputs } of samples) {
      const graph = new Graph()
      const random = createRandom(99)
      const leaves = inputs.map((value, index) => graph.input(`x${index}`, value))
      const output = graph.ops.apply(operation, ...leaves)
      const u = normals(random, output.value.rows, output.value.columns)
      const directions = inputs.map(({ rows, columns }) => normals(random, rows, columns))
      const tangents = leaves.map((node, index) => ({ node, direction: directions[index] }))
      const [change] = forwardSweep({ graph, outputs: [output], tangents })
      const sweep = reverseSweep({ graph, output, seed: u })
      const back = leaves.reduce((sum, leaf, index) => sum + dot(sweep.gradientOf(leaf).value, directions[index]), 0)
      expect(Math.abs(dot(u, change.value) - back)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(back)))
    }
  })

  it('can be differentiated twice: both ways to the Hessian agree, and the gradient’s difference with them', () => {
    for (const { operation, inputs } of samples) {
      const u = normals(createRandom(7), ...shapeAfter(operation, inputs))
      const direction = inputs.map(({ rows, columns }) => normals(createRandom(8), rows, columns))
      const forward = hessianTimes(operation, inputs, u, direction, 'forward-over-reverse')
      const twice = hessianTimes(operation, inputs, u, direction, 'two-reverse-sweeps')
      const h = 1e-5
      const above = gradientsAt(operation, moved(inputs, direction, h), u)
      const below = gradientsAt(operation, moved(inputs, direction, -h), u)
      forward.forEach((product, index) =>
        product.data.forEach((ours: number, e: number) => {
          const numeric = (above[index].data[e] - below[index].data[e]) / (2 * h)
          const scale = Math.max(1, Math.abs(ours), Math.abs(numeric))
          expect(Math.abs(ours - twice[index].data[e])).toBeLessThanOrEqual(1e-11 * scale)
          expect(Math.abs(ours - numeric)).toBeLessThanOrEqual(1e-5 * scale)
        })
      )
    }
  })

  it('states its formula, and a formula for every derivative', () => {
    for (const { operation } of samples) {
      expect(operation.formula).not.toBe('')
      for (const partial of operation.partials) expect(partial?.formula).not.toBe('')
    }
  })
})

/** L = ⟨u, f(x)⟩ with f(x) squared, so that even a linear operation has a second derivative of L. */
function scalarOf(operation: Operation, inputs: readonly Matrix[], u: Matrix) {
  const graph = new Graph()
  const by = inputs.map((value, index) => graph.input(`x${index}`, value))
  const { apply, constant, multiply, square, sum } = graph.ops
  return { graph, by, output: sum(multiply(constant(u), square(apply(operation, ...by)))) }
}

function gradientsAt(operation: Operation, inputs: readonly Matrix[], u: Matrix): Matrix[] {
  return gradients(scalarOf(operation, inputs, u)).map(({ value }) => value)
}

function hessianTimes(
  operation: Operation,
  inputs: readonly Matrix[],
  u: Matrix,
  direction: readonly Matrix[],
  mode: 'forward-over-reverse' | 'two-reverse-sweeps'
): Matrix[] {
  return hessianVectorProduct(scalarOf(operation, inputs, u), direction, mode).map(({ value }) => value)
}

function moved(inputs: readonly Matrix[], direction: readonly Matrix[], step: number): Matrix[] {
  return inputs.map(({ rows, columns, data }, index) => ({
    rows,
    columns,
    data: Float64Array.from(data, (x, e) => x + step * direction[index].data[e])
  }))
}

function shapeAfter(operation: Operation, inputs: readonly Matrix[]): [number, number] {
  const { rows, columns } = operation.forward(inputs)
  return [rows, columns]
}

/** y and dL/dx of an operation at some inputs, L being the sum of y. */
function at(operation: Operation, ...inputs: number[][][]): { y: number[][]; slopes: number[][][] } {
  const graph = new Graph()
  const leaves = inputs.map((rows, index) => graph.input(`x${index}`, matrixFrom(rows)))
  const output = graph.ops.apply(operation, ...leaves)
  const { rows, columns } = output.value
  const sweep = reverseSweep({ graph, output, seed: { rows, columns, data: new Float64Array(rows * columns).fill(1) } })
  return { y: toRows(output.value), slopes: leaves.map((leaf) => toRows(sweep.gradientOf(leaf).value)) }
}

describe('at a kink', () => {
  it('|x| has derivative 0', () => {
    expect(at(operations.abs, [[0, -0, 2, -2]]).slopes).toEqual([[[0, 0, 1, -1]]])
  })

  it('equal arguments of max and min share the gradient in halves', () => {
    expect(at(operations.max, [[1, 2, 3]], [[1, 1, 5]]).slopes).toEqual([[[0.5, 1, 0]], [[0.5, 0, 1]]])
    expect(at(operations.min, [[1, 2, 3]], [[1, 1, 5]]).slopes).toEqual([[[0.5, 0, 1]], [[0.5, 1, 0]]])
  })

  it('equal largest elements of a row share the gradient evenly', () => {
    expect(
      at(operations.rowMax, [
        [1, 4, 4],
        [2, 2, 2],
        [3, 1, 2]
      ])
    ).toEqual({
      y: [[4], [2], [3]],
      slopes: [
        [
          [0, 0.5, 0.5],
          [1 / 3, 1 / 3, 1 / 3],
          [1, 0, 0]
        ]
      ]
    })
  })

  it('the borders of clamp belong to its inside', () => {
    expect(at(operations.clamp(-1, 2), [[-1, 2, -3, 3]])).toEqual({ y: [[-1, 2, -1, 2]], slopes: [[[1, 1, 0, 0]]] })
  })

  it('every activation takes its left branch', () => {
    const slopeAt0 = (operation: Operation) => at(operation, [[0]]).slopes[0][0][0]
    const slopes = Object.fromEntries(activationNames.map((name) => [name, slopeAt0(activationOperations[name])]))
    expect(slopes).toEqual({
      linear: 1,
      relu: 0,
      'leaky-relu': 0.01,
      elu: 1,
      gelu: 0.5,
      silu: 0.5,
      softplus: 0.5,
      sigmoid: 0.25,
      tanh: 1
    })
  })
})

describe('at an extreme', () => {
  it('softmax and log softmax stay finite, and so do their derivatives', () => {
    const scores = [
      [1e4, -1e4, 0],
      [-1e4, -1e4, -1e4],
      [1e300, 0, -1e300]
    ]
    for (const operation of [operations.softmax, operations.logSoftmax]) {
      const { y, slopes } = at(operation, scores)
      expect(y.flat().every(Number.isFinite)).toBe(true)
      expect(slopes.flat(2).every(Number.isFinite)).toBe(true)
    }
    expect(at(operations.logSoftmax, scores).y[0]).toEqual([0, -2e4, -1e4])
  })

  it('activations and both their derivatives stay finite at ±1e4', () => {
    for (const name of activationNames) {
      const inputs = [matrixFrom([[1e4, -1e4]])]
      const ones = matrixFrom([[1, 1]])
      const products = hessianTimes(activationOperations[name], inputs, ones, [ones], 'two-reverse-sweeps')
      expect(
        at(activationOperations[name], [[1e4, -1e4]])
          .slopes.flat(2)
          .every(Number.isFinite)
      ).toBe(true)
      expect([...products[0].data].every(Number.isFinite)).toBe(true)
    }
  })

  it('a power of 0 has the derivatives of a polynomial', () => {
    const second = (x: number, n: number) => {
      const graph = new Graph()
      const node = graph.input('x', x)
      const output = graph.ops.power(node, graph.ops.constant(n))
      const [slope] = gradients({ graph, output, by: [node] })
      return [output, slope, ...gradients({ graph, output: slope, by: [node] })].map(({ value }) => value.data[0])
    }
    expect([0, 1, 2, 3].map((n) => second(0, n))).toEqual([
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 2],
      [0, 0, 0]
    ])
    expect(second(-2, 3)).toEqual([-8, 12, -12])
    expect(second(-2, -1)).toEqual([-0.5, -0.25, -0.25])
  })

  it('an empty batch and a single element pass through', () => {
    const graph = new Graph()
    const { exp, matmul, rowMax, softmax, sum } = graph.ops
    const empty = graph.input('x', zeros(0, 3))
    const results = [exp(empty), rowMax(empty), softmax(empty), sum(empty)]
    expect(results.map(({ value }) => [value.rows, value.columns])).toEqual([
      [0, 3],
      [0, 1],
      [0, 3],
      [1, 1]
    ])
    expect(sum(empty).value.data[0]).toBe(0)
    expect(matmul(graph.input('a', 3), graph.input('b', 4)).value.data[0]).toBe(12)
  })
})

describe('shapes that do not fit', () => {
  it('are refused by an error that names the operation, the input and both shapes', () => {
    const graph = new Graph()
    const a = graph.input('a', zeros(2, 3))
    const b = graph.input('b', zeros(4, 3))
    const { add, broadcast, gather, matmul, multiply } = graph.ops
    expect(() => add(a, b)).toThrow('add: input 2 is 4×3; it must be 2×3.')
    expect(() => multiply(b, a)).toThrow('multiply: input 2 is 2×3; it must be 4×3.')
    expect(() => matmul(a, b)).toThrow('A·B: expected 3, got 4 (2×3 · 4×3)')
    expect(() => broadcast(a, 5, 3)).toThrow('broadcast: input 1 is 2×3; it must be 5×3.')
    expect(() => gather(a, [0])).toThrow('gather: expected 2 indices, got 1.')
    expect(() => gather(a, [0, 3])).toThrow('gather: expected 0 … 2, got 3.')
    expect(() => operations.add.forward([zeros(1, 2), zeros(2, 1)])).toThrow(AppError)
  })
})

describe('broadcasting', () => {
  it('repeats one row, one column or one element, and adds the gradients of the copies up', () => {
    const graph = new Graph()
    const { add, sum } = graph.ops
    const x = graph.input(
      'x',
      matrixFrom([
        [1, 2, 3],
        [4, 5, 6]
      ])
    )
    const row = graph.input('row', matrixFrom([[10, 20, 30]]))
    const column = graph.input('column', matrixFrom([[100], [200]]))
    const one = graph.input('one', 1000)
    const y = add(add(add(x, row), column), one)
    expect(toRows(y.value)).toEqual([
      [1111, 1122, 1133],
      [1214, 1225, 1236]
    ])
    const slopes = gradients({ graph, output: sum(y), by: [x, row, column, one] })
    expect(slopes.map(({ value }) => toRows(value))).toEqual([
      [
        [1, 1, 1],
        [1, 1, 1]
      ],
      [[2, 2, 2]],
      [[3], [3]],
      [[6]]
    ])
    expect(toRows(add(row, column).value)).toEqual([
      [110, 120, 130],
      [210, 220, 230]
    ])
  })
})

describe('a third derivative of an activation', () => {
  it('is refused by name', () => {
    const graph = new Graph()
    const x = graph.input('x', 0.3)
    const [first] = gradients({ graph, output: graph.ops.apply(activationOperations.tanh, x), by: [x] })
    const [second] = gradients({ graph, output: first, by: [x] })
    const third = () => gradients({ graph, output: second, by: [x] })
    expect(third).toThrow('The third derivative of tanh is not available.')
  })
})
