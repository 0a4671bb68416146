// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { pages } from '../../../src/renderer/pages/registry'

it('has no name twice', () => {
  const names = pages.map(({ name }) => name)
  expect(names).toEqual([...new Set(names)])
})
