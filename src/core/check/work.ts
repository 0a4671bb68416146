import type { NetworkSpec } from '../network/spec'
import { DIRECTIONS, SAMPLED_WEIGHTS, type CheckScope } from './sample'

/** A forward sweep through the graph costs about as much as this many passes: values, tangents, and both written down. */
const GRAPH_PASSES = 4

/**
 * How many multiplications the difference quotients of a check take, about: what its time is proportional to. The time of a check of
 * everything is that of a sampled one times the ratio of the two.
 */
export function checkWork({ inputs, layers, bias = true }: NetworkSpec, batchRows: number, scope: CheckScope): number {
  const fanIns = layers.map((_, l) => (l === 0 ? inputs : layers[l - 1].units))
  const passFrom = (from: number) =>
    layers.reduce((sum, { units }, l) => (l < from ? sum : sum + batchRows * fanIns[l] * units), 0)
  return layers.reduce((total, { units }, l) => {
    const weights = fanIns[l] * units
    const checked = (scope === 'all' ? weights : Math.min(weights, SAMPLED_WEIGHTS)) + (bias ? units : 0)
    const quotient = 2 * (batchRows * fanIns[l] + passFrom(l + 1))
    const direction = 2 * passFrom(l) + GRAPH_PASSES * passFrom(0)
    return total + checked * quotient + DIRECTIONS * direction * (bias ? 2 : 1)
  }, 0)
}
