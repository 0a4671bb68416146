import { describe, expect, it } from 'vitest'
import { GrowingBytes } from '../../../src/core/data/growing-bytes'

describe('GrowingBytes', () => {
  it('has the bytes of all pieces, as they were when they were added', () => {
    const bytes = new GrowingBytes()
    const piece = Uint8Array.of(1, 2, 3)
    bytes.push(piece)
    piece.fill(9)
    const before = bytes.bytes()
    bytes.push(new Uint8Array(0))
    bytes.push(Uint8Array.of(4))
    expect([...bytes.bytes()]).toEqual([1, 2, 3, 4])
    expect([...before]).toEqual([1, 2, 3])
    expect(bytes).toHaveLength(4)
  })

  it('begins anew when they are taken', () => {
    const bytes = new GrowingBytes()
    bytes.push(Uint8Array.of(1, 2))
    const taken = bytes.take()
    bytes.push(Uint8Array.of(7))
    expect([...taken]).toEqual([1, 2])
    expect([...bytes.bytes()]).toEqual([7])
  })

  it('copies bytes a few times at most', () => {
    const bytes = new GrowingBytes()
    const buffers = new Set<ArrayBufferLike>()
    for (let piece = 0; piece < 1000; piece++) {
      bytes.push(new Uint8Array(100))
      buffers.add(bytes.bytes().buffer)
    }
    expect(bytes).toHaveLength(100_000)
    expect(buffers.size).toBeLessThan(12)
  })
})
