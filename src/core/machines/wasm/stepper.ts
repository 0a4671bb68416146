import type { LayerCache } from '../../network/forward'
import type { Parameters } from '../../network/parameters'
import { hasDropout } from '../../network/dropout'
import { diverged, findInForward, squaresDiverged, type Place } from '../../train/divergence'
import type { AppError } from '../../messages/app-error'
import type { StepRequest, StepsRequest } from '../../train/machine'
import { SCHEDULED } from './contexts'
import { readPanels } from './panels'
import { biasCorrections } from './settings'
import type { Workspace } from './workspace'

/** The codes of steps that fail (assembly/step.ts). */
const LOSS_NOT_FINITE = 1
const GRADIENT_NOT_FINITE = 2
const PARAMETER_NOT_FINITE = 3
const SQUARES_NOT_FINITE = 5

/** Bits of a layer's flags (assembly/plan.ts), with the tensor each stands for. */
const flagsOf: Readonly<Record<number, readonly (readonly [bit: number, tensor: string])[]>> = {
  [GRADIENT_NOT_FINITE]: [
    [1, 'dL/dW'],
    [2, 'dL/db']
  ],
  [PARAMETER_NOT_FINITE]: [
    [4, 'W'],
    [8, 'b']
  ],
  [SQUARES_NOT_FINITE]: [
    [16, 'W'],
    [32, 'b']
  ]
}

/** Steps in a workspace: many short ones in a call, long ones in parts. */
export class Stepper {
  /** Updates that the optimizer has made. */
  updates = 0
  /** Of a long step: first the rows that are done, then the items. */
  private part: number | null = null
  private readonly corrections
  private readonly drops: boolean
  private readonly single: { -readonly [Key in keyof StepsRequest]: StepsRequest[Key] }

  constructor(private readonly workspace: Workspace) {
    const { network, optimizer } = workspace.run
    this.corrections = biasCorrections(optimizer)
    this.drops = hasDropout(network)
    const objective = { loss: { kind: 'mean-squared-error' }, regularization: {} } as const
    this.single = {
      from: 0,
      to: 0,
      batch: 0,
      objective,
      learningRates: new Float64Array(1),
      losses: new Float64Array(1),
      clip: null,
      step: 0
    }
  }

  /** One step, or a part of a long one. Throws: numeric.diverged, LostThread. */
  takeStep(request: StepRequest): number | null {
    const { from, to, objective, learningRate, clip, step } = request
    if (!this.workspace.load()) return null
    if (this.isLong(to - from)) return this.takePart(request)
    const { single } = this
    single.from = from
    single.to = to
    single.batch = to - from
    single.objective = objective
    single.learningRates[0] = learningRate
    single.clip = clip
    single.step = step
    this.takeSteps(single)
    return this.workspace.session.plan.get('lossSum')
  }

  /** As many of the steps as are not too long for one call; none where a single one is, or the data are not all there. Throws: numeric.diverged, LostThread. */
  takeSteps(request: StepsRequest): number {
    const { from, batch, learningRates, losses, step } = request
    if (this.isLong(batch) || !this.workspace.load()) return 0
    const most = Math.max(1, Math.floor(this.workspace.long / this.timeOf(batch)))
    const to = Math.min(request.to, from + most * batch)
    const count = Math.ceil((to - from) / batch)
    this.begin(request, batch, request.clip !== null)
    const { kernels, layout, plan, floats } = this.workspace.session
    const [first, second] = this.corrections
    let entry = layout.schedule / 8
    for (let i = 0; i < count; i++, entry += SCHEDULED) {
      floats[entry] = learningRates[i]
      floats[entry + 1] = first(this.updates + i + 1)
      floats[entry + 2] = second(this.updates + i + 1)
    }
    plan.put('stepNumber', step)
    const code = this.workspace.check(kernels.steps(layout.plan, from, to, batch))
    const done = plan.get('stepsDone')
    // The kernel writes the loss of a step over its rate.
    for (let i = 0; i < done; i++) losses[i] = floats[layout.schedule / 8 + i * SCHEDULED]
    this.workspace.called(done)
    this.updates += done
    if (code !== 0) throw this.failure(code, Math.min(batch, to - from - done * batch), step + done, learningRates[done])
    return done
  }

  /** Computes the gradients of a mini-batch and leaves the weights as they are. Throws: numeric.diverged, LostThread. */
  gradients(request: StepRequest): Parameters {
    const { workspace, drops } = this
    while (!workspace.load());
    const rows = request.to - request.from
    this.begin(request, rows, true)
    this.scheduleLong(request)
    const { kernels, layout, plan, view } = workspace.session
    if (drops) kernels.drawMasks(layout.plan, rows, request.step)
    workspace.check(kernels.rowsOfStep(layout.plan, rows, 0, rows))
    const code = workspace.check(kernels.lossOfStep(layout.plan, rows))
    if (code !== 0) throw diverged(this.placeOf(code, rows), request.step, request.learningRate)
    workspace.check(kernels.gradientsOfStep(layout.plan, rows, 0, plan.get('items')))
    return layout.layers.map(({ W, b, gradW, gradB }) => ({
      W: readPanels(view, { ...W, address: gradW }, W.rows, W.columns),
      b: workspace.run.network.bias === false ? null : readPanels(view, { ...b, address: gradB }, 1, b.columns)
    }))
  }

