import { shownText, type ShownGraph, type ShownNode } from '#core'
import type { GraphLayout, PlacedEdge } from '#shared/contract'

/** Colours of the two directions, as on the page: values and forward edges, gradients and backward edges. */
const FORWARD = '#14703f'
const BACKWARD = '#8a3ab9'
const LINE = '#9aa3af'
const TEXT = '#16181d'

/** A sign with more letters has no room beside the numbers. */
const MOST_LETTERS = 7

/** Returns a text with what XML would read as its own escaped. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

function pathOf({ points }: PlacedEdge, down: number): string {
  return points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y + down)}`).join(' ')
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

function nodeSvg(node: ShownNode, { x, y }: { readonly x: number; readonly y: number }, { nodeWidth, nodeHeight }: GraphLayout): string {
  const right = x + nodeWidth - 6
  const sign = node.op === 'input' ? node.name : node.symbol
  const isLong = sign.length > MOST_LETTERS
  const title = node.op === 'input' || node.name === '' ? sign : `${node.name} = ${sign}`
  const above = isLong ? title : node.op === 'input' ? '' : node.name
  const name = above === '' ? '' : `<text x="${x + 2}" y="${y - 3}" font-size="10" fill="${TEXT}">${escaped(above)}</text>`
  const gradient = node.gradient
    ? `<text x="${right}" y="${y + nodeHeight - 9}" text-anchor="end" fill="${BACKWARD}">${escaped(shownText(node.gradient))}</text>`
    : ''
  return [
    `<g><title>${escaped(node.name || node.op)}</title>`,
    `<rect x="${x}" y="${y}" width="${nodeWidth}" height="${nodeHeight}" rx="3" fill="#ffffff" stroke="${node.problem ? '#b42318' : LINE}"/>`,
    name,
    `<text x="${x + 6}" y="${y + nodeHeight / 2 + 4}" font-weight="600" fill="${TEXT}">${escaped(isLong ? '' : sign)}</text>`,
    `<text x="${right}" y="${y + 17}" text-anchor="end" fill="${FORWARD}">${escaped(shownText(node.value))}</text>`,
    gradient,
    '</g>'
  ].join('')
}

/** A graph as a picture of its own: values green above, gradients purple below, copy gates as dots. */
export function graphSvg(shown: ShownGraph, layout: GraphLayout): string {
  const places = new Map(layout.nodes.map((place) => [place.id, place]))
  const hasGradient = new Map(shown.nodes.map(({ id, gradient }) => [id, gradient !== null]))
  const uses = new Map<number, number>()
  for (const { from } of layout.edges) uses.set(from, (uses.get(from) ?? 0) + 1)
  const edges = layout.edges.map((edge) => {
    const forward = `<path d="${pathOf(edge, 0)}" fill="none" stroke="${LINE}"/>`
    if (!hasGradient.get(edge.from) || !hasGradient.get(edge.to)) return forward
    return `${forward}<path d="${pathOf(edge, 4)}" fill="none" stroke="${BACKWARD}" stroke-dasharray="4 3"/>`
  })
  const dots = layout.nodes
    .filter(({ id }) => (uses.get(id) ?? 0) > 1)
    .map(({ x, y }) => `<circle cx="${round(x + layout.nodeWidth + 4)}" cy="${round(y + layout.nodeHeight / 2)}" r="4" fill="${TEXT}"/>`)
  const nodes = shown.nodes.flatMap((node) => {
    const place = places.get(node.id)
    return place ? [nodeSvg(node, { x: round(place.x), y: round(place.y) }, layout)] : []
  })
  const [width, height] = [Math.ceil(layout.width), Math.ceil(layout.height)]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="12">`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...edges,
    ...nodes,
    ...dots,
    '</svg>',
    ''
  ].join('\n')
}
