/** What the machine on WebAssembly asks of its host; src/node has it for Node and Electron. */
export interface KernelHost {
  /** A new shared memory of so many pages of 64 KiB, full of zeros. Throws: anything, when there is not enough memory. */
  createMemory(pages: number): KernelMemory
  /** The kernels on a memory. */
  instantiate(memory: KernelMemory): Kernels
  /** Starts thread number `thread` (from 1), which calls `serve(thread, sync)` of kernels of its own on the memory. */
  startThread(memory: KernelMemory, thread: number, sync: number): KernelThread
}

export interface KernelMemory {
  readonly buffer: ArrayBufferLike
}

export interface KernelThread {
  /** Ends it at once, whatever it does. */
  stop(): void
}

/** What the kernels show to the machine (assembly/index.ts), each for both precisions; addresses and codes are whole numbers. */
export interface Kernels {
  firstFreeByte(): number
  endThreads(sync: number): void
  step32(plan: number, rows: number): number
  step64(plan: number, rows: number): number
  drawMasks32(plan: number, rows: number): void
  drawMasks64(plan: number, rows: number): void
  rowsOfStep32(plan: number, rows: number, from: number, to: number): number
  rowsOfStep64(plan: number, rows: number, from: number, to: number): number
  lossOfStep32(plan: number, rows: number): number
  lossOfStep64(plan: number, rows: number): number
  gradientsOfStep32(plan: number, rows: number, from: number, to: number): number
  gradientsOfStep64(plan: number, rows: number, from: number, to: number): number
  finishStep32(plan: number): number
  finishStep64(plan: number): number
  evaluate32(plan: number, from: number, to: number): number
  evaluate64(plan: number, from: number, to: number): number
}
