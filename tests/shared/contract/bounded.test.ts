import { describe, expect, it } from 'vitest'
import { isBounded } from '#shared/contract/bounded'

const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)])
const sparse = (length: number): unknown[] => Object.assign([], { length })

describe('a message', () => {
  it.each([
    ['nothing', undefined],
    ['plain data', { a: [1, 'x', null, { b: true }], c: undefined }],
    ['data without a prototype', Object.create(null)],
    ['bytes of any length', { bytes: new Uint8Array(50_000_000) }],
    ['a long table', { text: 'x'.repeat(50_000_000) }],
    ['as many numbers as there may be', new Array(300_000).fill(0)]
  ])('of %s can be looked at', (_, message) => expect(isBounded(message)).toBe(true))

  it.each([
    ['an array that claims to be long', sparse(2 ** 32 - 1)],
    ['many arrays that are long together', [sparse(150_000), sparse(150_000), sparse(150_000)]],
    ['too many keys', Object.fromEntries(Array.from({ length: 300_001 }, (__, index) => [index, 0]))],
    ['something deep', nested(33)],
    ['a map', new Map()],
    ['a date', { when: new Date(0) }],
    ['a boxed text', Object('x')],
    ['memory without a view', new ArrayBuffer(8)]
  ])('of %s cannot', (_, message) => expect(isBounded(message)).toBe(false))

  it('that contains itself cannot', () => {
    const message: Record<string, unknown> = {}
    message.self = [message, message]
    expect(isBounded(message)).toBe(false)
  })
})
