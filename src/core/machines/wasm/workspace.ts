import { parameterCount } from '../../network/spec'
import type { LossSpec } from '../../nn/losses'
import { streamSeed } from '../../random/random'
import { LostThread, type EvaluationSet, type MachineOptions } from '../../train/machine'
import type { KernelHost } from './host'
import { runToEnd, type CooperativeTask } from '../../tasks/task'
import { copyData, openSession, type Session } from './session'
import { toKernelLoss, contextNumbers, type KernelLoss } from './settings'
import { ThreadChoice } from './thread-choice'

/** The answer of a call when a thread gives no sign of life (assembly/step.ts). */
const THREAD_LOST = 4

/** Multiply-adds after which a call comes back, so that messages are looked at: a few ten milliseconds. */
const LONG = 1e9
/** The time that a row and each of its units take beside their weights, as so many multiply-adds in the same time (measured: 30 ns and 8 ns). */
const ROW_WORK = 750
const UNIT_WORK = 200
/** Numbers that are brought into the memory in one call at most: some ten milliseconds. */
const MOST_COPIED = 1e6
/** Multiply-adds of a step or a chunk from which on threads are worth their barriers (measured: about 0.1 ms of work). */
const WORTH_THREADS = 4e6
/** The same where it is timed: with fewer, the barriers alone take as long. */
const WORTH_TIMING = 2.5e5

/** The options of the machine; none of it changes a bit of the results. */
export interface WasmMachineOptions {
  readonly host: KernelHost
  /** Rows of the register tiles, 1 to 6. */
  readonly tile: number
  /** At most so many threads, this one included. */
  readonly threads: number
  /** Multiply-adds after which a long step comes back; some ten milliseconds of work unless given. */
  readonly long?: number
  /** Multiply-adds of a step from which on threads are used; some 0.1 ms of work unless given. */
  readonly worthThreads?: number
  /** Milliseconds from any moment on. Where there is a clock, threads are used where they take less time, not from a fixed size on. */
  readonly now?: () => number
}

/** A run whose every set is given, be it empty. */
export type RunOnKernels = Required<MachineOptions>

/** The memory of a run with the kernels on it, made anew where the run needs more room, or has lost its threads. */
export class Workspace {
  readonly weights: number
  /** The time that a row takes to go forward, as multiply-adds in the same time. */
  readonly rowWork: number
  readonly long: number
  private readonly worthThreads: number
  private usable: number
  private readonly choice: ThreadChoice | null
  private current: Session
  /** The rest of the work of copying the data into the memory. */
  private loading: CooperativeTask<void> | null
  /** The loss and the set that the plan was last written for. */
  private written: { readonly session?: Session; readonly kernelLoss?: KernelLoss; readonly set?: EvaluationSet } = {}
  private known: { readonly loss: LossSpec; readonly kernelLoss: KernelLoss } | null = null

  /** Throws: spec.memory, when the run does not fit. */
  constructor(
    readonly run: RunOnKernels,
    private readonly options: WasmMachineOptions,
    capacity: number,
    /** Called when a thread is lost: what is half done has to be forgotten. */
    private readonly forget: () => void
  ) {
    const { threads, long = LONG, worthThreads = WORTH_THREADS, now } = options
    this.weights = parameterCount(run.network)
    this.rowWork = this.weights + run.network.layers.reduce((work, { units }) => work + UNIT_WORK * units, ROW_WORK)
    this.long = long
    this.worthThreads = worthThreads
    this.usable = threads
    this.choice = now ? new ThreadChoice(threads, WORTH_TIMING, () => this.current.startThreads(), now) : null
    this.current = this.open(capacity, false)
    this.loading = copyData(run, this.current)
  }

  get session(): Session {
    return this.current
  }

  /** Brings a part of the data into the memory; answers whether all of them are there. */
  load(): boolean {
    let copied = 0
    while (this.loading && copied < MOST_COPIED) {
      const { done, value } = this.loading.next()
      if (done) this.loading = null
      else copied += value
    }
    return this.loading === null
  }

  /** Makes sure that there is room for so many rows at once, and for all gradients together where they are kept. */
  makeRoom(rows: number, keepsGradients: boolean): void {
    const has = this.current.options
    if (rows <= has.capacity && (has.keepsGradients || !keepsGradients)) return
    this.reopen(Math.max(rows, has.capacity), has.keepsGradients || keepsGradients)
  }

  /** The code of a call, unless a thread gave no sign of life: it is left behind with its memory. Throws: LostThread. */
  check(code: number): number {
    if (code !== THREAD_LOST) return code
    this.usable = 1
    this.forget()
    this.reopen(this.current.options.capacity, this.current.options.keepsGradients)
    throw new LostThread()
  }

  /** The number of threads for a call whose steps have so many multiply-adds each; `called` reports its end. */
  threadsFor(work: number, isLong = false): number {
    // A long step is done in parts, by all.
    if (this.choice && !isLong) return Math.min(this.choice.begin(work), this.usable)
    if (work < this.worthThreads) return 1
    // Without a clock, the first call waits for them.
    return this.current.startThreads() || !this.choice ? this.usable : 1
  }

  /** The call that threads were asked for has ended, with so many steps done. */
  called(steps: number): void {
    this.choice?.end(steps)
  }

  /** A loss as the kernels take it, computed once. */
  kernelLossOf(loss: LossSpec): KernelLoss {
    const { layers } = this.run.network
    if (this.known?.loss !== loss) this.known = { loss, kernelLoss: toKernelLoss(loss, layers[layers.length - 1].units) }
    return this.known.kernelLoss
  }

  /** Writes into the plan what set is computed on, and by which loss. */
  setLoss(spec: LossSpec, set: EvaluationSet): void {
    const session = this.current
    const { layout, plan, floats } = session
    const kernelLoss = this.kernelLossOf(spec)
    const { written } = this
    if (written.session !== session || written.kernelLoss !== kernelLoss) {
      plan.set({ averagedPerRow: kernelLoss.averagedPerRow, loss: kernelLoss.code, readsLogits: kernelLoss.readsLogits ? 1 : 0 })
      floats.set(kernelLoss.numbers, layout.lossOptions / 8)
    } else if (written.set === set) return
    this.written = { session, kernelLoss, set }
    const { X, targets, targetBytes } = layout[set]
    plan.put('X', X)
    plan.put('targets', targets)
    plan.put('targetBytes', targetBytes)
    plan.put('metric', kernelLoss.metric === 'r2' ? 2 : this.run[set].targets.kind === 'values' ? 1 : 0)
  }

  private open(capacity: number, keepsGradients: boolean): Session {
    const { host, tile } = this.options
    const { run } = this
    const session = openSession(host, run, { tile, threads: this.usable, capacity, keepsGradients })
    session.floats.set(contextNumbers(run.optimizer), session.layout.optimizerContext / 8)
    session.plan.put('dropoutSeed', streamSeed('dropout', run.shuffleSeed))
    return session
  }

  /** The same run in a new memory with other room. */
  private reopen(capacity: number, keepsGradients: boolean): void {
    const old = this.current
    this.current = this.open(capacity, keepsGradients)
    runToEnd(copyData(this.run, this.current))
    this.loading = null
    this.current.state.set(old.state)
    this.current.order.set(old.order)
    old.close()
  }
}
