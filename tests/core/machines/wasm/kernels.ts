import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import { fused, strict } from 'virtual:kernels'
import type { KernelHost, Kernels } from '../../../../src/core/machines/wasm/host'

export type Arithmetic = 'strict' | 'fused'
type Exports = Readonly<Record<string, (...numbers: number[]) => number>>

export interface Compiled {
  readonly memory: WebAssembly.Memory
  readonly exports: Exports
}

/** The kernels on a memory of their own, for tests. */
export function compiledKernels(arithmetic: Arithmetic = 'strict', pages = 256): Compiled {
  const memory = new WebAssembly.Memory({ initial: pages, maximum: 65536, shared: true })
  const module = new WebAssembly.Module(arithmetic === 'strict' ? strict : fused)
  const { exports } = new WebAssembly.Instance(module, {
    env: {
      memory,
      abort: () => {
        throw new Error('the kernels aborted')
      }
    }
  })
  return { memory, exports: exports as Exports }
}

/** The program of a thread that works. */
export const serve = `const { workerData: { module, memory, thread, sync } } = require('node:worker_threads')
new WebAssembly.Instance(module, { env: { memory } }).exports.serve(thread, sync)`

/** A host of the kernels; `script` is what a thread runs, unless it does what it should. */
export function testHost(script = serve, arithmetic: Arithmetic = 'strict'): KernelHost {
  // Before V8 12 the fused kernels' instructions were an experiment.
  if (arithmetic === 'fused') setFlagsFromString('--experimental-wasm-relaxed-simd')
  const module = new WebAssembly.Module(arithmetic === 'strict' ? strict : fused)
  return {
    createMemory: (pages) => new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true }),
    instantiate: (memory) =>
      new WebAssembly.Instance(module, { env: { memory: memory as WebAssembly.Memory } }).exports as unknown as Kernels,
    startThread(memory, thread, sync) {
      const worker = new Worker(script, { eval: true, workerData: { module, memory, thread, sync } })
      worker.unref()
      // A test may want a thread that fails.
      worker.on('error', () => {})
      return { stop: () => void worker.terminate() }
    }
  }
}
