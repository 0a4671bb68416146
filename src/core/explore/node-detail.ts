import { localGradientOf, type LocalGradient } from '../autodiff/graph/events'
import type { Gate, GraphNode } from '../autodiff/ops/operation'
import type { Note } from '../messages/catalogue'
import { copy, type Matrix } from '../tensor/matrix'
import { differencesAt, type Difference } from './differences'
import { MOST_ELEMENTS, shownTensor, type Explored, type ShownTensor } from './explore'

/** One input's part in a node's step of the reverse sweep: upstream × local = downstream. */
export interface DetailInput {
  readonly id: number
  /** The rule in plain text, g being the upstream gradient. */
  readonly formula: string
  /** ∂(node)/∂(input); null where it is zero, or too large to be written out, or made of several operations. */
  readonly local: (ShownTensor & { readonly kind: LocalGradient['kind'] }) | null
  readonly downstream: ShownTensor | null
}

/** A drawn node's step of the reverse sweep, with its numbers. */
export interface NodeDetail {
  readonly id: number
  /** The operation in plain text, empty for an input and for a function of several operations. */
  readonly formula: string
  /** Says where the operation has a kink, and what is taken there; null where it has none. */
  readonly kink: Note | null
  readonly gate: Gate
  /** The gradients that its uses sent, which add up; `from` is null at the output. */
  readonly arrived: readonly { readonly from: number | null; readonly gradient: ShownTensor }[]
  readonly inputs: readonly DetailInput[]
  /** The difference quotients of the output by its elements. */
  readonly differences: readonly Difference[]
  /** Says that the output has a kink here, where the differences to both sides are not the same. */
  readonly outputKink: Note | null
  /** The largest distance between gradient and difference, relative to the larger of 1 and both; null without a gradient. */
  readonly apart: number | null
}

function shownMatrix({ rows, columns, data }: Matrix): ShownTensor {
  return { rows, columns, isNumber: rows * columns === 1, elements: Array.from(data.subarray(0, MOST_ELEMENTS)) }
}

/** The sum of what a function's inside sends to one of its arguments. */
function sentTo(argument: GraphNode, inside: ReadonlySet<GraphNode>, { sweep }: Explored): Matrix | null {
  let total: Matrix | null = null
  for (const { node, sent } of sweep?.steps ?? []) {
    if (!inside.has(node)) continue
    sent.forEach((gradient, index) => {
      if (!gradient || node.inputs[index] !== argument) return
      total ??= { ...gradient.value, data: new Float64Array(gradient.value.data.length) }
      for (let e = 0; e < total.data.length; e++) total.data[e] += gradient.value.data[e]
    })
  }
  return total
}

function apartOf(gradient: Matrix | null, differences: readonly Difference[]): number | null {
  if (!gradient || differences.length === 0) return null
  return differences.reduce((worst, { central }, e) => {
    const ours = gradient.data[e]
    return Math.max(worst, Math.abs(ours - central) / Math.max(1, Math.abs(ours), Math.abs(central)))
  }, 0)
}

/** A drawn node in detail; null for an id that is not drawn. */
export function nodeDetail(explored: Explored, id: number): NodeDetail | null {
  const { built, sweep, drawn } = explored
  const chosen = drawn.find(({ node }) => node.id === id)
  if (!chosen) return null
  const { node, inside, opens } = chosen
  const step = sweep?.steps.find((one) => one.node === node)
  /** The drawn node that a node stands in. */
  const shownAs = (one: GraphNode) => drawn.find((other) => other.inside.has(one))?.node.id ?? null
  const differences = step ? differencesAt(built, node) : []
  const inputs = opens
    ? chosen.inputs.map((input): DetailInput => {
        const sent = sentTo(input, inside, explored)
        return { id: input.id, formula: '', local: null, downstream: sent && shownMatrix(sent) }
      })
    : node.inputs.flatMap((input, index): DetailInput[] => {
        const partial = node.operation?.partials[index]
        const place = shownAs(input)
        if (place === null) return []
        const local = partial && step ? localGradientOf(built.graph, node, index, partial) : null
        const downstream = step?.sent[index] ?? null
        const shown = local && { ...shownMatrix(local.values), kind: local.kind }
        return [{ id: place, formula: partial?.formula ?? '', local: shown, downstream: downstream && shownTensor(downstream, false) }]
      })
  return {
    id,
    formula: opens ? '' : (node.operation?.formula ?? ''),
    kink: opens ? null : (node.operation?.kink ?? null),
    gate: opens ? 'none' : (node.operation?.gate ?? 'none'),
    arrived: (step?.contributions ?? []).map(({ from, gradient }) => ({
      from: from && shownAs(from),
      gradient: shownTensor(gradient, false)
    })),
    inputs,
    differences,
    outputKink: differences.some(({ isKink }) => isKink) ? { code: 'graph.kink-differences', details: {} } : null,
    apart: apartOf(step ? copy(step.gradOutput.value) : null, differences)
  }
}
