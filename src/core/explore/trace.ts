import { elementNames, usedInputs } from '../autodiff/expressions/second-derivatives'
import { valueOfMatrix, type TensorValue } from '../autodiff/expressions/tensor-value'
import { forwardSweep } from '../autodiff/graph/forward-sweep'
import { zerosLike } from '../tensor/matrix'
import { differencesAt } from './differences'
import type { Explored } from './explore'

/** One row of the table of both modes. */
export interface TraceRow {
  readonly id: number
  /** The name of an input, or the one that a statement gives. */
  readonly name: string
  readonly symbol: string
  readonly value: TensorValue
  /** ∂(node)/∂(seed), one entry a seed. */
  readonly tangents: readonly TensorValue[]
  /** ∂(output)/∂(node); null where no gradient arrives. */
  readonly gradient: TensorValue | null
  /** The difference quotient of the output by the node, where both are one number. */
  readonly difference: number | null
}

/** Forward mode beside reverse mode, node by node. */
export interface Trace {
  /** The elements of inputs that forward mode sweeps from. */
  readonly seeds: readonly string[]
  /** The number of elements there are to sweep from. */
  readonly allSeeds: number
  readonly rows: readonly TraceRow[]
}

/** The most columns of tangents that a table shows. */
const MOST_SEEDS = 12

/** The table of a program in both modes: a column of tangents for each of the first elements of the inputs. */
export function traceOf({ built, sweep, drawn }: Explored): Trace {
  const { graph, names, numbers } = built
  const used = usedInputs(built)
  const nodes = drawn.map(({ node }) => node)
  const all = [...used.values()].flatMap((node) => Array.from({ length: node.value.data.length }, (_, e) => ({ node, e })))
  const sweeps = all.slice(0, MOST_SEEDS).map(({ node, e }) => {
    const direction = zerosLike(node.value)
    direction.data[e] = 1
    return forwardSweep({ graph, outputs: nodes, tangents: [{ node, direction }] })
  })
  const reached = new Set(sweep?.steps.map(({ node }) => node))
  return {
    seeds: elementNames(used, numbers).slice(0, MOST_SEEDS),
    allSeeds: all.length,
    rows: drawn.map(({ node, symbol }, row) => {
      const isNumber = numbers.has(node)
      const hasGradient = sweep !== null && reached.has(node)
      return {
        id: node.id,
        name: node.name || (names.get(node) ?? ''),
        symbol,
        value: valueOfMatrix(node.value, isNumber),
        tangents: sweeps.map((tangents) => valueOfMatrix(tangents[row].value, isNumber)),
        gradient: hasGradient ? valueOfMatrix(sweep.gradientOf(node).value, isNumber) : null,
        difference: hasGradient && node.value.data.length === 1 ? (differencesAt(built, node, 1)[0]?.central ?? null) : null
      }
    })
  }
}
