import type { Precision } from '../../tensor/matrix'

/** The services that the machine on WebAssembly needs of its host; src/node has it for Node and Electron. */
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

/** The parts of training (assembly/step.ts), in one precision; addresses, counts and codes are whole numbers. */
export interface StepKernels {
  steps(plan: number, from: number, to: number, batch: number): number
  drawMasks(plan: number, rows: number, step: number): void
  rowsOfStep(plan: number, rows: number, from: number, to: number): number
  lossOfStep(plan: number, rows: number): number
  gradientsOfStep(plan: number, rows: number, from: number, to: number): number
  finishStep(plan: number): number
  evaluate(plan: number, from: number, to: number): number
}

type Suffixed<Suffix extends string> = { readonly [Name in keyof StepKernels as `${Name}${Suffix}`]: StepKernels[Name] }

/** The exports of the kernels (assembly/index.ts). */
export interface Kernels extends Suffixed<'32'>, Suffixed<'64'> {
  firstFreeByte(): number
  endThreads(sync: number): void
  threadsServing(sync: number): number
  multiplyAdd32(a: number, b: number, target: number, bytes: number): void
  multiplyAdd64(a: number, b: number, target: number, bytes: number): void
  shuffle(order: number, count: number, state: number, seed: number, index: number): void
}

/** The parts of training in the precision of a run. */
export function stepKernels(all: Kernels, precision: Precision): StepKernels {
  if (precision === 'f32') {
    return {
      steps: all.steps32,
      drawMasks: all.drawMasks32,
      rowsOfStep: all.rowsOfStep32,
      lossOfStep: all.lossOfStep32,
      gradientsOfStep: all.gradientsOfStep32,
      finishStep: all.finishStep32,
      evaluate: all.evaluate32
    }
  }
  return {
    steps: all.steps64,
    drawMasks: all.drawMasks64,
    rowsOfStep: all.rowsOfStep64,
    lossOfStep: all.lossOfStep64,
    gradientsOfStep: all.gradientsOfStep64,
    finishStep: all.finishStep64,
    evaluate: all.evaluate64
  }
}
