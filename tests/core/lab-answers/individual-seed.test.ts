import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { individualSeed } from '#core'

it.each([
  ['bp-000', '20260001', 490136064],
  ['bp-000', '20260002', 71615158]
])('is the known one in %s of %s', (lab, id, seed) => {
  expect(individualSeed(lab, id)).toBe(seed)
})

it('is that of the first eight hex digits of SHA-256, whatever the characters', () => {
  for (const [lab, id] of [
    ['a', 'b'],
    ['实验', '学号一'],
    ['', '']
  ]) {
    const digits = createHash('sha256').update(`${lab}:${id}`).digest('hex').slice(0, 8)
    expect(individualSeed(lab, id)).toBe(Number.parseInt(digits, 16))
  }
})
