import { describe, expect, it } from 'vitest'
import { readWeightsJson, writeWeightsJson } from '../../../src/core/formats/weights-json'
import { sampleWeights } from '../../support/weights'

const utf8 = new TextEncoder()

describe('writeWeightsJson', () => {
  it('writes the description first and one line a tensor, numbers in their shortest form', () => {
    const tensors = [
      { name: 'W1', shape: [1, 3], data: Float64Array.of(0.1, -0, 1e-7) },
      { name: 'b1', shape: [3], data: Float32Array.of(0.5, 0.1, 100) }
    ]
    expect(new TextDecoder().decode(writeWeightsJson({ tensors, metadata: { version: 1, classes: ['山'] } }))).toBe(`{
  "version": 1,
  "classes": [
    "山"
  ],
  "sha256": "71de3ef2ffed6956e00cf1f423c5b709304e603d52d20270a72b5a071aeedd9a",
  "tensors": {
    "W1": {"shape": [1, 3], "dtype": "float64", "data": [0.1, -0.0, 1e-7]},
    "b1": {"shape": [3], "dtype": "float32", "data": [0.5, 0.10000000149011612, 100]}
  }
}
`)
  })
})

const W = '{"shape": [1, 2], "dtype": "float64", "data": [1, 2]}'

describe('readWeightsJson', () => {
  it.each([
    ['[]', 'metadata is []; expected {…}'],
    ['{}', 'tensors is missing; expected {…}'],
    ['{"tensors": {"W1": 1}}', 'W1 is 1; expected { shape, dtype, data }'],
    [`{"tensors": {"W1": ${W}, "W1": ${W}}}`, '`W1` occurs twice.'],
    [`{"tensors": {"W1": ${W.replace('[1, 2]', '[2]')}}}`, null],
    [`{"tensors": {"W1": ${W.replace('[1, 2]', '[]')}}}`, 'W1.shape is []'],
    [`{"tensors": {"W1": ${W.replace('float64', 'int8')}}}`, 'W1.dtype is "int8"; expected float32, float64'],
    [`{"tensors": {"W1": ${W.replace('[1, 2]}', '[1, "2"]}')}}}`, 'W1.data is [1,"2"]'],
    [`{"tensors": {"W1": ${W.replace('[1, 2]}', '[1]}')}}}`, 'W1.data.length is 1; expected 2'],
    [`{"tensors": {"W1": ${W.replace('[1, 2]}', '[1, 1e999]}')}}}`, 'Element 1 of tensor W1 is Infinity'],
    [`{"tensors": {"W1": ${W.replace('float64', 'float32').replace('[1, 2]}', '[1, 1e39]}')}}}`, 'Element 1 of tensor W1 is Infinity']
  ])('judges %s', (text, message) => {
    if (message === null) expect(() => readWeightsJson(utf8.encode(text))).not.toThrow()
    else expect(() => readWeightsJson(utf8.encode(text))).toThrow(message)
  })

  it('refuses bytes that are not UTF-8', () => {
    expect(() => readWeightsJson(writeWeightsJson(sampleWeights).fill(0xff, 20, 21))).toThrow('JSON is not UTF-8 text')
  })
})
