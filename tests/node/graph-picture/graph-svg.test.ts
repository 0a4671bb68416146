import { expect, it } from 'vitest'
import { explore, shownGraph } from '#core'
import { graphSvg } from '../../../src/node/graph-picture/graph-svg'
import { pictureLayout } from '../../../src/node/graph-picture/picture-layout'

function drawn(text: string, inputs: Readonly<Record<string, number>>): string {
  const shown = shownGraph(explore(text, inputs))
  return graphSvg(shown, pictureLayout(shown.nodes, shown.output))
}

it('draws every node with its value above in green and its gradient below in purple', () => {
  const svg = drawn('x + y * z', { x: -2, y: 5, z: -4 })
  expect(svg.match(/<rect [^>]*rx=/g)).toHaveLength(5)
  expect([...svg.matchAll(/fill="#14703f">([^<]*)</g)].map(([, text]) => text)).toEqual(['−2', '5', '−4', '−20', '−22'])
  expect([...svg.matchAll(/fill="#8a3ab9">([^<]*)</g)].map(([, text]) => text)).toEqual(['1', '−4', '5', '1', '1'])
  expect(svg.match(/stroke-dasharray/g)).toHaveLength(4)
})

it('draws a dot where a value fans out', () => {
  expect(drawn('x * x', { x: 3 }).match(/<circle/g)).toHaveLength(1)
  expect(drawn('x * 2', { x: 3 })).not.toContain('<circle')
})

it('escapes what XML would read as its own', () => {
  expect(drawn('a = x * 2; a', { x: 3 })).toContain('>a<')
})
