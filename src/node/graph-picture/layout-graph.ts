import { Graph, layout, type GraphLabel, type NodeLabel, type EdgeLabel } from '@dagrejs/dagre'
import type { GraphLayout, PlacedEdge, PlacedNode } from '#shared/contract'

/** A node to place: its inputs in order, and where in the text it stands. */
interface LaidNode {
  readonly id: number
  readonly inputs: readonly number[]
  readonly offsets: readonly number[]
}

/** The size of a node and the gaps between them, in units of the drawing. */
const WIDTH = 84
const HEIGHT = 48
const RANK_GAP = 28
const NODE_GAP = 14
const MARGIN = 16
/** Nothing is written below a box, as names are above it. */
const BELOW = 4

/** With more nodes the shortest edges cost more time than they are worth: the ranks of the longest paths are as good to read. */
const MOST_SIMPLEX = 60

type LayoutGraph = Graph<GraphLabel, NodeLabel, EdgeLabel>

/** A label of dagre's, as far as the order needs it: a part of a long edge names the edge it belongs to. */
interface OrderLabel {
  readonly rank?: number
  readonly edgeObj?: { readonly v: string; readonly w: string }
  order?: number
}

/** Within each rank, nodes stand in the order of the text, so that no edit of one part moves another past its neighbours. */
function orderByText(graph: LayoutGraph, keys: ReadonlyMap<string, number>): void {
  const keyOf = (id: string, { edgeObj }: OrderLabel): number => {
    if (!edgeObj) return keys.get(id) ?? 0
    return ((keys.get(edgeObj.v) ?? 0) + (keys.get(edgeObj.w) ?? 0)) / 2
  }
  const ranks = new Map<number, { readonly label: OrderLabel; readonly key: number }[]>()
  for (const id of graph.nodes()) {
    const label = graph.node(id) as OrderLabel
    if (label.rank === undefined) continue
    const rank = ranks.get(label.rank) ?? []
    rank.push({ label, key: keyOf(id, label) })
    ranks.set(label.rank, rank)
  }
  for (const rank of ranks.values()) {
    rank.sort((a, b) => a.key - b.key).forEach(({ label }, index) => (label.order = index))
  }
}

/** The place of each node in the text; one that is not written there, such as a copy, stands where its first input does. */
function textKeys(nodes: readonly LaidNode[]): Map<string, number> {
  const keys = new Map<string, number>()
  for (const { id, inputs, offsets } of nodes)
    keys.set(String(id), offsets.length > 0 ? Math.min(...offsets) : (keys.get(String(inputs[0])) ?? 0))
  return keys
}

/** An edge's way with the ends at the middle of the nodes' sides. */
function wayOf(from: PlacedNode, to: PlacedNode, points: readonly { readonly x: number; readonly y: number }[]): PlacedEdge['points'] {
  const start = { x: from.x + WIDTH, y: from.y + HEIGHT / 2 }
  const end = { x: to.x, y: to.y + HEIGHT / 2 }
  return [start, ...points.slice(1, -1).map(({ x, y }) => ({ x, y })), end]
}

/**
 * Places the nodes of a graph from left to right. The places follow from the structure and the text alone, never from a value.
 * Source: E. Gansner et al., "A technique for drawing directed graphs", 1993.
 */
export function layoutGraph(nodes: readonly LaidNode[]): GraphLayout {
  const graph: LayoutGraph = new Graph({ multigraph: true })
  const ranker = nodes.length > MOST_SIMPLEX ? 'tight-tree' : 'network-simplex'
  graph.setGraph({ rankdir: 'LR', ranker, ranksep: RANK_GAP, nodesep: NODE_GAP, edgesep: NODE_GAP / 2, marginx: MARGIN, marginy: MARGIN })
  const keys = textKeys(nodes)
  for (const { id } of nodes) graph.setNode(String(id), { width: WIDTH, height: HEIGHT })
  nodes.forEach(({ id, inputs }) =>
    inputs.forEach((input, index) => graph.setEdge(String(input), String(id), { weight: 1, minlen: 1 }, String(index)))
  )
  layout(graph, { customOrder: (ranked) => orderByText(ranked, keys) })
  const placed = new Map(
    nodes.map(({ id }): [number, PlacedNode] => {
      const { x = 0, y = 0 } = graph.node(String(id)) as { x?: number; y?: number }
      return [id, { id, x: x - WIDTH / 2, y: y - HEIGHT / 2 }]
    })
  )
  const edges = nodes.flatMap(({ id, inputs }) =>
    inputs.flatMap((input, index): PlacedEdge[] => {
      const [from, to] = [placed.get(input), placed.get(id)]
      const { points = [] } = graph.edge(String(input), String(id), String(index)) as { points?: { x: number; y: number }[] }
      return from && to ? [{ from: input, to: id, input: index, points: wayOf(from, to, points) }] : []
    })
  )
  const { width = 0, height = 0 } = graph.graph()
  return { width, height: height - MARGIN + BELOW, nodeWidth: WIDTH, nodeHeight: HEIGHT, nodes: [...placed.values()], edges }
}
