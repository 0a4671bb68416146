import type { EngineHello } from '#shared/contract'
import type { SendEvent } from './context/handler-context'
import type { Experiment } from './run/experiment'

/**
 * The one stream of an experiment's state to the page: `state` events for whatever changes, `progress` events for new epochs. Either brings
 * the part of the history that the page does not have yet.
 */
export class StateFeed {
  private announcement: Promise<null> | null = null
  private held: Promise<void> = Promise.resolve()

  constructor(
    private readonly experiment: () => Experiment,
    private readonly send: SendEvent
  ) {}

  /** Sends no state until that is done. */
  holdUntil(done: Promise<void>): void {
    this.held = done
  }

  /** The whole state, for a page that has nothing yet. */
  whole(): Pick<EngineHello, 'state' | 'history'> {
    const experiment = this.experiment()
    return { state: experiment.state(), history: experiment.takeHistory(true).history }
  }

  /** Sends the state, once for all that changes in this turn; resolves when it was sent. */
  announce(): Promise<null> {
    this.announcement ??= this.held.then(() => {
      this.announcement = null
      const experiment = this.experiment()
      this.send('state', { state: experiment.state(), ...experiment.takeHistory() })
      return null
    })
    return this.announcement
  }

  /** Sends the new epochs at once. */
  progress(): void {
    const experiment = this.experiment()
    this.send('progress', { run: experiment.runState(), ...experiment.takeHistory() })
  }
}
