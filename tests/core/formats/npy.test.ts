import { describe, expect, it } from 'vitest'
import { readNpy, writeNpy, writeNpyBytes } from '../../../src/core/formats/npy'

/** An npy file of version 1.0 with this header and these numbers. */
function npy(header: string, body: ArrayBufferView, version = 1): Uint8Array {
  const text = new TextEncoder().encode(header)
  const length = version === 1 ? [text.length & 0xff, text.length >> 8] : [text.length & 0xff, text.length >> 8, 0, 0]
  return Uint8Array.from([...[0x93, ...new TextEncoder().encode('NUMPY'), version, 0, ...length, ...text], ...new Uint8Array(body.buffer)])
}

const two = Float64Array.of(1, 2)
const header = "{'descr': '<f8', 'fortran_order': False, 'shape': (1, 2), }\n"

describe('writeNpy', () => {
  it('lets the numbers begin at a multiple of 64 bytes', () => {
    for (let length = 1; length < 3000; length = length * 3 + 1) {
      const file = writeNpy({ name: 'W', shape: [length], data: new Float64Array(length) })
      expect((file.length - 8 * length) % 64).toBe(0)
    }
  })
})

describe('readNpy', () => {
  it.each([
    [1, header],
    [2, header],
    [3, header],
    [1, "{'descr':'<f8','fortran_order':False,'shape':(1,2)}"]
  ])('reads version %i with the header %s', (version, text) => {
    expect(readNpy('W', npy(text, two, version))).toEqual({ name: 'W', shape: [1, 2], data: two })
  })

  it('turns Fortran order, column by column, into rows', () => {
    const text = "{'descr': '<f8', 'fortran_order': True, 'shape': (2, 3), }"
    const read = readNpy('W', npy(text, Float64Array.of(1, 4, 2, 5, 3, 6)))
    expect(read).toEqual({ name: 'W', shape: [2, 3], data: Float64Array.of(1, 2, 3, 4, 5, 6) })
  })

  it('reads bytes as bytes', () => {
    expect(readNpy('metadata', writeNpyBytes(Uint8Array.of(1, 2, 3)))).toEqual({ name: 'metadata', bytes: Uint8Array.of(1, 2, 3) })
  })

  it.each([
    ['other magic bytes', npy(header, two).fill(0, 0, 1), 'This is not a npy file.'],
    ['nothing', new Uint8Array(0), 'This is not a npy file.'],
    ['an unknown version', npy(header, two, 4), 'npy 4.0'],
    ['a header of more than 10,000 characters', npy(header.padEnd(10_001), two), 'more than the 10000 allowed'],
    ['a header longer than the file', npy(header, two).subarray(0, 40), 'W should have'],
    ['a pickled object', npy(header.replace('<f8', '|O'), two), 'W.descr is "|O"; expected <f4, <f8, |u1'],
    ['numbers the other way round', npy(header.replace('<f8', '>f8'), two), 'W.descr is ">f8"'],
    ['a structured type', npy(header.replace("'<f8'", "[('a', '<f8')]"), two), "W is \"{'descr': [("],
    ['a shape of three dimensions', npy(header.replace('(1, 2)', '(1, 1, 2)'), two), 'W.shape is "(1, 1, 2)"'],
    ['a scalar', npy(header.replace('(1, 2)', '()'), two), 'W.shape is "()"'],
    ['a Python expression', npy(header.replace('False', '__import__("os")'), two), 'expected {'],
    ['too few numbers', npy(header, Float64Array.of(1)), 'W should have 16 bytes and has 8'],
    ['too many numbers', npy(header, Float64Array.of(1, 2, 3)), 'W should have 16 bytes and has 24']
  ])('refuses %s', (_what, bytes, message) => {
    expect(() => readNpy('W', bytes)).toThrow(message)
  })
})
