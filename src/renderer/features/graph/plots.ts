import type { HessianProduct, ShownNode, ShownTensor, Trace } from '#core'
import type { GraphPicture, PlacedEdge } from '#shared/contract'
import { nodeText } from './tensor-cells'

/** A number in a box, in the colour of the direction it was computed in; `unknown` until the walk has come to it. */
export interface Figure {
  readonly text: string
  readonly direction: 'forward' | 'backward' | 'unknown'
}

/** A box of a drawing. */
export interface PlotBox {
  readonly key: string
  readonly node: ShownNode
  readonly x: number
  readonly y: number
  /** Its name and sign in full. */
  readonly title: string
  /** Beside the numbers. */
  readonly label: string
  /** Above the box. */
  readonly name: string
  readonly upper: Figure
  readonly lower: Figure
  /** Whether its lower number is what the drawing is made for. */
  readonly isResult: boolean
}

/** A line of a drawing: a value's way, a gradient's way back, a tangent's way, the second sweep back, or a value that the way back reads. */
export interface PlotEdge {
  readonly key: string
  readonly path: string
  readonly kind: 'value' | 'gradient' | 'tangent' | 'second' | 'reads'
}

/** A drawing of a graph, in the units of its layout. */
export interface Plot {
  readonly width: number
  readonly height: number
  readonly nodeWidth: number
  readonly nodeHeight: number
  readonly boxes: readonly PlotBox[]
  readonly edges: readonly PlotEdge[]
  /** Copy gates: the dots where a value fans out. */
  readonly dots: readonly { readonly id: number; readonly x: number; readonly y: number }[]
}

/** Which numbers the walk through the graph has come to. */
export interface Progress {
  hasValue(id: number): boolean
  hasGradient(id: number): boolean
}

/** The two ways to a Hessian–vector product. */
export type ProductWay = 'twoReverse' | 'forwardOverReverse'

/** The room between two lines of one edge. */
const APART = 5
/** The room between a graph and its mirror image. */
const MIRROR_GAP = 12
/** A sign with more letters has no room beside the numbers, and stands above its box, as names do. */
const MOST_LETTERS = 7

function signOf({ op, name, symbol }: ShownNode): string {
  return op === 'input' ? name : symbol
}

/** A node's sign with the name that a statement gives it. */
export function titleOf(node: ShownNode): string {
  return node.op === 'input' || node.name === '' ? signOf(node) : `${node.name} = ${signOf(node)}`
}

function lettering(node: ShownNode): Pick<PlotBox, 'title' | 'label' | 'name'> {
  const sign = signOf(node)
  const isLong = sign.length > MOST_LETTERS
  return { title: titleOf(node), label: isLong ? '' : sign, name: isLong ? titleOf(node) : node.op === 'input' ? '' : node.name }
}

