import { describe, expect, it } from 'vitest'
import { writeNpy, writeNpyBytes } from '../../../src/core/formats/npy'
import { readNpz } from '../../../src/core/formats/npz'
import { writeZip } from '../../../src/core/formats/zip'

const W = { name: 'W1.npy', bytes: writeNpy({ name: 'W1', shape: [1, 1], data: Float64Array.of(1) }) }
const bytesOf = (text: string) => writeNpyBytes(new TextEncoder().encode(text))

describe('readNpz', () => {
  it.each([
    ['an archive without a description', [W], 'The file has no `metadata`'],
    ['a description that is no object', [W, { name: 'metadata.npy', bytes: bytesOf('3') }], 'metadata is 3; expected {…}'],
    [
      'a description that is not UTF-8',
      [W, { name: 'metadata.npy', bytes: writeNpyBytes(Uint8Array.of(0xff)) }],
      'metadata is not UTF-8 text'
    ],
    ['bytes under another name', [W, { name: 'b1.npy', bytes: bytesOf('{}') }], 'b1.descr is "|u1"; expected <f4, <f8'],
    ['a file that is no array', [W, { name: 'readme.txt', bytes: bytesOf('{}') }], '`readme.txt` is stored in a way that is not supported'],
    [
      'a number that is not finite',
      [
        { name: 'W1.npy', bytes: W.bytes.slice().fill(0xff, -8) },
        { name: 'metadata.npy', bytes: bytesOf('{}') }
      ],
      'Element 0 of tensor W1 is NaN'
    ]
  ])('refuses %s', (_what, entries, message) => {
    expect(() => readNpz(writeZip(entries))).toThrow(message)
  })
})
