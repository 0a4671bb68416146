import { rSquared } from '../../metrics/r-squared'
import type { LossSpec } from '../../nn/losses'
import { targetCount } from '../../nn/targets'
import { CHUNK, type Evaluation } from '../../train/evaluate'
import type { EvaluationSet } from '../../train/machine'
import type { KernelLoss } from './settings'
import type { Workspace } from './workspace'

/** Sums so far: of the chunks that are done, and of the rows of the chunk in progress. */
interface Progress {
  done: number
  loss: number
  score: number
  lossSum: number
  scoreSum: number
}

/** Evaluations of whole sets in a workspace, in parts where they are long. */
export class Evaluator {
  private progress: Progress | null = null

  constructor(private readonly workspace: Workspace) {}

  /** Loss and metric of a set; null where only a part is done. NaN for an empty set. Throws: LostThread. */
  evaluate(set: EvaluationSet, spec: LossSpec): Evaluation | null {
    const { workspace } = this
    const { targets } = workspace.run[set]
    const count = targetCount(targets)
    if (count === 0) return { loss: NaN, metric: NaN }
    if (!workspace.load()) return null
    this.progress ??= { done: 0, loss: 0, score: 0, lossSum: 0, scoreSum: 0 }
    const { progress } = this
    workspace.setLoss(spec, set)
    const kernelLoss = workspace.kernelLossOf(spec)
    let left = Math.max(1, Math.floor(workspace.long / workspace.rowWork))
    while (progress.done < count && left > 0) {
      const chunkFrom = progress.done - (progress.done % CHUNK)
      const chunkTo = Math.min(count, chunkFrom + CHUNK)
      const to = Math.min(chunkTo, progress.done + left)
      this.addRows(progress, to)
      left -= to - progress.done
      progress.done = to
      if (to === chunkTo) endChunk(progress, chunkTo - chunkFrom, kernelLoss)
    }
    if (progress.done < count) return null
    this.progress = null
    const r2 = kernelLoss.metric === 'r2' && targets.kind === 'values'
    return {
      loss: spec.reduction === 'sum' ? progress.loss : progress.loss / count,
      metric: r2 ? rSquared(progress.score, targets.values) : progress.score / count
    }
  }

  /** Forgets an evaluation of which only a part is done. */
  forget(): void {
    this.progress = null
  }

  /** The rows up to `to` of the chunk in progress. */
  private addRows(progress: Progress, to: number): void {
    const { workspace } = this
    const { kernels, layout, plan } = workspace.session
    plan.put('lossSum', progress.lossSum)
    plan.put('scoreSum', progress.scoreSum)
    plan.put('threads', workspace.threadsFor(workspace.weights * Math.min(layout.capacity, to - progress.done)))
    workspace.check(kernels.evaluate(layout.plan, progress.done, to))
    workspace.called(1)
    progress.lossSum = plan.get('lossSum')
    progress.scoreSum = plan.get('scoreSum')
  }
}

/** Adds a chunk of rows to the whole by the same arithmetic as train/evaluate.ts. */
function endChunk(progress: Progress, rows: number, { averagedPerRow, scoresPerRow }: KernelLoss): void {
  progress.loss += averagedPerRow === 0 ? progress.lossSum : (progress.lossSum / (rows * averagedPerRow)) * rows
  progress.score += progress.scoreSum / scoresPerRow
  progress.lossSum = 0
  progress.scoreSum = 0
}
