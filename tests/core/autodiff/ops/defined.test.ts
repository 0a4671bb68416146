import { describe, expect, it } from 'vitest'
import {
  checkOperation,
  createRandom,
  defineOperation,
  directionalDerivative,
  Graph,
  gradients,
  hessianVectorProduct,
  matrixFrom,
  passes,
  toRows,
  zerosLike,
  type Matrix,
  type OperationDefinition
} from '#core'
import { normals } from '../../../support/operation-samples'

function mapped(matrix: Matrix, f: (element: number, e: number) => number): Matrix {
  const result = zerosLike(matrix)
  for (let e = 0; e < result.data.length; e++) result.data[e] = f(matrix.data[e], e)
  return result
}

/** An operation that a student writes: y = x³. */
const cube: OperationDefinition = {
  name: 'cube',
  inputs: 1,
  formula: 'y = x³',
  elementwise: true,
  forward: ([x]) => mapped(x, (element) => element * element * element),
  backward: (gradOutput, [x]) => [mapped(x, (element, e) => 3 * element * element * gradOutput.data[e])]
}

/** Two inputs and an output of another shape: the sum of a ⊙ b over each row. */
const rowDot: OperationDefinition = {
  name: 'row dot',
  inputs: 2,
  forward([a, b]) {
    const data = new Float64Array(a.rows)
    a.data.forEach((element: number, e: number) => (data[Math.floor(e / a.columns)] += element * b.data[e]))
    return { rows: a.rows, columns: 1, data }
  },
  backward(gradOutput, [a, b]) {
    const rowOf = (e: number) => gradOutput.data[Math.floor(e / a.columns)]
    return [mapped(b, (element, e) => element * rowOf(e)), mapped(a, (element, e) => element * rowOf(e))]
  }
}

function check(definition: OperationDefinition, inputs: readonly Matrix[]) {
  return checkOperation({ operation: defineOperation(definition), inputs })
}

describe('an operation defined by a forward/backward pair', () => {
  const x = matrixFrom([
    [1, -2],
    [0.5, 3]
  ])

  it('takes part in a graph like ours, in reverse and in forward mode', () => {
    const graph = new Graph()
    const node = graph.input('x', x)
    const { apply, exp, mean, multiply } = graph.ops
    const output = mean(multiply(apply(defineOperation(cube), node), exp(node)))
    const slope = (element: number) => ((3 * element ** 2 + element ** 3) * Math.exp(element)) / 4
    const [gradient] = gradients({ graph, output, by: [node] })
    gradient.value.data.forEach((ours: number, e: number) => expect(ours).toBeCloseTo(slope(x.data[e]), 12))
    const along = directionalDerivative({ graph, output, by: [node] }, [
      matrixFrom([
        [1, 1],
        [1, 1]
      ])
    ])
    expect(along.value.data[0]).toBeCloseTo(
      [...x.data].map(slope).reduce((sum, s) => sum + s),
      11
    )
  })

  it('passes the check when its backward is right', () => {
    const random = createRandom(5)
    expect(check(cube, [x]).passed).toBe(true)
    expect(check(rowDot, [normals(random, 3, 4), normals(random, 3, 4)])).toMatchObject({
      operation: 'row dot',
      passed: true,
      inputs: [
        { input: 1, checked: 12, kinks: 0 },
        { input: 2, checked: 12, kinks: 0 }
      ]
    })
  })

  it.each([
    ['a lost factor', (g: number, e: number) => e * e * g, 'wrong'],
    ['a wrong sign', (g: number, e: number) => -3 * e * e * g, 'wrong'],
    ['a scale off by 0.1 %', (g: number, e: number) => 3.003 * e * e * g, 'probably-wrong'],
    ['the gradient from above forgotten', (_g: number, e: number) => 3 * e * e, 'wrong'],
    ['a NaN', () => NaN, 'wrong']
  ] as const)('is caught with %s in its backward', (_fault, slope, verdict) => {
    const backward: OperationDefinition['backward'] = (g, [a]) => [mapped(a, (element, e) => slope(g.data[e], element))]
    const faulty: OperationDefinition = { ...cube, backward }
    const report = check(faulty, [x])
    expect(report.passed).toBe(false)
    expect(report.inputs[0].reverse).toBe(verdict)
    expect(passes(report.inputs[0].forward)).toBe(false)
  })

  it('is caught with one of its two gradients wrong, and the right one is not blamed', () => {
    const faulty: OperationDefinition = {
      ...rowDot,
      backward: (gradOutput, inputs, output) => {
        const [first] = rowDot.backward(gradOutput, inputs, output)
        return [first, first]
      }
    }
    const random = createRandom(6)
    const report = check(faulty, [normals(random, 2, 3), normals(random, 2, 3)])
    expect(report.inputs.map(({ reverse }) => reverse)).toEqual(['excellent', 'wrong'])
  })

  it('has its kinks counted apart', () => {
    const relu: OperationDefinition = {
      name: 'my relu',
      inputs: 1,
      forward: ([a]) => mapped(a, (element) => Math.max(0, element)),
      backward: (g, [a]) => [mapped(a, (element, e) => (element > 0 ? g.data[e] : 0))]
    }
    const report = check(relu, [matrixFrom([[0, 1, -1, 3e-7]])])
    expect(report.inputs[0]).toMatchObject({ checked: 4, kinks: 1, reverse: 'excellent' })
    expect(report.passed).toBe(true)
  })

  it('is refused by name where a second derivative would be needed', () => {
    const graph = new Graph()
    const node = graph.input('x', x)
    const problem = { graph, output: graph.ops.sum(graph.ops.apply(defineOperation(cube), node)), by: [node] }
    const sentence = 'The operation cube defines only its forward and backward functions, so it has no second derivative.'
    expect(() => hessianVectorProduct(problem, [x])).toThrow(sentence)
    expect(() => hessianVectorProduct(problem, [x], 'two-reverse-sweeps')).toThrow(sentence)
  })

  it('does not stand in the way of a second derivative that does not lead through it', () => {
    const graph = new Graph()
    const node = graph.input('x', 2)
    const { add, apply, square } = graph.ops
    const fixed = apply(defineOperation(cube), graph.ops.constant(5))
    const [product] = hessianVectorProduct({ graph, output: add(square(node), fixed), by: [node] }, [matrixFrom([[1]])])
    expect(toRows(product.value)).toEqual([[2]])
  })

  it('is told when its backward answers in the wrong shape, or not at all', () => {
    const graph = new Graph()
    const node = graph.input('x', x)
    const sumOf = (backward: OperationDefinition['backward']) =>
      graph.ops.sum(graph.ops.apply(defineOperation({ ...cube, backward }), node))
    const byX = (output: ReturnType<typeof sumOf>) => () => gradients({ graph, output, by: [node] })
    expect(byX(sumOf(() => [matrixFrom([[1, 2]])]))).toThrow('cube backward, gradient 1: expected 2×2, got 1×2.')
    expect(byX(sumOf(() => []))).toThrow('cube backward, gradient 1: expected 2×2, got nothing.')
  })
})
