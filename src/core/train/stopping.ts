import type { EpochRecord } from './history'

/** When training ends before its last epoch; what is null or not given never ends it. */
export interface StopRule {
  /** The watched loss is below this. */
  readonly loss?: number | null
  /** The watched metric, accuracy or R², is above this. */
  readonly metric?: number | null
  /** For so many epochs the watched loss has not been lower than it was before them. */
  readonly patience?: number | null
  /** So many seconds were spent training; the epoch in progress is the last. Whoever has a clock sees to it. All else depends on figures alone. */
  readonly seconds?: number | null
}

export const stopReasons = ['loss', 'metric', 'patience', 'time'] as const
export type StopReason = (typeof stopReasons)[number]

/** The reasons that follow from the figures, in the order in which they are reported. */
const figureReasons = ['loss', 'metric', 'patience'] as const
type FigureReason = (typeof figureReasons)[number]

/**
 * Watches the figures of the epochs that are evaluated: of the validation rows where there are any, else of the test rows, else of the
 * training rows. It knows the best epoch, that with the lowest loss, the first of equals, and says when a rule ends the run. A rule that
 * has done so does not again before it has ceased to hold, so that a run can go on; a new rule counts from the next figures on.
 */
export class FigureWatch {
  private rule: StopRule = {}
  private lowest = Infinity
  private epochOfLowest = 0
  private asked: readonly FigureReason[] = []
  private spent: ReadonlySet<FigureReason> = new Set()

  constructor(private readonly hasTestRows: boolean) {}

  /** The best epoch so far, from 1 on; 0 where none was evaluated. */
  get bestEpoch(): number {
    return this.epochOfLowest
  }

  setRule(rule: StopRule): void {
    if (figureReasons.every((name) => (rule[name] ?? null) === (this.rule[name] ?? null))) return
    this.rule = rule
    this.asked = figureReasons.filter((name) => (rule[name] ?? null) !== null)
    this.spent = new Set()
  }

  /** Takes the figures of an epoch; answers why it is the last, null where it is not. Epochs that were not evaluated are passed over. */
  see(epoch: number, record: EpochRecord): StopReason | null {
    const { trainLoss, testLoss, trainMetric, testMetric, validationLoss, validationMetric } = record
    if (epoch === 0 || Number.isNaN(trainLoss)) return null
    const [ownLoss, ownMetric] = this.hasTestRows ? [testLoss, testMetric] : [trainLoss, trainMetric]
    const [loss, metric] = [validationLoss ?? ownLoss, validationMetric ?? ownMetric]
    if (loss < this.lowest) {
      this.lowest = loss
      this.epochOfLowest = epoch
    }
    if (this.asked.length === 0) return null
    const holding = this.asked.filter((reason) => this.holds(reason, epoch, loss, metric))
    const fresh = holding.find((reason) => !this.spent.has(reason)) ?? null
    this.spent = new Set(holding)
    return fresh
  }

  private holds(reason: FigureReason, epoch: number, loss: number, metric: number): boolean {
    const bound = this.rule[reason] ?? null
    if (bound === null) return false
    if (reason === 'loss') return loss < bound
    return reason === 'metric' ? metric > bound : epoch - this.epochOfLowest >= bound
  }
}
