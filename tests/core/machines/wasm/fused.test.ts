import { describe, expect, it } from 'vitest'
import { wasmMachine } from '../../../../src/core/machines/wasm/wasm-machine'
import { namedTensors } from '../../../../src/core/network/parameters'
import type { Precision } from '../../../../src/core/tensor/matrix'
import { runOptions, trained, type RunSpec } from '../../../support/runs'
import { testHost, type Arithmetic } from './kernels'

const hosts = { strict: testHost(), fused: testHost(undefined, 'fused') }

/**
 * The largest difference of the weights after a run, relative to the largest of their tensor or 1: sixteen roundings of 2⁻²⁴ or 2⁻⁵³.
 * A product of depth n is off by at most n roundings in either arithmetic (Higham, Accuracy and Stability, 2002, §3.1), in practice by
 * fewer than √n, and steps of rate 0.05 take a twentieth of that to the weights; two roundings are what these runs come to.
 */
const BOUND: Readonly<Record<Precision, number>> = { f32: 16 / 16_777_216, f64: 16 * (Number.EPSILON / 2) }

const runs: Readonly<Record<string, RunSpec>> = {
  'odd sizes': { sizes: [17, 33, 9, 4], activation: 'gelu' },
  'one more than whole panels, momentum': { sizes: [17, 65, 33, 2], options: { optimizer: { kind: 'sgd', momentum: 0.9 } } },
  'one column, one row a batch': { sizes: [1, 1, 2], rows: 9, options: { batchSize: 1 } },
  'RMSProp, dropout': { sizes: [11, 47, 23, 6], dropout: 0.3, options: { learningRate: 0.001, optimizer: { kind: 'rmsprop' } } },
  'the mean of squares': { sizes: [13, 21, 7], loss: 'mean-squared-error' },
  'digits written by hand': { sizes: [784, 128, 10], rows: 192, options: { batchSize: 64 } }
}

const table = (['f32', 'f64'] as const).flatMap((precision) => Object.keys(runs).map((name) => ({ precision, name })))

describe('fused multiply-adds', () => {
  it.each(table)('lead a whole run to weights within the bound of strict ones: $precision, $name', ({ precision, name }) => {
    const options = runOptions(runs[name], precision)
    const run = (arithmetic: Arithmetic) =>
      trained(options, (machine) => wasmMachine(machine, { host: hosts[arithmetic], build: arithmetic, tile: 5, threads: 1 }))
    const [strict, fused] = [run('strict'), run('fused')]
    const ours = namedTensors(fused.state.parameters)
    namedTensors(strict.state.parameters).forEach(({ name: tensor, matrix }, t) => {
      const data = Array.from(matrix.data)
      const scale = data.reduce((most, w) => Math.max(most, Math.abs(w)), 1)
      const worst = data.reduce((most, w, e) => Math.max(most, Math.abs(w - ours[t].matrix.data[e])), 0)
      expect(worst / scale, tensor).toBeLessThanOrEqual(BOUND[precision])
    })
    expect(fused.losses).toHaveLength(strict.losses.length)
  })
})
