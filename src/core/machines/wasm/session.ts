import { AppError } from '../../messages/app-error'
import { evaluationSets, type MachineOptions } from '../../train/machine'
import { targetCount } from '../../nn/targets'
import { writeMatrix } from '../../tensor/lazy-matrix'
import { precisionOf, type Numbers } from '../../tensor/matrix'
import { forEachPart, type CooperativeTask } from '../../tasks/task'
import type { LayerFields, PlanFields } from './fields'
import { stepKernels, type KernelHost, type KernelThread, type StepKernels } from './host'
import { layOut, writePlan, type Layout } from './layout'
import { viewOf } from './panels'

const PAGE_BYTES = 65536
/** The bytes that 32-bit addresses reach: 4 GiB. */
const MOST_PAGES = 65536

/** The options of a session besides the run itself. */
export interface SessionOptions {
  /** Rows of the register tiles, 1 to 6. */
  readonly tile: number
  readonly threads: number
  readonly capacity: number
  readonly keepsGradients: boolean
}

/** One memory with a plan in it, the kernels on it, and its threads once they are wanted. */
export interface Session {
  readonly options: SessionOptions
  readonly layout: Layout
  readonly plan: PlanFields
  readonly layers: readonly LayerFields[]
  readonly kernels: StepKernels
  /** The whole memory, as numbers of the run's precision and otherwise. */
  readonly view: Numbers
  readonly floats: Float64Array
  /** Weights, biases and the optimizer's slots. */
  readonly state: Uint8Array
  /** The numbers of the training rows in the order of the epoch. */
  readonly order: Int32Array
  /** Orders the training rows as src/core/random.ts does, by the seed of a purpose and a number within it. */
  shuffle(seed: number, index: number): void
  /** Starts the other threads at the first call. Answers whether all of them are at work by now. */
  startThreads(): boolean
  close(): void
}

/**
 * Opens a session for a run: lays everything out and makes a memory of that size. Weights are all 0, and the data are not there: see
 * copyData.
 * Throws: spec.memory, with the bytes that are needed, when they are more than the kernels or the machine can have.
 */
export function openSession(host: KernelHost, run: Required<MachineOptions>, options: SessionOptions): Session {
  const precision = precisionOf(run.parameters[0].W)
  const { network, optimizer, train, test, validation } = run
  const { tile, threads, capacity, keepsGradients } = options
  const wanted = { network, optimizer, precision, train, test, validation, capacity, keepsGradients, threads }
  const layout = layOut(firstFreeByte(host), wanted)
  const memory = createMemory(host, layout.end)
  const { buffer } = memory
  const kernels = host.instantiate(memory)
  const { plan, layers } = writePlan(buffer, layout, wanted, tile)
  const view = viewOf(buffer, precision)
  const words = new Int32Array(buffer)
  const others: KernelThread[] = []
  return {
    options: { ...options, capacity: layout.capacity },
    layout,
    plan,
    layers,
    kernels: stepKernels(kernels, precision),
    view,
    floats: new Float64Array(buffer),
    state: new Uint8Array(buffer, layout.stateFrom, layout.stateTo - layout.stateFrom),
    order: words.subarray(layout.order / 4, layout.order / 4 + targetCount(train.targets)),
    shuffle: (seed, index) => kernels.shuffle(layout.order, targetCount(train.targets), layout.randomState, seed, index),
    startThreads() {
      while (others.length < threads - 1) others.push(host.startThread(memory, others.length + 1, layout.sync))
      return kernels.threadsServing(layout.sync) === others.length
    },
    close() {
      if (others.length > 0) kernels.endThreads(layout.sync)
      for (const thread of others) thread.stop()
    }
  }
}

/** Where plans may begin, which only the kernels know; asked once of each host. */
function firstFreeByte(host: KernelHost): number {
  const address = firstFreeBytes.get(host) ?? host.instantiate(host.createMemory(1)).firstFreeByte()
  firstFreeBytes.set(host, address)
  return address
}

const firstFreeBytes = new WeakMap<KernelHost, number>()

function createMemory(host: KernelHost, bytes: number) {
  const pages = Math.ceil(bytes / PAGE_BYTES)
  if (pages > MOST_PAGES) throw new AppError('spec.memory', { bytes, limit: MOST_PAGES * PAGE_BYTES })
  try {
    return host.createMemory(pages)
  } catch {
    throw new AppError('spec.memory', { bytes })
  }
}

/** Brings a run's data into a session. They must be there before anything is computed. */
export function* copyData(run: Required<MachineOptions>, { layout, view, order }: Session): CooperativeTask<void> {
  const size = view.BYTES_PER_ELEMENT
  const words = new Int32Array(order.buffer)
  for (const set of evaluationSets) {
    const { X, targets } = run[set]
    const place = layout[set]
    yield* writeMatrix(X, view, place.X / size)
    if (targets.kind === 'values') yield* writeMatrix(targets.values, view, place.targets / size)
    else yield* forEachPart(targets.classes.length, (from, to) => words.set(targets.classes.subarray(from, to), place.targets / 4 + from))
  }
}
