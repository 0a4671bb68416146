// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { pageNames } from '#shared/pages'
import { pages } from '../../../src/renderer/pages/registry'

it('has the page of every name', () => {
  expect(Object.keys(pages)).toEqual(pageNames)
})
