import { metricOf } from '../../metrics/metric'
import { rSquared } from '../../metrics/r-squared'
import { hasDropout } from '../../network/dropout'
import type { LayerCache } from '../../network/forward'
import type { Parameters } from '../../network/parameters'
import { parameterCount } from '../../network/spec'
import { lossKinds, lossOf, type LossSpec } from '../../nn/losses'
import { freshOptimizerState, optimizers, type OptimizerState } from '../../nn/optimizers'
import { targetCount } from '../../nn/targets'
import { streamState } from '../../random'
import { precisionOf } from '../../tensor/matrix'
import { diverged, findInForward, type Place } from '../../train/divergence'
import { CHUNK, type Evaluation } from '../../train/evaluate'
import { LostThread, type Machine, type MachineOptions, type StepRequest } from '../../train/machine'
import type { KernelHost } from './host'
import type { TensorPlace } from './layout'
import { readPanels, writePanels } from './panels'
import { openSession, type Session } from './session'
import { lossNumbers, optimizerNumbers } from './settings'

/** How calls of the kernels end (assembly/step.ts). */
const LOSS_NOT_FINITE = 1
const GRADIENT_NOT_FINITE = 2
const THREAD_LOST = 4

/** Bits of a layer's flags (assembly/plan.ts), with the tensor each stands for. */
const gradientFlags = [[1, 'dL/dW'], [2, 'dL/db']] as const
const parameterFlags = [[4, 'W'], [8, 'b']] as const

/** Multiply-adds after which a call comes back, so that messages are looked at: a few ten milliseconds. */
const LONG = 1e9
/** Multiply-adds of a step or a chunk from which on threads are worth their barriers (measured: about 0.1 ms of work). */
const WORTH_THREADS = 4e6
/** Rows that an evaluation computes at once where batches are smaller. */
const ROWS_AT_ONCE = 256

/** How the machine works; none of it changes a bit of the results but `build`. */
export interface WasmMachineOptions {
  readonly host: KernelHost
  /** The name of the arithmetic in saved runs. */
  readonly build: string
  /** Rows of the register tiles, 1 to 6. */
  readonly tile: number
  /** At most so many threads, this one included. */
  readonly threads: number
  /** Multiply-adds after which a long step comes back; some ten milliseconds of work unless given. */
  readonly long?: number
  /** Multiply-adds of a step from which on threads are used; unless given, where they pay. */
  readonly worthThreads?: number
}

type Progress = { done: number; rows: number } | null
type EvaluationProgress = { set: 'train' | 'test'; done: number; loss: number; score: number; lossSum: number; scoreSum: number } | null

/**
 * The machine on WebAssembly: everything lies in one memory, and a step is one call. In float64 with the strict kernels its weights are
 * those of the plain machine to the last bit, whatever the tile and the number of threads.
 * Throws: spec.memory, when the run does not fit.
 */