function pathOf(points: PlacedEdge['points'], down = 0): string {
  return points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${(y + down).toFixed(1)}`).join(' ')
}

function keyOf({ from, to, input }: PlacedEdge): string {
  return `${from}-${to}-${input}`
}

function figure(text: string, direction: Figure['direction']): Figure {
  return { text, direction: text === '?' ? 'unknown' : direction }
}

const none: Figure = { text: '', direction: 'unknown' }

/** The common part of all drawings of a picture: places, lettering, copy gates and values. */
function base({ layout, nodes }: GraphPicture, { hasValue }: Progress) {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const uses = new Map<number, number>()
  for (const { from } of layout.edges) uses.set(from, (uses.get(from) ?? 0) + 1)
  const boxes = layout.nodes.flatMap(({ id, x, y }): PlotBox[] => {
    const node = byId.get(id)
    if (!node) return []
    const value = node.op === 'input' || hasValue(id) ? nodeText(node.value) : '?'
    return [{ key: String(id), node, x, y, ...lettering(node), upper: figure(value, 'forward'), lower: none, isResult: false }]
  })
  const dots = layout.nodes
    .filter(({ id }) => (uses.get(id) ?? 0) > 1)
    .map(({ id, x, y }) => ({ id, x: x + layout.nodeWidth + 4, y: y + layout.nodeHeight / 2 }))
  const { width, height, nodeWidth, nodeHeight } = layout
  return { byId, plot: { width, height, nodeWidth, nodeHeight, dots }, boxes }
}

/** Reverse mode: each value with the gradient below it. Until the walk has come to it a number is "?"; one that is not there is "–". */
export function reversePlot(picture: GraphPicture, progress: Progress): Plot {
  const { byId, plot, boxes } = base(picture, progress)
  const isFailed = picture.nodes.some(({ problem }) => problem)
  const gradientOf = ({ id, gradient }: ShownNode) => {
    if (!gradient) return isFailed ? '–' : ''
    return progress.hasGradient(id) ? nodeText(gradient) : '?'
  }
  const isBack = (id: number) => Boolean(byId.get(id)?.gradient) && progress.hasGradient(id)
  return {
    ...plot,
    boxes: boxes.map((box) => ({ ...box, lower: figure(gradientOf(box.node), 'backward') })),
    edges: picture.layout.edges.flatMap((edge): PlotEdge[] => [
      { key: keyOf(edge), path: pathOf(edge.points), kind: 'value' },
      ...(isBack(edge.from) && isBack(edge.to)
        ? [{ key: `${keyOf(edge)}-back`, path: pathOf(edge.points, APART), kind: 'gradient' } as const]
        : [])
    ])
  }
}

/** The name of the input that a seed is an element of: `A` of `A[1, 0]`. */
export function inputOfSeed(seed: string): string {
  return seed.split('[')[0]
}

/** The nodes that depend on an input, itself included. */
function movedBy(input: string, nodes: readonly ShownNode[]): Set<number> {
  const moved = new Set<number>()
  for (const { id, op, name, inputs } of nodes) {
    if ((op === 'input' && name === input) || inputs.some((one) => moved.has(one))) moved.add(id)
  }
  return moved
}

/** Forward mode from one seed: each value with its tangent below it, computed together, and the ways that a tangent takes. */
export function forwardPlot(picture: GraphPicture, progress: Progress, trace: Trace | null, seed: string): Plot {
  const { plot, boxes } = base(picture, progress)
  const column = trace?.seeds.indexOf(seed) ?? -1
  const rows = new Map(trace?.rows.map((row) => [row.id, row]))
  const moved = movedBy(inputOfSeed(seed), picture.nodes)
  const isKnown = ({ id, op }: ShownNode) => op === 'input' || progress.hasValue(id)
  const known = new Set(picture.nodes.filter(isKnown).map(({ id }) => id))
  const tangentOf = (node: ShownNode) => {
    const tangent = rows.get(node.id)?.tangents[column]
    if (tangent === undefined || !known.has(node.id)) return '?'
    return typeof tangent === 'number'
      ? nodeText({ ...node.value, rows: 1, columns: 1, elements: [tangent] })
      : nodeText({ ...node.value, elements: tangent.flat() })
  }
  return {
    ...plot,
    boxes: boxes.map((box) => ({
      ...box,
      lower: figure(tangentOf(box.node), 'forward'),
      isResult: box.node.op === 'input' && box.node.name === inputOfSeed(seed)
    })),
    edges: picture.layout.edges.map((edge) => ({
      key: keyOf(edge),
      path: pathOf(edge.points),
      kind: moved.has(edge.from) && known.has(edge.to) ? 'tangent' : 'value'
    }))
  }
}

/**
 * A Hessian–vector product: the graph, and below it its mirror image, the graph of its gradients. The numbers of the second sweep stand
 * below those of the first; H·v is in the boxes of the inputs: of the graph for two reverse sweeps, of the mirror image for forward over
 * reverse.
 */
export function productPlot(picture: GraphPicture, { nodes }: HessianProduct, way: ProductWay): Plot {
  const { plot, boxes } = base(picture, { hasValue: () => true, hasGradient: () => true })
  const { height, nodeHeight, nodeWidth } = plot
  const productOf = new Map(nodes.map((node) => [node.id, node]))
  const isForward = way === 'forwardOverReverse'
  const mirrored = (y: number) => 2 * height + MIRROR_GAP - y
  const second = (tensor: ShownTensor) => figure(nodeText(tensor), isForward ? 'forward' : 'backward')
  const kind = isForward ? 'tangent' : 'second'
  const above = boxes.map((box): PlotBox => {
    const product = productOf.get(box.node.id)
    const lower = product ? second(isForward ? product.tangent : product.slope) : none
    return { ...box, lower, isResult: !isForward && product !== undefined && box.node.op === 'input' }
  })
  const below = boxes.flatMap((box): PlotBox[] => {
    const product = productOf.get(box.node.id)
    if (!product) return []
    return [
      {
        ...box,
        key: `${box.key}-gradient`,
        y: mirrored(box.y) - nodeHeight,
        title: `∂${box.title}`,
        label: box.label === '' ? '' : `∂${box.label}`,
        name: box.name === '' ? '' : `∂${box.name}`,
        upper: figure(nodeText(product.gradient), 'backward'),
        lower: second(isForward ? product.gradientTangent : product.tangent),
        isResult: isForward && box.node.op === 'input'
      }
    ]
  })
  const ways = picture.layout.edges.flatMap((edge): PlotEdge[] => {
    const up = { key: keyOf(edge), path: pathOf(edge.points), kind: 'value' } as const
    if (!productOf.has(edge.from) || !productOf.has(edge.to)) return [up]
    const image = edge.points.map(({ x, y }) => ({ x, y: mirrored(y) }))
    return [
      up,
      { key: `${keyOf(edge)}-second`, path: pathOf(edge.points, APART), kind },
      { key: `${keyOf(edge)}-gradient`, path: pathOf(image), kind: 'gradient' },
      { key: `${keyOf(edge)}-gradient-second`, path: pathOf(image, APART), kind }
    ]
  })
  const reads = boxes
    .filter(({ node }) => productOf.get(node.id)?.readsValues)
    .map(({ key, x, y }): PlotEdge => {
      const middle = x + nodeWidth / 2
      const [from, to] = [y + nodeHeight, mirrored(y) - nodeHeight]
      return { key: `${key}-reads`, path: pathOf([from, to].map((end) => ({ x: middle, y: end }))), kind: 'reads' }
    })
  return { ...plot, height: 2 * height + MIRROR_GAP, boxes: [...above, ...below], edges: [...reads, ...ways] }
}
