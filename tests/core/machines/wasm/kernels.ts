import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import { emulated, fused } from 'virtual:kernels'
import type { KernelHost, Kernels } from '../../../../src/core/machines/wasm/host'

/** Before V8 12 the multiply-add of relaxed SIMD was an experiment. */
if (Number.parseInt(process.versions.v8) < 12) setFlagsFromString('--experimental-wasm-relaxed-simd')

export type Build = 'fused' | 'emulated'
type Exports = Readonly<Record<string, (...numbers: number[]) => number>>

export interface Compiled {
  readonly memory: WebAssembly.Memory
  readonly exports: Exports
}

/** The kernels on a memory of their own, for tests. */
export function compiledKernels(build: Build = 'fused', pages = 256): Compiled {
  const memory = new WebAssembly.Memory({ initial: pages, maximum: 65536, shared: true })
  const module = new WebAssembly.Module(build === 'fused' ? fused : emulated)
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
export function testHost(script = serve, build: Build = 'fused'): KernelHost {
  const module = new WebAssembly.Module(build === 'fused' ? fused : emulated)
  return {
    createMemory: (pages) => new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true }),
    instantiate: (memory) =>
      new WebAssembly.Instance(module, { env: { memory: memory as WebAssembly.Memory } }).exports as unknown as Kernels,
    startThread(memory, thread, sync) {
      const limits = { maxOldGenerationSizeMb: 32 }
      const worker = new Worker(script, { eval: true, workerData: { module, memory, thread, sync }, resourceLimits: limits })
      worker.unref()
      // A test may want a thread that fails.
      worker.on('error', () => {})
      return { stop: () => void worker.terminate() }
    }
  }
}
