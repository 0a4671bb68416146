import { fused, strict } from 'virtual:kernels'

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
  const { exports } = new WebAssembly.Instance(module, { env: { memory, abort: () => { throw new Error('the kernels aborted') } } })
  return { memory, exports: exports as Exports }
}
