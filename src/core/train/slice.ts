import type { Trainer } from './trainer'

/** Between two readings of the clock, in milliseconds: long beside a reading, short beside a slice. */
const SHORT = 0.2
const LONG = 1

/**
 * Trains for so many milliseconds, or a step or a part of one where that takes longer, and no more than to the end of an epoch, to that
 * of an epoch that is the last by the rule, or to that of a step where one is given, with the evaluation that follows it. Reads
 * the clock after as many steps as take a fraction of a millisecond, for reading it costs as much as the step of a small network. The
 * weights do not depend on how often it is read.
 * Throws: numeric.diverged.
 */
export function trainFor(trainer: Trainer, milliseconds: number, untilEpoch: number, now: () => number, untilStep = Infinity): void {
  let steps = 1
  let read = now()
  const end = read + milliseconds
  while (trainer.epoch < untilEpoch && (trainer.step < untilStep || trainer.isMidway)) {
    trainer.trainSteps(Math.max(1, Math.min(steps, untilStep - trainer.step)), untilEpoch)
    if (trainer.stopReason !== null) return
    const time = now()
    if (time >= end) return
    if (time - read < SHORT) steps *= 2
    else if (time - read > LONG) steps = Math.ceil(steps / 2)
    read = time
  }
}
