import { expect, it } from 'vitest'
import { hadoopLength, lz4Length } from '../../../src/node/files/lz4-length'

/** Three literals, the last of which is repeated: 4 + 15 + 255 + 5 times; then two literals. */
const block = Uint8Array.from([0x3f, 1, 2, 3, 1, 0, 255, 5, 0x20, 8, 9])
const LENGTH = 3 + 4 + 15 + 255 + 5 + 2

it('a block of LZ4 has the length that its literals and matches have', () => {
  expect(lz4Length(block)).toBe(LENGTH)
  expect(lz4Length(Uint8Array.from([0xf0, 3, ...new Uint8Array(18)]))).toBe(18)
  expect(lz4Length(new Uint8Array(0))).toBe(0)
})

it('a match that never ends has 255 bytes for each of its own, and a cut block what is there', () => {
  const bomb = new Uint8Array(1_000_000).fill(255)
  bomb.set([0x1f, 1, 1, 0])
  expect(lz4Length(bomb)).toBe(1 + 15 + 4 + 255 * (bomb.length - 4))
})

it('blocks as Hadoop frames them have the sum of their lengths, and other bytes are none', () => {
  const head = (length: number) => [0, 0, length >> 8, length & 255, 0, 0, 0, block.length]
  const framed = Uint8Array.from([...head(LENGTH), ...block, ...head(LENGTH), ...block])
  expect(hadoopLength(framed)).toBe(2 * LENGTH)
  expect(hadoopLength(Uint8Array.from([...head(LENGTH + 1), ...block]))).toBeNull()
  expect(hadoopLength(framed.subarray(0, -1))).toBeNull()
  expect(hadoopLength(block)).toBeNull()
})
