import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { concatBytes, fromUtf8, numberBytes, numbersFrom, utf8 } from '../../../src/core/formats/bytes'

describe('numberBytes', () => {
  it('is little-endian', () => {
    expect([...numberBytes(Float64Array.of(1))]).toEqual([0, 0, 0, 0, 0, 0, 0xf0, 0x3f])
    expect([...numberBytes(Float32Array.of(1))]).toEqual([0, 0, 0x80, 0x3f])
  })

  it('is turned back by numbersFrom, bit for bit, wherever the bytes lie', () => {
    fc.assert(
      fc.property(fc.float64Array(), fc.nat(7), (numbers, offset) => {
        const bytes = concatBytes([new Uint8Array(offset), numberBytes(numbers)]).subarray(offset)
        expect(numbersFrom(bytes, 'f64')).toEqual(numbers)
      })
    )
    fc.assert(
      fc.property(fc.float32Array(), (numbers) => {
        expect(numbersFrom(numberBytes(numbers), 'f32')).toEqual(numbers)
      })
    )
  })
})

describe('fromUtf8', () => {
  it('is the way back from utf8, a byte order mark included', () => {
    expect(fromUtf8(utf8('\ufeff权重'), 'x')).toBe('\ufeff权重')
  })

  it('refuses what is not UTF-8 and names it', () => {
    expect(() => fromUtf8(Uint8Array.of(0xc3, 0x28), 'the header')).toThrow('the header is not UTF-8 text')
  })
})
