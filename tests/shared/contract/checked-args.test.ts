import * as v from 'valibot'
import { expect, it } from 'vitest'
import { checkedArgs } from '#shared/contract/checked-args'
import { problemOf } from '../../support/problem-of'

const request = { args: v.object({ list: v.array(v.number()) }) }

it('returns arguments that fit', () => {
  expect(checkedArgs('x', request, { list: [1, 2], more: 3 })).toEqual({ list: [1, 2] })
})

it('names the first of many problems, in few words whatever was sent', () => {
  const problem = problemOf(() => checkedArgs('x', request, { list: new Array(100_000).fill('y'.repeat(1000)) }))
  expect(problem).toMatch(/^request\.invalid: /)
  expect(problem.length).toBeLessThan(600)
})

it('does not begin to look at what is too long', () => {
  expect(problemOf(() => checkedArgs('x', request, { list: Object.assign([], { length: 2 ** 32 - 1 }) }))).toMatch(/^request\.invalid: /)
})
