import { describe, expect, it } from 'vitest'
import type { KernelHost, Kernels } from '../../../../src/core/machines/wasm/host'
import { roundsOnce } from '../../../../src/core/machines/wasm/rounding-test'
import { viewOf } from '../../../../src/core/machines/wasm/panels'
import { edgeTriples, isRoundedOnce, randomTriples } from '../../../support/multiply-add'
import { compiledKernels, testHost } from './kernels'

type Vector = (a: number, b: number, target: number, bytes: number) => void

/** The fused kernels with another multiply-add in one precision. */
function hostWith(name: 'multiplyAdd32' | 'multiplyAdd64', other: (a: number, b: number, c: number) => number): KernelHost {
  const host = testHost()
  return {
    ...host,
    instantiate: (memory) => {
      const view = viewOf(memory.buffer, name === 'multiplyAdd32' ? 'f32' : 'f64')
      const size = view.BYTES_PER_ELEMENT
      const replaced: Vector = (a, b, target, bytes) => {
        for (let e = 0; e < bytes; e += size) {
          view[(target + e) / size] = other(view[(a + e) / size], view[(b + e) / size], view[(target + e) / size])
        }
      }
      return { ...host.instantiate(memory), [name]: replaced } as Kernels
    }
  }
}

describe('the test of rounding', () => {
  it.each(['fused', 'emulated'] as const)('passes the %s kernels', (build) => {
    expect(roundsOnce(testHost(undefined, build))).toBe(true)
  })

  it('fails a processor that rounds the product too, in either precision', () => {
    expect(roundsOnce(hostWith('multiplyAdd64', (a, b, c) => a * b + c))).toBe(false)
    expect(roundsOnce(hostWith('multiplyAdd32', (a, b, c) => Math.fround(a * b) + c))).toBe(false)
    // Rounded once to float64 and again to float32.
    expect(roundsOnce(hostWith('multiplyAdd32', (a, b, c) => a * b + c))).toBe(false)
  })
})

describe.each(['fused', 'emulated'] as const)('the multiply-add of the %s kernels', (build) => {
  const { memory, exports } = compiledKernels(build)

  it.each(['f64', 'f32'] as const)('rounds once, against whole numbers, in %s', (precision) => {
    const triples = [...edgeTriples(precision), ...randomTriples(10_000, precision, 2)].slice(0, 30_000)
    const view = viewOf(memory.buffer, precision)
    const size = view.BYTES_PER_ELEMENT
    const bytes = Math.ceil((triples.length * size) / 64) * 64
    const first = Math.ceil(Number(exports.firstFreeByte()) / 64) * 64
    const places = [first, first + bytes, first + 2 * bytes]
    triples.forEach((triple, e) => triple.forEach((x, index) => (view[places[index] / size + e] = x)))
    exports[precision === 'f32' ? 'multiplyAdd32' : 'multiplyAdd64'](places[0], places[1], places[2], bytes)
    const results = view.slice(places[2] / size, places[2] / size + triples.length)
    expect(triples.filter(([a, b, c], e) => !isRoundedOnce(results[e], a, b, c, precision)).slice(0, 3)).toEqual([])
  })
})