export function wasmMachine(run: MachineOptions, { host, build, tile, threads, long = LONG, worthThreads = WORTH_THREADS }: WasmMachineOptions): Machine {
  const { network, optimizer } = run
  const precision = precisionOf(run.parameters[0].W)
  const is32 = precision === 'f32'
  const weights = parameterCount(network)
  const rowsOf = { train: targetCount(run.train.targets), test: targetCount(run.test.targets) }
  const drops = hasDropout(network)
  /** Whether the optimizer is given other numbers at each step. */
  const corrects = optimizers[optimizer.kind].slots === 2
  let usable = threads
  let session = open(Math.min(ROWS_AT_ONCE, Math.max(rowsOf.train, rowsOf.test, 1)), false)
  let updates = 0
  let order: Int32Array = new Int32Array(0)
  let kept = new Uint8Array(0)
  let keptUpdates = 0
  /** What the plan was last written for, so that a step writes only what has changed. */
  let written: { session: Session; loss: LossSpec; set: 'train' | 'test' } | null = null
  let writtenRate = NaN
  let step: Progress = null
  let evaluation: EvaluationProgress = null

  function open(capacity: number, keepsGradients: boolean): Session {
    return openSession(host, run, { tile, threads: usable, capacity, keepsGradients })
  }

  /** The same run in a new memory with other room. */
  function reopen(capacity: number, keepsGradients: boolean): void {
    const old = session
    session = open(capacity, keepsGradients)
    session.state.set(old.state)
    session.words.set(order, session.layout.order / 4)
    old.close()
  }

  function makeRoom(rows: number, keepsGradients: boolean): void {
    const has = session.options
    if (rows <= has.capacity && (has.keepsGradients || !keepsGradients)) return
    reopen(Math.max(rows, has.capacity), has.keepsGradients || keepsGradients)
  }

  /** What calls do when a thread gives no sign of life: it is left behind with its memory. */
  function check(code: number): number {
    if (code !== THREAD_LOST) return code
    usable = 1
    forget()
    reopen(session.options.capacity, session.options.keepsGradients)
    throw new LostThread()
  }

  function forget(): void {
    step = null
    evaluation = null
  }

  function setLoss(spec: LossSpec, set: 'train' | 'test'): void {
    if (written?.session === session && written.loss === spec && written.set === set) return
    written = { session, loss: spec, set }
    writtenRate = NaN
    const loss = lossOf(spec)
    const { layout, plan, floats } = session
    const outputs = network.layers[network.layers.length - 1].units
    const { X, targets, targetBytes } = layout[set]
    const metric = metricOf(spec) === 'r2' ? 2 : run[set].targets.kind === 'values' ? 1 : 0
    const averagedPerRow = spec.reduction === 'sum' ? 0 : loss.averages === 'rows' ? 1 : outputs
    plan.set({
      X, targets, targetBytes, metric, averagedPerRow, loss: lossKinds.indexOf(spec.kind), readsLogits: loss.reads === 'logits' ? 1 : 0
    })
    floats.set(lossNumbers(spec), layout.lossOptions / 8)
  }

  function threadsFor(work: number): number {
    return work >= worthThreads ? usable : 1
  }

  function begin({ from, to, objective, learningRate, clip, step: number }: StepRequest, rows: number, staged: boolean): void {
    const keepsGradients = staged || clip !== null
    makeRoom(rows, keepsGradients)
    const { layout, plan, floats, words } = session
    setLoss(objective.loss, 'train')
    const { l1 = 0, l2 = 0 } = objective.regularization
    plan.put('order', layout.order + from * 4)
    plan.put('keepsGradients', keepsGradients ? 1 : 0)
    plan.put('clip', clip ?? 0)
    plan.put('l1', l1)
    plan.put('l2', l2)
    plan.put('threads', threadsFor(3 * weights * (to - from)))
    if (corrects || learningRate !== writtenRate) {
      floats.set(optimizerNumbers(optimizer, learningRate, updates + 1), layout.optimizerContext / 8)
      writtenRate = learningRate
    }
    if (drops) words.set(streamState('dropout', run.shuffleSeed, number), layout.dropoutState / 4)
  }

  /** One more part of a long step: rows first, then items. Null until all is done. */
  function goOn(progress: NonNullable<Progress>): number | null {
    const { kernels, layout, plan } = session
    const { rows } = progress
    const at = layout.plan
    if (progress.done < rows) {
      if (progress.done === 0 && drops) (is32 ? kernels.drawMasks32 : kernels.drawMasks64)(at, rows)
      const block = Math.max(1, Math.floor(long / (2 * weights) / 64)) * 64
      const to = Math.min(rows, progress.done + block)
      check((is32 ? kernels.rowsOfStep32 : kernels.rowsOfStep64)(at, rows, progress.done, to))
      progress.done = to
      return to < rows ? null : (is32 ? kernels.lossOfStep32 : kernels.lossOfStep64)(at, rows) || null
    }
    const items = plan.get('items')
    const from = progress.done - rows
    const to = Math.min(items, from + Math.max(1, Math.floor((long * items) / (weights * rows))))
    check((is32 ? kernels.gradientsOfStep32 : kernels.gradientsOfStep64)(at, rows, from, to))
    progress.done = rows + to
    return to < items ? null : check((is32 ? kernels.finishStep32 : kernels.finishStep64)(at))
  }

  function takeStep(request: StepRequest): number | null {
    const rows = request.to - request.from
    const staged = 3 * weights * rows > long
    if (!step) begin(request, rows, staged)
    const { kernels, layout, plan } = session
    let code: number | null
    if (staged) {
      step ??= { done: 0, rows }
      code = goOn(step)
      if (code === null) return null
      step = null
    } else {
      code = check((is32 ? kernels.step32 : kernels.step64)(layout.plan, rows))
    }
    if (code !== 0) throw diverged(placeOf(code, rows), request.step, request.learningRate)
    updates += 1
    return plan.get('lossSum')
  }

  /** Where a step met a number that is not finite, as the plain path names it. */
  function placeOf(code: number, rows: number): Place {
    const { layers, layout, view } = session
    if (code === LOSS_NOT_FINITE) {
      const { panelBytes } = layout
      const cache = layout.layers.map(({ Z, A }, l): LayerCache => {
        const read = (address: number) => readPanels(view, { address, panelBytes }, rows, network.layers[l].units)
        return { input: read(Z), Z: read(Z), A: read(A) }
      })
      return findInForward(cache)
    }
    for (const [l, layer] of layers.entries()) {
      const found = (code === GRADIENT_NOT_FINITE ? gradientFlags : parameterFlags).find(([bit]) => layer.get('flags') & bit)
      if (found) return { layer: l + 1, tensor: `${found[1]}${l + 1}` }
    }
    return { layer: layers.length, tensor: 'loss' }
  }

  function evaluate(set: 'train' | 'test', spec: LossSpec): Evaluation | null {
    const count = rowsOf[set]
    if (count === 0) return { loss: NaN, metric: NaN }
    evaluation ??= { set, done: 0, loss: 0, score: 0, lossSum: 0, scoreSum: 0 }
    const progress = evaluation
    setLoss(spec, set)
    const summed = spec.reduction === 'sum'
    const atOnce = Math.max(1, Math.floor(long / weights))
    let left = atOnce
    while (progress.done < count && left > 0) {
      const chunkFrom = progress.done - (progress.done % CHUNK)
      const chunkTo = Math.min(count, chunkFrom + CHUNK)
      const to = Math.min(chunkTo, progress.done + left)
      addRows(progress, to)
      left -= to - progress.done
      progress.done = to
      if (to === chunkTo) endChunk(progress, chunkTo - chunkFrom, spec)
    }
    if (progress.done < count) return null
    evaluation = null
    const { targets } = run[set]
    const r2 = metricOf(spec) === 'r2' && targets.kind === 'values'
    return { loss: summed ? progress.loss : progress.loss / count, metric: r2 ? rSquared(progress.score, targets.values) : progress.score / count }
  }

  /** The rows up to `to` of the chunk in progress. */
  function addRows(progress: NonNullable<EvaluationProgress>, to: number): void {
    const { kernels, layout, plan } = session
    const { done, lossSum, scoreSum } = progress
    plan.set({ lossSum, scoreSum, threads: threadsFor(weights * Math.min(layout.capacity, to - done)) })
    check((is32 ? kernels.evaluate32 : kernels.evaluate64)(layout.plan, done, to))
    progress.lossSum = plan.get('lossSum')
    progress.scoreSum = plan.get('scoreSum')
  }

  /** Adds a chunk of rows to the whole by the same arithmetic as train/evaluate.ts. */
  function endChunk(progress: NonNullable<EvaluationProgress>, rows: number, spec: LossSpec): void {
    const perRow = session.plan.get('averagedPerRow')
    const outputs = network.layers[network.layers.length - 1].units
    progress.loss += perRow === 0 ? progress.lossSum : (progress.lossSum / (rows * perRow)) * rows
    progress.score += metricOf(spec) === 'accuracy' && lossOf(spec).targets === 'values' ? progress.scoreSum / outputs : progress.scoreSum
    progress.lossSum = 0
    progress.scoreSum = 0
  }

  /** The tensors of the network in order, as far as it has them. */
  function tensors(): TensorPlace[] {
    return session.layout.layers.flatMap(({ W, b }) => (network.bias === false ? [W] : [W, b]))
  }

  function parameters(): Parameters {
    const read = (place: TensorPlace) => readPanels(session.view, place, place.rows, place.columns)
    return session.layout.layers.map(({ W, b }) => ({ W: read(W), b: network.bias === false ? null : read(b) }))
  }

  function optimizerState(): OptimizerState {
    const slots = tensors().map(({ rows, columns, panelBytes, slots: addresses }) =>
      addresses.map((address) => readPanels(session.view, { address, panelBytes }, rows, columns).data)
    )
    return { updates, slots }
  }

  function load(values: Parameters, state: OptimizerState): void {
    forget()
    const matrices = values.flatMap(({ W, b }) => (b ? [W, b] : [W]))
    tensors().forEach((place, t) => {
      writePanels(session.view, place, matrices[t])
      place.slots.forEach((address, s) => {
        writePanels(session.view, { ...place, address }, { ...matrices[t], data: state.slots[t][s] })
      })
    })
    updates = state.updates
  }

  load(run.parameters, freshOptimizerState(optimizer, run.parameters))
  return {
    build,
    setOrder(rows) {
      order = rows.slice()
      session.words.set(order, session.layout.order / 4)
    },
    takeStep,
    evaluate,
    parameters,
    optimizerState,
    load,
    keep() {
      if (kept.length === 0) kept = new Uint8Array(session.state.length)
      kept.set(session.state)
      keptUpdates = updates
    },
    fallBack() {
      forget()
      session.state.set(kept)
      updates = keptUpdates
    },
    release: () => session.close()
  }
}