  /** Forgets a long step of which only a part is done. */
  forget(): void {
    this.part = null
  }

  private workOf(rows: number): number {
    return 3 * this.workspace.weights * rows
  }

  /** The time of a step, as multiply-adds in the same time. */
  private timeOf(rows: number): number {
    return 3 * this.workspace.rowWork * rows
  }

  private isLong(rows: number): boolean {
    return this.timeOf(rows) > this.workspace.long
  }

  /** Writes into the plan what steps on so many rows have in common. */
  private begin({ objective, clip }: StepRequest | StepsRequest, rows: number, keepsGradients: boolean): void {
    const { workspace } = this
    workspace.makeRoom(rows, keepsGradients)
    const { plan } = workspace.session
    workspace.setLoss(objective.loss, 'train')
    const { l1 = 0, l2 = 0 } = objective.regularization
    plan.put('keepsGradients', keepsGradients ? 1 : 0)
    plan.put('clip', clip ?? 0)
    plan.put('l1', l1)
    plan.put('l2', l2)
    plan.put('threads', workspace.threadsFor(this.workOf(rows), this.isLong(rows)))
  }

  private takePart(request: StepRequest): number | null {
    const rows = request.to - request.from
    if (this.part === null) {
      this.begin(request, rows, true)
      this.scheduleLong(request)
      this.part = 0
    }
    const code = this.goOn(this.part, request)
    if (code === null) return null
    this.part = null
    if (code !== 0) throw this.failure(code, rows, request.step, request.learningRate)
    this.updates += 1
    return this.workspace.session.plan.get('lossSum')
  }

  private scheduleLong({ from, learningRate }: StepRequest): void {
    const { layout, plan, floats } = this.workspace.session
    const context = layout.optimizerContext / 8
    const [first, second] = this.corrections
    floats[context] = learningRate
    floats[context + 1] = first(this.updates + 1)
    floats[context + 2] = second(this.updates + 1)
    plan.put('order', layout.order + from * 4)
  }

  /** One more part of a long step: rows first, then items. Null until all is done. */
  private goOn(done: number, { from, to, step }: StepRequest): number | null {
    const { workspace } = this
    const { rowWork, long } = workspace
    const { kernels, layout, plan } = workspace.session
    const at = layout.plan
    const rows = to - from
    // The other threads may have come to work since the part before.
    plan.put('threads', workspace.threadsFor(this.workOf(rows), true))
    if (done < rows) {
      if (done === 0 && this.drops) kernels.drawMasks(at, rows, step)
      const block = Math.max(1, Math.floor(long / (2 * rowWork) / 64)) * 64
      const until = Math.min(rows, done + block)
      workspace.check(kernels.rowsOfStep(at, rows, done, until))
      this.part = until
      return until < rows ? null : workspace.check(kernels.lossOfStep(at, rows)) || null
    }
    const items = plan.get('items')
    const first = done - rows
    const until = Math.min(items, first + Math.max(1, Math.floor((long * items) / (rowWork * rows))))
    workspace.check(kernels.gradientsOfStep(at, rows, first, until))
    this.part = rows + until
    return until < items ? null : workspace.check(kernels.finishStep(at))
  }

  private failure(code: number, rows: number, step: number, learningRate: number): AppError {
    const place = this.placeOf(code, rows)
    return code === SQUARES_NOT_FINITE ? squaresDiverged(place, this.workspace.run, step) : diverged(place, step, learningRate)
  }

  /** Where a step met a number that is not finite, as the plain path names it. */
  private placeOf(code: number, rows: number): Place {
    const { layers, layout, view } = this.workspace.session
    if (code === LOSS_NOT_FINITE) {
      const { panelBytes } = layout
      const cache = layout.layers.map(({ Z, A, W }): LayerCache => {
        const read = (address: number) => readPanels(view, { address, panelBytes }, rows, W.columns)
        return { input: read(Z), Z: read(Z), A: read(A) }
      })
      return findInForward(cache)
    }
    for (const [l, layer] of layers.entries()) {
      const found = flagsOf[code].find(([bit]) => layer.get('flags') & bit)
      if (found) return { layer: l + 1, tensor: `${found[1]}${l + 1}` }
    }
    return { layer: layers.length, tensor: 'loss' }
  }
}
