import type { NetworkSpec } from '../network/spec'
import { DIRECTIONS, SAMPLED_WEIGHTS, type CheckScope } from './sample'

/** Cost of copying, activating and comparing one element, in multiplications. Measured on 64-128-10, batch 64. */
const ELEMENT = 5

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
    const column = batchRows * fanIns[l]
    const quotient = 2 * (column + productsFrom(l + 1) + ELEMENT * elementsFrom(l))
    // Two passes for the difference, and the tangent's through the graph.
    const direction = 3 * (productsFrom(l) + ELEMENT * elementsFrom(l))
    return total + checked * quotient + DIRECTIONS * direction * (bias ? 2 : 1)
  }, 0)
}
