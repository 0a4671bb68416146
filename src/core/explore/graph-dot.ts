import type { ShownGraph, ShownNode } from './explore'
import { shownText } from './symbols'

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`
}

function labelOf({ op, name, symbol, value, gradient }: ShownNode): string {
  const title = op === 'input' ? name : name === '' ? symbol : `${name} = ${symbol}`
  return [title, shownText(value), ...(gradient ? [`∂ ${shownText(gradient)}`] : [])].join('\n')
}

/** A graph in Graphviz's language: a node's value, and below it its gradient. */
export function graphDot({ nodes }: Pick<ShownGraph, 'nodes'>): string {
  return [
    'digraph {',
    '  rankdir=LR',
    '  node [shape=box, fontname="sans-serif"]',
    ...nodes.map((node) => `  n${node.id} [label=${quoted(labelOf(node))}]`),
    ...nodes.flatMap(({ id, inputs }) => inputs.map((input) => `  n${input} -> n${id}`)),
    '}',
    ''
  ].join('\n')
}
