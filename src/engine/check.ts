import { performance } from 'node:perf_hooks'
import { GradientCheck, AppError, parameterCount, scopeFor, type GradientCheckOptions, type Trainer } from '#core'
import type { CheckReport } from '#shared/contract'

/** How long a check goes on before messages are looked at, in milliseconds. */
const SLICE = 8

/** By which rule gradients pass, and with which step they are measured. */
export type CheckRule = Pick<GradientCheckOptions, 'preset' | 'epsilon'>

/** One gradient check at a time, in slices between which the process answers messages. */
export class Checker {
  private ticket = 0
  private last: CheckReport | null = null

  /** The last finished check; null when there was none since the network was built. */
  get report(): CheckReport | null {
    return this.last
  }

  forget(): void {
    this.cancel()
    this.last = null
  }

  /** Ends the check in progress, if there is one, with `request.cancelled`. */
  cancel(): void {
    this.ticket += 1
  }

  /** Checks the gradients of the trainer as it stands now, a sample of them where the network is large. Throws: numeric; request.cancelled. */
  async run(trainer: Trainer, rule: CheckRule, onProgress: (done: number, total: number) => void): Promise<CheckReport> {
    this.cancel()
    const ticket = this.ticket
    const start = performance.now()
    const { network, live, parameters, epoch } = trainer
    const check = new GradientCheck({
      network,
      objective: live.objective,
      parameters,
      batch: trainer.firstBatch(),
      ...rule,
      scope: scopeFor(parameterCount(network))
    })
    let more = true
    while (more) {
      const until = performance.now() + SLICE
      do more = check.next()
      while (more && performance.now() < until)
      onProgress(check.done, check.total)
      await new Promise((resolve) => setImmediate(resolve))
      if (this.ticket !== ticket) throw new AppError('request.cancelled')
    }
    this.last = { ...check.report(), epoch, seconds: (performance.now() - start) / 1000 }
    return this.last
  }
}
