import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createRandom, UnpackedAllowance, unpackedLimit } from '#core'

const GIGABYTE = 1e9

/** Returns the ratio of the size of bytes to that which they are packed to. */
const ratioOf = (bytes: Buffer) => bytes.length / deflateSync(bytes, { level: 9 }).length

const tableOf = (cellsOf: (row: number) => readonly number[]) =>
  Buffer.from(Array.from({ length: 2000 }, (_, row) => `${cellsOf(row).join()}\n`).join(''))
const columns = (count: number, cell: (column: number) => number) => Array.from({ length: count }, (_, c) => cell(c))

const random = createRandom(1)
const oneHot = (category: number) => columns(30, (c) => (c === category ? 1 : 0))

/** Float32 weights of which one in so many is not 0. */
const weightsOf = (step: number) => Buffer.from(Float32Array.from({ length: 1e6 }, (_, e) => (e % step === 0 ? Math.sin(e) : 0)).buffer)

describe('the bytes that a compressed file may unpack to', () => {
  it('are fewer than what is packed to fill a computer has', () => {
    const zeros = Buffer.alloc(64 * 1024 * 1024)
    expect(unpackedLimit(GIGABYTE / ratioOf(zeros))).toBeLessThan(GIGABYTE / 5)
  })

  it.each([
    ['table', 'one-hot encoded texts of thirty categories', tableOf(() => oneHot(random.below(30)))],
    ['table', 'rows that are almost the same', tableOf((row) => columns(20, (c) => (c === row % 20 ? row : c / 8)))],
    ['table', 'answers from 0 to 9', tableOf(() => columns(20, () => random.below(10)))],
    ['weights', 'dense weights', weightsOf(1)],
    ['weights', 'weights pruned to a hundredth', weightsOf(100)]
  ] as const)('are more than an honest %s has, were it a gigabyte: %s', (...[, , bytes]) => {
    expect(unpackedLimit(GIGABYTE / ratioOf(bytes))).toBeGreaterThan(GIGABYTE)
  })
})

describe('the allowance of a file while it is read', () => {
  const MEGABYTE = 1024 * 1024

  it('is what a file may always unpack to, and a hundred bytes for each packed one', () => {
    const allowance = new UnpackedAllowance()
    expect(allowance.take(64 * MEGABYTE)).toBe(true)
    allowance.add(MEGABYTE / 2)
    expect(allowance.take(50 * MEGABYTE)).toBe(true)
    expect(allowance.take(1)).toBe(false)
  })

  it('is not saved up by what comes first', () => {
    const allowance = new UnpackedAllowance()
    allowance.add(1000 * MEGABYTE)
    expect(allowance.take(64 * MEGABYTE)).toBe(true)
    expect(allowance.take(1)).toBe(false)
  })

  it('is in doubt once far more came out than went in', () => {
    const allowance = new UnpackedAllowance()
    allowance.take(8 * MEGABYTE)
    expect(allowance.isAmple).toBe(true)
    allowance.take(1)
    expect(allowance.isAmple).toBe(false)
    allowance.add(MEGABYTE)
    expect(allowance.isAmple).toBe(true)
  })
})
