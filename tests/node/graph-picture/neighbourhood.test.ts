import { expect, it } from 'vitest'
import { neighbourhood } from '../../../src/node/graph-picture/neighbourhood'

it('goes along edges in both directions, the nearest first', () => {
  const chain = Array.from({ length: 9 }, (_, id) => ({ id, inputs: id === 0 ? [] : [id - 1] }))
  expect(neighbourhood(chain, 4, 5).map(({ id }) => id)).toEqual([2, 3, 4, 5, 6])
  expect(neighbourhood(chain, 0, 3).map(({ id }) => id)).toEqual([0, 1, 2])
})
