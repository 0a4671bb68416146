import type { NetworkSpec } from '../network/spec'
import { DIRECTIONS, SAMPLED_WEIGHTS, type CheckScope } from './sample'

/** Cost of activating one element, or of its part in the loss, in multiplications. Measured on 64-64-10, batch 32. */
const ELEMENT = 10

/** The most work of a full check by default: some ten seconds on an ordinary machine. */
const MOST = 2e9

/** Returns the default scope of a check: everything, unless the network and its batch are so large that it would take long. */
export function scopeFor(network: NetworkSpec, batchRows: number): CheckScope {
  return checkWork(network, batchRows, 'all') > MOST ? 'sampled' : 'all'
}

/**
 * Estimates the number of multiplications of a check, to which its time is proportional within a factor of two. The time of a full check
 * is that of a sampled one times the ratio of the two.
 */
export function checkWork({ inputs, layers, bias = true }: NetworkSpec, batchRows: number, scope: CheckScope): number {
  const fanIns = layers.map((_, l) => (l === 0 ? inputs : layers[l - 1].units))
  const elementsFrom = (from: number) => layers.reduce((sum, { units }, l) => (l < from ? sum : sum + batchRows * units), 0)
  const productsFrom = (from: number) => layers.reduce((sum, { units }, l) => (l < from ? sum : sum + batchRows * units * fanIns[l]), 0)
  return layers.reduce((total, { units }, l) => {
    const weights = fanIns[l] * units
    const checked = (scope === 'all' ? weights : Math.min(weights, SAMPLED_WEIGHTS)) + (bias ? units : 0)
    // One unit moves: its column, a rank-one update of the next layer, and whole products from there on.
    const next = l + 1 < layers.length ? batchRows * layers[l + 1].units : 0
    const quotient = 2 * ((1 + ELEMENT) * batchRows + next + productsFrom(l + 2) + ELEMENT * elementsFrom(l + 1))
    // Two passes for the difference, and the tangent's through the graph.
    const direction = 3 * (productsFrom(l) + ELEMENT * elementsFrom(l))
    return total + checked * quotient + DIRECTIONS * direction * (bias ? 2 : 1)
  }, 0)
}
