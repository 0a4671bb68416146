import { estimateRemaining, type Language } from '#core'
import { displayWidth, duration } from './display'
import type { CommandIo } from './io'

/** Interval between redraws of the bar, in milliseconds: smooth at negligible cost. */
const REDRAW_MS = 100
/** Without a terminal: a line at each tenth of the work, and after these intervals at the latest; the first one soon. */
const LINES = 10
const FIRST_LINE_MS = 2_000
const LONGEST_SILENCE_MS = 10_000
const BAR_WIDTH = 24
const USUAL_WIDTH = 80

/** Progress of a task. */
export interface Step {
  readonly done: number
  readonly total: number
  /** Text beside the bar. */
  readonly text: string
}

/** Shows the progress of a task: on a terminal a bar that is redrawn, elsewhere a few plain lines. */
export class Progress {
  private readonly start: number
  private shownAt: number
  private shownTenth = 0
  private drawn = false

  constructor(
    private readonly io: Pick<CommandIo, 'stderr' | 'now'>,
    private readonly label: string,
    private readonly language: Language
  ) {
    this.start = io.now()
    this.shownAt = this.start
  }

  /** May be called arbitrarily often. */
  update(step: Step): void {
    const now = this.io.now()
    if (this.io.stderr.isTTY) {
      if (this.drawn && now - this.shownAt < REDRAW_MS && step.done < step.total) return
      this.io.stderr.write(`\r\u001b[K${this.bar(step, now)}`)
      this.drawn = true
    } else {
      const tenth = Math.floor((LINES * step.done) / step.total)
      const patience = this.shownAt === this.start ? FIRST_LINE_MS : LONGEST_SILENCE_MS
      if (tenth === this.shownTenth && now - this.shownAt < patience) return
      this.shownTenth = tenth
      this.io.stderr.write(`${this.label} ${step.done}/${step.total}${this.details(step, now).join('')}\n`)
    }
    this.shownAt = now
  }

  /** Ends the bar; the next output begins on a new line. */
  end(): void {
    if (this.drawn) this.io.stderr.write('\n')
    this.drawn = false
  }

  /** Returns the bar with as many details as fit in the terminal's width, since a line that wraps cannot be redrawn. */
  private bar(step: Step, now: number): string {
    const filled = Math.floor((BAR_WIDTH * step.done) / step.total)
    const bar = `[${'#'.repeat(filled)}${'.'.repeat(BAR_WIDTH - filled)}]`
    // A terminal that does not know its width reports 0.
    const width = this.io.stderr.columns || USUAL_WIDTH
    let line = `${this.label} ${bar} ${step.done}/${step.total}`
    for (const detail of this.details(step, now)) {
      if (displayWidth(line) + displayWidth(detail) < width) line += detail
    }
    return line
  }

  /** Returns the time left, then the text. */
  private details(step: Step, now: number): string[] {
    const seconds = estimateRemaining(step, (now - this.start) / 1000, 0)
    const left = seconds === null || step.done === step.total ? '' : this.timeLeft(Math.ceil(seconds))
    return [left, step.text].filter((part) => part !== '').map((part) => ` · ${part}`)
  }

  private timeLeft(seconds: number): string {
    return this.language === 'zh' ? `剩余 ${duration(seconds, 'zh')}` : `${duration(seconds, 'en')} left`
  }
}
