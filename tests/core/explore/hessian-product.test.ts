import { describe, expect, it } from 'vitest'
import { explore, hessianProduct, secondOrder, type ExpressionInputs, type ProductNode, type ShownTensor } from '#core'

const productOf = (text: string, inputs: ExpressionInputs, direction: number[] | null = null, opened: number[] = []) =>
  hessianProduct(explore(text, inputs, opened), direction)

const programs: readonly [string, ExpressionInputs, number[]][] = [
  ['x + y * z', { x: -2, y: 5, z: -4 }, [1, 2, -1]],
  ['(1 - x) ^ 2 + 100 * (y - x ^ 2) ^ 2', { x: -1, y: 2 }, [1, -1]],
  ['z = w0 * x0 + w1 * x1 + w2; a = sigmoid(z); (a - y) ^ 2', { w0: 2, x0: -1, w1: -3, x1: -2, w2: -3, y: 1 }, [1, 0, 2, -1, 0.5, 3]],
  ['crossentropy(x @ W, [1])', { x: [[1, -2]], W: [[0.3, 0.1], [-0.2, 0.7]] }, [1, 0, 0, 2, -1, 1]] // prettier-ignore
]

/** The parts of H·v: those of the nodes that are inputs, in their order. */
function parts(nodes: readonly ProductNode[], count: number, part: (node: ProductNode) => ShownTensor): number[] {
  return nodes.flatMap((node) => (node.id < count ? part(node).elements : []))
}

describe('a Hessian–vector product, node by node', () => {
  it.each(programs)('ends in H·v at the inputs in both ways: %s', (text, inputs, direction) => {
    const { nodes, direction: along } = productOf(text, inputs, direction)
    const { hessian } = secondOrder(text, inputs, direction)
    const expected = hessian.map((row) => row.reduce((sum, entry, j) => sum + entry * direction[j], 0))
    expect(along).toEqual(direction)
    const count = Object.keys(inputs).length
    for (const part of [({ gradientTangent }: ProductNode) => gradientTangent, ({ slope }: ProductNode) => slope])
      parts(nodes, count, part).forEach((entry, i) => expect(entry).toBeCloseTo(expected[i], 10))
  })

  it.each(programs)('has the directional derivative as the tangent of the output: %s', (text, inputs, direction) => {
    const { nodes, along } = productOf(text, inputs, direction)
    expect(nodes.at(-1)?.tangent.elements[0]).toBeCloseTo(along, 10)
  })

  it('knows which steps back read values: products and powers do, sums do not', () => {
    const { nodes } = productOf('a = x * y; b = x + y; (a + b) ^ 2', { x: 2, y: 3 })
    // x, y, ×, +, +, ^ 2
    expect(nodes.map(({ readsValues }) => readsValues)).toEqual([false, false, true, false, false, true])
  })

  it('does not take a written constant for a value that is read', () => {
    expect(productOf('2 * x', { x: 3 }).nodes.map(({ readsValues }) => readsValues)).toEqual([false, false])
  })

  it('of a composed function reads values as its inside does', () => {
    const { nodes } = productOf('mse(a, y)', { a: [[1], [2]], y: [[0], [1]] })
    expect(nodes.at(-1)?.readsValues).toBe(true)
  })

  it('is taken of one number alone', () => {
    expect(() => productOf('2 * x', { x: [[1, 2]] })).toThrow(expect.objectContaining({ code: 'graph.hessian-of-matrix' }))
  })

  it('of a program without used inputs is empty', () => {
    expect(productOf('2 + 3', { x: 1 })).toEqual({ names: [], direction: [], along: 0, nodes: [] })
  })
})
