import { describe, expect, it } from 'vitest'
import { readSafetensors, writeSafetensors } from '#core'
import { sampleWeights } from '../../support/weights'

const meta = JSON.stringify({ metadata: '{}' })
const W = '{"dtype":"F32","shape":[1,2],"data_offsets":[0,8]}'

/** A file with this header text and so many bytes of numbers. */
function file(header: string, bodyLength: number): Uint8Array {
  const text = new TextEncoder().encode(header)
  const bytes = new Uint8Array(8 + text.length + bodyLength)
  new DataView(bytes.buffer).setUint32(0, text.length, true)
  bytes.set(text, 8)
  return bytes
}

const malformed: readonly (readonly [string, Uint8Array, string])[] = [
  ['an empty file', new Uint8Array(0), 'This is not a safetensors file.'],
  ['a header that does not begin with {', file(` {"__metadata__":${meta}}`, 0), 'This is not a safetensors file.'],
  ['a header that is no JSON', file('{"W": }', 0), 'The JSON in the file cannot be read'],
  ['a header that is not UTF-8', file('{"\ud800"}', 0).fill(0xff, 9, 10), 'safetensors header is not UTF-8 text'],
  ['no description', file(`{"W":${W}}`, 8), 'The file has no `__metadata__.metadata`'],
  ['a description that is not text', file(`{"__metadata__":{"metadata":{}},"W":${W}}`, 8), 'no `__metadata__.metadata`'],
  ['a description that is no object', file(`{"__metadata__":{"metadata":"[1]"},"W":${W}}`, 8), 'metadata is [1]; expected {…}'],
  ['a tensor twice', file(`{"__metadata__":${meta},"W":${W},"W":${W}}`, 8), '`W` occurs twice.'],
  ['a tensor under an escaped name twice', file(`{"__metadata__":${meta},"W":${W},"\\u0057":${W}}`, 8), '`W` occurs twice.'],
  ['a key __proto__', file(`{"__metadata__":${meta},"__proto__":${W}}`, 8), 'The name `__proto__` is not allowed'],
  ['a tensor that is no object', file(`{"__metadata__":${meta},"W":[]}`, 0), 'W is []; expected { dtype, shape, data_offsets }'],
  [
    'a type that weights do not have',
    file(`{"__metadata__":${meta},"W":${W.replace('F32', 'BF16')}}`, 8),
    'W.dtype is "BF16"; expected F32, F64'
  ],
  ['three dimensions', file(`{"__metadata__":${meta},"W":${W.replace('[1,2]', '[1,1,2]')}}`, 8), 'W.shape is [1,1,2]'],
  ['a negative extent', file(`{"__metadata__":${meta},"W":${W.replace('[1,2]', '[-1,-2]')}}`, 8), 'W.shape is [-1,-2]'],
  ['an extent that is no whole number', file(`{"__metadata__":${meta},"W":${W.replace('[1,2]', '[1.5,2]')}}`, 8), 'W.shape is [1.5,2]'],
  ['offsets that are no pair', file(`{"__metadata__":${meta},"W":${W.replace('[0,8]', '[8]')}}`, 8), 'W.data_offsets is [8]'],
  [
    'a length that is not shape × type',
    file(`{"__metadata__":${meta},"W":${W.replace('[1,2]', '[1,3]')}}`, 8),
    'W should have 12 bytes and has 8'
  ],
  [
    'a shape whose product is huge',
    file(`{"__metadata__":${meta},"W":${W.replace('[1,2]', '[4294967296,4294967296]')}}`, 8),
    'W should have'
  ],
  ['a hole before a tensor', file(`{"__metadata__":${meta},"W":${W.replace('[0,8]', '[4,12]')}}`, 12), '`W` begins at byte 4, expected 0'],
  [
    'overlapping tensors',
    file(`{"__metadata__":${meta},"W":${W},"V":${W.replace('[0,8]', '[4,12]')}}`, 12),
    '`V` begins at byte 4, expected 8'
  ],
  ['bytes after the last tensor', file(`{"__metadata__":${meta},"W":${W}}`, 9), 'safetensors should have 8 bytes and has 9'],
  ['too few bytes', file(`{"__metadata__":${meta},"W":${W}}`, 7), 'safetensors should have 8 bytes and has 7'],
  ['a number that is not finite', file(`{"__metadata__":${meta},"W":${W}}`, 8).fill(0xff, -4), 'Element 1 of tensor W is NaN']
]

describe('readSafetensors', () => {
  it.each(malformed)('refuses %s', (_what, bytes, message) => {
    expect(() => readSafetensors(bytes)).toThrow(message)
  })

  it('refuses a header of more than 100 megabytes before it looks for it', () => {
    const bytes = file(`{"__metadata__":${meta}}`, 0)
    new DataView(bytes.buffer).setUint32(4, 1, true)
    expect(() => readSafetensors(bytes)).toThrow('more than the 100000000 allowed')
  })

  it('reads tensors whatever their order in the header', () => {
    const header = `{"b":{"dtype":"F64","shape":[1],"data_offsets":[8,16]},"W":${W},"__metadata__":${meta}}`
    expect(readSafetensors(file(header, 16)).tensors.map(({ name, shape }) => [name, shape])).toEqual([
      ['W', [1, 2]],
      ['b', [1]]
    ])
  })

  it('reads bytes that do not begin at a multiple of eight in their buffer', () => {
    const bytes = writeSafetensors(sampleWeights)
    const moved = new Uint8Array(bytes.length + 3)
    moved.set(bytes, 3)
    expect(readSafetensors(moved.subarray(3))).toEqual(readSafetensors(bytes))
  })
})

it('reads back the metadata of nine thousand categories', () => {
  const categories = Array.from(
    { length: 9000 },
    (_, c) => `a category with a rather long name, so that the header is larger than a megabyte: number ${c}`
  )
  const text = JSON.stringify(categories)
  expect(text.length).toBeGreaterThan(800_000)
  const weights = { tensors: [{ name: 'W1', shape: [1, 1], data: Float64Array.of(1) }], metadata: { categories, again: categories } }
  expect(readSafetensors(writeSafetensors(weights))).toEqual({ ...weights, isVerified: true })
})
