/**
 * Calls that are timed on one thread, and then as many on all, before a choice is made: the least time of each counts. Not by turns, or
 * the other threads would have gone to sleep before each of theirs.
 */
const TRIALS = 5
/** The share of the time that all threads must save to be used: they cost others what they save here. */
const WORTH = 0.95
/** Milliseconds of work before other threads are started: to a short run they cost more than they save. */
const SHORT = 50
/** For how much work a choice holds, in milliseconds: other programs come and go. */
const HOLDS = 5000

/** The times measured of calls with so many multiply-adds. */
interface Trial {
  calls: number
  one: number
  all: number
  usesAll: boolean
  /** Milliseconds of work until it is made anew. */
  left: number
}

/**
 * Chooses between one thread and all of them by timing both on the very work there is. No bit of a result depends on it. One call at a
 * time: `begin`, the call, `end`. Nobody waits for threads that are starting.
 */
export class ThreadChoice {
  private readonly trials = new Map<number, Trial>()
  private current: Trial | null = null
  private start = 0
  private usesAll = false
  private spent = 0

  constructor(
    private readonly threads: number,
    /** Multiply-adds below which one thread is always faster. */
    private readonly least: number,
    /** Starts the other threads, unless that is done; answers whether all are at work. */
    private readonly ready: () => boolean,
    /** Milliseconds from any moment on. */
    private readonly now: () => number
  ) {}

  /** The number of threads for a call whose steps have so many multiply-adds each. */
  begin(work: number): number {
    this.current = null
    if (this.threads === 1 || work < this.least) return 1
    const trial = this.trialOf(work)
    this.current = trial
    this.start = this.now()
    const wantsAll = trial.calls === 2 * TRIALS ? trial.usesAll : trial.calls >= TRIALS
    this.usesAll = wantsAll && this.spent >= SHORT && this.ready()
    return this.usesAll ? this.threads : 1
  }

  /** The call has ended with so many steps done. */
  end(steps: number): void {
    const trial = this.current
    if (trial === null) return
    const spent = this.now() - this.start
    this.spent += spent
    if (trial.calls === 2 * TRIALS) {
      trial.left -= spent
      if (trial.left <= 0) Object.assign(trial, untried())
    } else if (steps > 0) note(trial, spent / steps, this.usesAll)
  }

  private trialOf(work: number): Trial {
    const known = this.trials.get(work)
    if (known) return known
    const trial = untried()
    this.trials.set(work, trial)
    return trial
  }
}

function untried(): Trial {
  return { calls: 0, one: Infinity, all: Infinity, usesAll: false, left: HOLDS }
}

/** Takes down the time of a step, and chooses after the last trial. Further calls on one thread are those until the others are ready. */
function note(trial: Trial, time: number, usesAll: boolean): void {
  if (usesAll) trial.all = Math.min(trial.all, time)
  else trial.one = Math.min(trial.one, time)
  if (usesAll || trial.calls < TRIALS) trial.calls += 1
  trial.usesAll = trial.all < WORTH * trial.one
}
