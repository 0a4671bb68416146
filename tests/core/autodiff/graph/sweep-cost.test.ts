import { expect, it } from 'vitest'
import { createRandom, Graph, zeros, type Matrix } from '#core'
import { gradientCost } from '../../../../src/core/autodiff/graph/sweep-cost'
import { normals } from '../../../support/operation-samples'

const random = createRandom(1)

/** The cross-entropy of a network with one hidden layer of rectifiers. */
function costOf(inputs: number, hidden: number, classes: number, batch: number) {
  const graph = new Graph()
  const { add, constant, gather, logSoftmax, matmul, max, mean, negate } = graph.ops
  const leaf = (name: string, value: Matrix) => graph.input(name, value)
  const by = [
    leaf('W1', normals(random, inputs, hidden)),
    leaf('b1', zeros(1, hidden)),
    leaf('W2', normals(random, hidden, classes)),
    leaf('b2', zeros(1, classes))
  ]
  const [W1, b1, W2, b2] = by
  const H = max(add(matmul(constant(normals(random, batch, inputs)), W1), b1), constant(0))
  const scores = add(matmul(H, W2), b2)
  const output = mean(negate(gather(logSoftmax(scores), new Int32Array(batch))))
  return gradientCost({ graph, output, by, nodes: [...graph.nodes] })
}

it('of a network of 2-3-2 units and two samples is 51 multiplications back for all of its 17 parameters', () => {
  expect(costOf(2, 3, 2, 2)).toMatchObject({ forward: { sweeps: 17 }, reverse: { sweeps: 1, multiplications: 51 } })
})

it('of a network is one sweep back for every parameter at once, at about the price of the value', () => {
  const [inputs, hidden, classes, batch] = [64, 128, 10, 64]
  const { value, forward, reverse } = costOf(inputs, hidden, classes, batch)
  expect(reverse.sweeps).toBe(1)
  expect(forward.sweeps).toBe(9610)
  // X·W1 needs one product back, since X is given, and H·W2 two; what is left are masks and the error signal.
  const products = batch * hidden * (inputs + 2 * classes)
  expect(products / value).toBeCloseTo(1.135, 3)
  expect(reverse.multiplications).toBeGreaterThan(products)
  expect(reverse.multiplications / products).toBeLessThan(1.02)
  expect(forward.multiplications).toBeGreaterThan(1000 * reverse.multiplications)
})
