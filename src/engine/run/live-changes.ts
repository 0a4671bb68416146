import { liveSettings, nextChangeAfter, settingsAt, withChange, type Prepared, type RunChange, type Settings } from '#core'
import type { StepUnit } from '#shared/contract'
import { positionBefore, previousPosition, type ReplayPlan, type RunPosition } from './replay-plan'
import type { Runner } from './runner'

/** The live changes by which a run came to where it stands, from which it follows how it is taken there again. */
export class LiveChanges {
  private list: readonly RunChange[] = []
  /** The target of the replay, and the settings after the last change. */
  private replaying: { readonly target: RunPosition; readonly atEnd: Settings } | null = null

  constructor(
    /** The settings that are chosen at the moment. */
    private readonly settings: () => Settings
  ) {}

  /** All of them, those still ahead in a replay too. */
  get all(): readonly RunChange[] {
    return this.list
  }

  set(changes: readonly RunChange[]): void {
    this.list = changes
  }

  /**
   * The changes up to where a run stands, in their order: none of those still ahead in a replay, and for one that waits for the end of a step in
   * progress, the position before that step, which is taken anew from here.
   */
  upTo({ trainer, isReplaying }: Runner): readonly RunChange[] {
    const passed = isReplaying ? this.list.filter(({ step }) => step <= trainer.step) : this.list
    return passed.map((change) => ({ ...change, step: Math.min(change.step, trainer.step) }))
  }

  /** Takes the settings as they are for the steps from here on. */
  apply({ trainer }: Runner, prepared: Prepared, before: Settings): void {
    const settings = this.settings()
    if (trainer.step > 0) this.list = withChange(this.list, before, settings, { epoch: trainer.epoch, step: trainer.changeStep })
    trainer.change(liveSettings(prepared, settings))
  }

  /** The plan that goes back to the position before the last step, or to the end of the epoch before; null where there is none. */
  stepBack(unit: StepUnit, runner: Runner, prepared: Prepared): ReplayPlan | null {
    // One more step back during a replay takes it that much further, by the same changes.
    const replaying = runner.isReplaying ? this.replaying : null
    const target = replaying ? positionBefore(replaying.target, unit) : previousPosition(runner.trainer, unit)
    return target && this.replayTo(target, replaying?.atEnd ?? this.settings(), runner, prepared)
  }

  /** The plan of a replay by these changes; `atEnd` are the settings after the last of them. */
  replayTo(target: RunPosition, atEnd: Settings, runner: Runner, prepared: Prepared): ReplayPlan {
    const { list } = this
    const { trainer } = runner
    this.replaying = { target, atEnd }
    return {
      target,
      applySettings: () => {
        trainer.change(liveSettings(prepared, settingsAt(atEnd, list, trainer.step)))
        return nextChangeAfter(list, trainer.step)
      },
      onArrival: () => {
        const before = settingsAt(atEnd, list, trainer.step)
        this.list = list.filter(({ step }) => step <= trainer.step)
        this.apply(runner, prepared, before)
      }
    }
  }
}
