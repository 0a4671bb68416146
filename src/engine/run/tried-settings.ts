import { isSame, type Finding, type Settings, type Trial } from '#core'

/** More trials than this are not looked back on. */
const MOST = 50

/**
 * The settings that were tried on the open table and what came of each, the latest last: the doctor's remedies know them. A trial is what
 * was diagnosed of a run before its settings changed, or settings that were left before any training.
 */
export class TriedSettings {
  private trials: readonly Trial[] = []
  private latest: Trial | null = null

  get all(): readonly Trial[] {
    return this.trials
  }

  /** Takes note of what was found of a run with those settings. */
  diagnosed(settings: Settings, findings: readonly Finding[]): void {
    const cause = findings.find(({ first, level }) => first && level === 'serious')?.rule ?? null
    this.latest = { settings, cause }
  }

  /** Takes note that those settings were changed. Of a trained run that nobody has diagnosed nothing is known. */
  left(settings: Settings, isTrained: boolean): void {
    const trial = isTrained ? this.latest : { settings, cause: null }
    if (trial && isSame(trial.settings, settings)) this.trials = [...this.trials, trial].slice(-MOST)
  }
}
