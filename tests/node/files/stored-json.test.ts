import * as v from 'valibot'
import { expect, it } from 'vitest'
import { storedJson } from '../../../src/node/files/stored-json'
import { problemOf } from '../../support/problem-of'

const read = storedJson('state.json', v.object({ inner: v.object({ zoom: v.number() }) }))
const bytes = (text: string) => new TextEncoder().encode(text)

it('returns what fits the schema', () => {
  expect(read(bytes('{"inner":{"zoom":2}}'))).toEqual({ inner: { zoom: 2 } })
})

it('names the file and the first field that does not fit', () => {
  expect(problemOf(() => read(bytes('{"inner":{"zoom":"x"}}')))).toBe('format.field: state.json: inner.zoom is "x"; expected number.')
  expect(problemOf(() => read(bytes('[]')))).toBe('format.missing-field: state.json: inner is missing.')
  expect(problemOf(() => read(bytes('{')))).toMatch(/^format\.not-json: /)
})
