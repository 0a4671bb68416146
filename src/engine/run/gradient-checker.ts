import { GradientCheck, scopeFor, taskOf, type GradientCheckOptions, type TaskProgress, type Trainer } from '#core'
import type { CheckReport } from '#shared/contract'
import { runCooperatively } from '../../node/tasks/run-cooperatively'
import { TaskSlot } from '../../node/tasks/task-slot'

/** Least time between two reports of progress, in milliseconds. */
const INTERVAL = 8

/** The rule by which gradients pass, the step they are measured with, and the mistake to be found. */
export type CheckRule = Pick<GradientCheckOptions, 'preset' | 'epsilon' | 'planted'>

/** Runs one gradient check at a time, and remembers the last one. */
export class GradientChecker {
  private readonly slot = new TaskSlot()
  private last: CheckReport | null = null

  /** The last finished check without a planted bug; null when there was none since the network was built. */
  get report(): CheckReport | null {
    return this.last
  }

  forget(): void {
    this.cancel()
    this.last = null
  }

  /** Ends the check in progress, if there is one, with `request.cancelled`. */
  cancel(): void {
    this.slot.cancel()
  }

  /** Checks the gradients of the trainer as it stands now, a sample of them where the network is large. Throws: numeric; request.cancelled. */
  async run(trainer: Trainer, rule: CheckRule, onProgress: (progress: TaskProgress) => void): Promise<CheckReport> {
    const signal = this.slot.begin()
    const start = performance.now()
    const { network, live, parameters, epoch } = trainer
    const { batch, masks, gradients } = trainer.firstGradients(parameters)
    const problem = { network, objective: live.objective, parameters, batch, masks, trained: gradients }
    const check = new GradientCheck({ ...problem, ...rule, scope: scopeFor(network, batch.X.rows) })
    let reported = start
    await runCooperatively(taskOf(check), {
      signal,
      onProgress: () => {
        const now = performance.now()
        if (now - reported < INTERVAL && check.done < check.total) return
        reported = now
        onProgress({ done: check.done, total: check.total })
      }
    })
    const report = { ...check.report(), epoch, seconds: (performance.now() - start) / 1000 }
    // A planted bug is for the eye: no file has it.
    if (!report.planted) this.last = report
    return report
  }
}
