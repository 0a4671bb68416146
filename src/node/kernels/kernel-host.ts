import { Worker } from 'node:worker_threads'
import type { KernelHost, Kernels, KernelMemory } from '#core'

/** All that a thread does: it stays in WebAssembly from then on, until it is told to end. */
const THREAD = `const { workerData: { module, memory, thread, sync } } = require('node:worker_threads')
new WebAssembly.Instance(module, { env: { memory } }).exports.serve(thread, sync)`

/** Kernels that run in this process and in worker threads of it, which do not keep the process alive. */
export function kernelHost(module: WebAssembly.Module): KernelHost {
  return {
    createMemory: (pages) => new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true }),
    instantiate: (memory) =>
      new WebAssembly.Instance(module, { env: { memory: memory as WebAssembly.Memory } }).exports as unknown as Kernels,
    startThread: (memory: KernelMemory, thread, sync) => {
      const worker = new Worker(THREAD, { eval: true, workerData: { module, memory, thread, sync } })
      worker.unref()
      // A thread that fails is missed by the kernels, which then go on without it.
      worker.on('error', () => {})
      return { stop: () => void worker.terminate() }
    }
  }
}
