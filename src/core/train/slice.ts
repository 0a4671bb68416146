import type { Trainer } from './trainer'

/** Between two looks at the clock, in milliseconds: long beside a look, short beside a slice. */
const SHORT = 0.2
const LONG = 1

/**
 * Trains for so many milliseconds, or a step or a part of one where that takes longer, and no more than to the end of an epoch, to that
 * of an epoch that is the last by the rule, or to that of a step where one is given, with the evaluation that follows it. LayerSnapshots
 * at the clock after as many steps as take a fraction of a millisecond, for a look costs as much as the step of a small network. The
 * weights do not depend on how often it looks.
 * Throws: numeric.diverged.
 */
export function trainFor(trainer: Trainer, milliseconds: number, untilEpoch: number, now: () => number, untilStep = Infinity): void {
  let steps = 1
  let looked = now()
  const end = looked + milliseconds
  while (trainer.epoch < untilEpoch && (trainer.step < untilStep || trainer.isMidway)) {
    trainer.trainSteps(Math.max(1, Math.min(steps, untilStep - trainer.step)), untilEpoch)
    if (trainer.stopReason !== null) return
    const time = now()
    if (time >= end) return
    if (time - looked < SHORT) steps *= 2
    else if (time - looked > LONG) steps = Math.ceil(steps / 2)
    looked = time
  }
}
