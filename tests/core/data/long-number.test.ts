import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLongNumber } from '../../../src/core/data/long-number'
import { writeNumber } from '../../../src/core/data/written-number'

const encode = (text: string) => new TextEncoder().encode(text)

function read(text: string) {
  const bytes = encode(`,${text},`)
  const into = { value: NaN, form: -1 }
  return readLongNumber(bytes, 1, bytes.length - 1, 46, into) ? into : null
}

/** As Python and numpy write exponents. */
const twoDigits = (text: string) => text.replace(/([+-])(\d)$/, '$10$2')

const double = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  fc.double({ min: 1e-20, max: 1e-3, noNaN: true }),
  fc.tuple(fc.maxSafeNat(), fc.integer({ min: -30, max: 5 })).map(([m, e]) => Number(`${m}e${e}`))
)
const text = fc.oneof(
  double.map(String),
  double.map((x) => twoDigits(String(x))),
  fc.tuple(double, fc.nat(22)).map(([x, decimals]) => (Math.abs(x) < 1e15 ? x.toFixed(decimals) : '0')),
  fc.tuple(double, fc.nat(20)).map(([x, decimals]) => twoDigits(x.toExponential(decimals))),
  fc.tuple(double, fc.nat(20)).map(([x, decimals]) => twoDigits(x.toExponential(decimals)).toUpperCase()),
  fc.stringMatching(/^-?\d{1,20}(\.\d{0,22})?([eE][+-]?\d{1,3})?$/)
)

describe('a number of many digits', () => {
  it('is what the host reads, and its form writes its text, where it is read at all', () => {
    fc.assert(
      fc.property(text, (written) => {
        const found = read(written)
        if (found === null) return
        expect(found.value).toBe(Number(written))
        expect(writeNumber(found.value, found.form, '.')).toBe(written)
      }),
      { numRuns: 50_000 }
    )
  })

  it('is read in almost all cases that programs write', () => {
    const samples = fc.sample(fc.double({ min: -1000, max: 1000, noNaN: true }).filter((x) => Math.abs(x) > 1e-4), { numRuns: 5000, seed: 1 })
    const shareOf = (write: (x: number) => string) => samples.filter((x) => read(write(x)) !== null).length / samples.length
    expect(shareOf(String)).toBeGreaterThan(0.99)
    expect(shareOf((x) => twoDigits(x.toExponential(18)))).toBeGreaterThan(0.99)
    expect(shareOf((x) => x.toFixed(12))).toBeGreaterThan(0.99)
  })

  it.each([
    // The halfway cases between two doubles: 2^53 + 1, and 1 + 2^-53 in full.
    '9007199254740993',
    '1.00000000000000011102230246251565',
    '-0.0000000000000000',
    '00.5',
    '5.',
    '.5',
    '1.5e-5',
    '1e5',
    '15e-05',
    '1.5e-00',
    '1.5e+100',
    '1.5e-05x',
    '1.2.3',
    '123456789012345678',
    '12345678901234567890',
    'a',
    '-'
  ])('leaves %s to the host', (written) => expect(read(written)).toBeNull())

  it.each(['0.8419513672432034', '1.5e-05', '2.5E-11', '0.000000000000000000e+00', '0.0000000000000000', '1.000000000000000000e+00', '123456789012345680', twoDigits((1.2345e-7).toExponential(18)), '6.02e+23'])('reads %s', (written) => {
    expect(read(written)?.value).toBe(Number(written))
  })
})
