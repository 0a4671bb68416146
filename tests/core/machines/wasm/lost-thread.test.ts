import { describe, expect, it } from 'vitest'
import { wasmMachine, type WasmMachineOptions } from '../../../../src/core/machines/wasm/wasm-machine'
import { stepGradients } from '../../../../src/core/train/step-gradients'
import type { MachineFactory } from '../../../../src/core/train/machine'
import type { Precision } from '../../../../src/core/tensor/matrix'
import { withDigests } from '../../../support/digest'
import { runOptions, trained, type RunSpec } from '../../../support/runs'
import { serve, testHost } from './kernels'

/** A thread that hears of the first command and is gone, its part undone. */
const endsAtOnce = `const { workerData: { memory, sync } } = require('node:worker_threads')
Atomics.wait(new Int32Array(memory.buffer, sync, 1), 0, 0)
process.exit()`

/** A thread that fails before it has begun. */
const fails = 'throw new Error("no thread today")'

/** A thread that hears of the first command and never comes to an end. */
const hangs = `const { workerData: { memory, sync } } = require('node:worker_threads')
Atomics.wait(new Int32Array(memory.buffer, sync, 1), 0, 0)
for (;;);`

/** A thread that has no memory left. */
const swells = `const kept = []
for (;;) kept.push(new Array(1e6).fill(Math.random()))`

/** A thread that works as it should, and is ended from outside as soon as so many commands have been given, wherever it is. */
const endedAfter = (commands: number) => `const { Worker, workerData } = require('node:worker_threads')
const generation = new Int32Array(workerData.memory.buffer, workerData.sync, 1)
const thread = new Worker(${JSON.stringify(serve)}, { eval: true, workerData })
thread.once('online', () => {
  while (Atomics.load(generation, 0) < ${commands});
  thread.terminate()
})`

function kernels(script: string, threads: number, started: { count: number }, options: Partial<WasmMachineOptions> = {}): MachineFactory {
  const host = testHost(script)
  const counted = {
    ...host,
    startThread: (...args: Parameters<typeof host.startThread>) => {
      started.count += 1
      return host.startThread(...args)
    }
  }
  return (run) => wasmMachine(run, { host: counted, tile: 5, threads, worthThreads: 0, ...options })
}

const wide: RunSpec = { sizes: [61, 203, 117, 10], rows: 96, options: { batchSize: 32, optimizer: { kind: 'adam' }, learningRate: 0.003 } }
const clipped: RunSpec = { ...wide, options: { ...wide.options, clip: 0.5 } }

interface Death {
  readonly name: string
  readonly script: string
  readonly spec: RunSpec
  readonly precision: Precision
  readonly starts: number
  readonly long?: number
}

/** `starts` counts the memories until the death: one for the untrained network, another where gradients are to be kept. */
const deaths: readonly Death[] = [
  { name: 'ends at the first command', script: endsAtOnce, spec: wide, precision: 'f64', starts: 1 },
  { name: 'fails at its start', script: fails, spec: wide, precision: 'f32', starts: 1 },
  { name: 'hangs for ever', script: hangs, spec: wide, precision: 'f64', starts: 1 },
  { name: 'runs out of memory', script: swells, spec: wide, precision: 'f32', starts: 1 },
  { name: 'is ended in a later epoch', script: endedAfter(17), spec: wide, precision: 'f64', starts: 1 },
  { name: 'is ended among gradients that are to be clipped', script: endedAfter(9), spec: clipped, precision: 'f32', starts: 2 },
  { name: 'is ended in a step taken in parts', script: endedAfter(60), spec: wide, precision: 'f64', starts: 2, long: 600_000 }
]

describe('a thread that is lost in the middle of its work', () => {
  it.each(deaths)('leaves the run to the others, which come to the bits of one: it $name', ({ script, spec, precision, starts, long }) => {
    const options = runOptions(spec, precision)
    const alone = trained(options, kernels(serve, 1, { count: 0 }, { long }))
    const started = { count: 0 }
    const { state, losses } = trained(options, kernels(script, 2, started, { long }))
    expect(withDigests(state)).toEqual(withDigests(alone.state))
    // Steps since an epoch's end were taken again, and no thread was tried again.
    expect(losses.length).toBeGreaterThanOrEqual(alone.losses.length)
    expect(started.count).toBe(starts)
  })

  it('takes all others with it', () => {
    const options = runOptions(wide, 'f64')
    const started = { count: 0 }
    const { state } = trained(options, kernels(endsAtOnce, 4, started))
    expect(withDigests(state)).toEqual(withDigests(trained(options, kernels(serve, 1, { count: 0 })).state))
    expect(started.count).toBe(3)
  })

  it.each([
    ['ends', endsAtOnce],
    ['hangs', hangs]
  ])('leaves the gradients that are to be checked to the others as well: it %s', (_how, script) => {
    const options = runOptions(wide, 'f64')
    const gradientsBy = (machine: MachineFactory) => {
      const { network, objective, shuffleSeed = 0, parameters } = options
      return stepGradients({ network, objective, machine, shuffleSeed, parameters, batch: options.train }).gradients
    }
    expect(gradientsBy(kernels(script, 2, { count: 0 }))).toEqual(gradientsBy(kernels(serve, 1, { count: 0 })))
  })
})
