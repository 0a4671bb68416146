import { expect, it } from 'vitest'
import { explore, shownGraph } from '#core'
import { isWhole, pictureLayout } from '../../../src/node/graph-picture/picture-layout'

it('draws a large graph around one of its nodes', () => {
  const names = Array.from({ length: 130 }, (_, k) => `x${k}`)
  const { nodes, output } = shownGraph(explore(names.join('+'), Object.fromEntries(names.map((name) => [name, 1]))))
  expect(isWhole(nodes)).toBe(false)
  const { nodes: placed, edges } = pictureLayout(nodes, output)
  expect(placed).toHaveLength(60)
  expect(placed.some(({ id }) => id === output)).toBe(true)
  const shown = new Set(placed.map(({ id }) => id))
  for (const { from, to } of edges) expect(shown.has(from) && shown.has(to)).toBe(true)
})
