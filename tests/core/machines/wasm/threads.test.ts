import { describe, expect, it } from 'vitest'
import { wasmMachine } from '../../../../src/core/machines/wasm/wasm-machine'
import { LostThread, type MachineFactory } from '../../../../src/core/train/machine'
import { withDigests } from '../../../support/digest'
import { runOptions, trained, type RunSpec } from '../../../support/runs'
import { testHost } from './kernels'

const host = testHost()

/** With threads for all work, however small, and none of them may be lost: else one thread would be compared with itself. */
function kernels(threads: number, long?: number): MachineFactory {
  return (run) => {
    const machine = wasmMachine(run, { host, tile: 5, threads, worthThreads: 0, long })
    return {
      ...machine,
      takeStep: (request) => whole(() => machine.takeStep(request)),
      evaluate: (...args) => whole(() => machine.evaluate(...args))
    }
  }
}

function whole<Answer>(call: () => Answer): Answer {
  try {
    return call()
  } catch (error) {
    throw error instanceof LostThread ? new Error('a thread did not answer', { cause: error }) : error
  }
}

const l1AndL2 = { loss: { kind: 'softmax-cross-entropy' }, regularization: { l1: 0.003, l2: 0.02 } } as const

const runs: Readonly<Record<string, RunSpec>> = {
  'one unit after one input': { sizes: [1, 1, 2] },
  'no hidden layer, one row a batch': { sizes: [5, 3], rows: 7, options: { batchSize: 1 } },
  'odd sizes': { sizes: [17, 33, 9, 4], activation: 'gelu' },
  'one more than whole panels, Adam': { sizes: [17, 65, 33, 2], options: { optimizer: { kind: 'adam' } } },
  'one less than whole panels, momentum': {
    sizes: [15, 63, 31, 15],
    activation: 'relu',
    options: { optimizer: { kind: 'sgd', momentum: 0.9 } }
  },
  'whole panels and whole batches': { sizes: [32, 64, 16, 16], rows: 64, options: { batchSize: 32 } },
  'a batch of all rows, clipped, l1 and l2': { sizes: [9, 70, 5], rows: 131, options: { batchSize: 200, clip: 0.05, objective: l1AndL2 } },
  'dropout, RMSProp': { sizes: [11, 47, 23, 6], dropout: 0.3, options: { optimizer: { kind: 'rmsprop' } } },
  'the mean of squares, hinged activations': { sizes: [13, 21, 7], activation: 'leaky-relu', loss: 'mean-squared-error' },
  'digits written by hand': { sizes: [784, 128, 10], rows: 96, options: { batchSize: 64 } }
}

const table = (['f32', 'f64'] as const).flatMap((precision) => Object.keys(runs).map((name) => ({ precision, name })))

describe('a whole run on any number of threads', () => {
  it.each(table)('has the bits of one thread: $precision, $name', ({ precision, name }) => {
    const options = runOptions(runs[name], precision)
    const alone = trained(options, kernels(1))
    expect(alone.losses.every(Number.isFinite)).toBe(true)
    const bits = withDigests(alone)
    expect(withDigests(trained(options, kernels(2)))).toEqual(bits)
    expect(withDigests(trained(options, kernels(3)))).toEqual(bits)
    // In parts, as steps of large networks are taken.
    expect(withDigests(trained(options, kernels(2, 20_000)))).toEqual(bits)
  })

  it.each(['f32', 'f64'] as const)('has the bits of one thread on eight, of which some have nothing to do: %s', (precision) => {
    const options = runOptions(runs['odd sizes'], precision)
    expect(withDigests(trained(options, kernels(8)))).toEqual(withDigests(trained(options, kernels(1))))
  })
})
