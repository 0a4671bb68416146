import { describe, expect, it } from 'vitest'
import { plainMachine } from '../../../../src/core/machines/plain/plain-machine'
import { wasmMachine } from '../../../../src/core/machines/wasm/wasm-machine'
import { runOptions, trained, type RunSpec } from '../../../support/runs'
import { testHost, type Build } from './kernels'

const hosts = { fused: testHost(), emulated: testHost(undefined, 'emulated') }

const runs: Readonly<Record<string, RunSpec>> = {
  'odd sizes': { sizes: [17, 33, 9, 4], activation: 'gelu' },
  'one more than whole panels, momentum': { sizes: [17, 65, 33, 2], options: { optimizer: { kind: 'sgd', momentum: 0.9 } } },
  'one column, one row a batch': { sizes: [1, 1, 2], rows: 9, options: { batchSize: 1 } },
  'RMSProp, dropout': { sizes: [11, 47, 23, 6], dropout: 0.3, options: { learningRate: 0.001, optimizer: { kind: 'rmsprop' } } },
  'Adam, saturated': { sizes: [9, 40, 7], activation: 'sigmoid', options: { learningRate: 2, optimizer: { kind: 'adam' } } },
  'the mean of squares': { sizes: [13, 21, 7], loss: 'mean-squared-error' },
  'more rows than one float32 sum has': { sizes: [3, 5, 2], rows: 2500, options: { batchSize: 2400 } },
  'digits written by hand': { sizes: [784, 32, 10], rows: 96, options: { batchSize: 64 } }
}

const table = (['f32', 'f64'] as const).flatMap((precision) =>
  (['fused', 'emulated'] as const).flatMap((build) => Object.keys(runs).map((name) => ({ precision, build, name })))
)

const plain = new Map(
  (['f32', 'f64'] as const).flatMap((precision) =>
    Object.entries(runs).map(([name, spec]) => [`${precision} ${name}`, trained(runOptions(spec, precision), plainMachine)] as const)
  )
)

describe('a whole run', () => {
  it.each(table)('has the losses, weights and history of the plain one to the last bit: $precision, $build, $name', (one) => {
    const { precision, build, name } = one
    const byKernels = (kernels: Build) =>
      trained(runOptions(runs[name], precision), (machine) => wasmMachine(machine, { host: hosts[kernels], tile: 5, threads: 1 }))
    expect(byKernels(build)).toEqual(plain.get(`${precision} ${name}`))
  })
})
