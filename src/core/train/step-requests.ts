import { learningRateFactors, type Moment, type ScheduleSpec } from '../nn/schedules'
import type { LiveSettings } from './live-settings'
import { MOST_STEPS, type StepRequest, type StepsRequest } from './machine'
import type { Progress } from './trainer-state'

type Changing<T> = { -readonly [Key in keyof T]: T[Key] }

const constantSchedule: ScheduleSpec = { kind: 'constant' }

/**
 * The next requests to a Machine: which rows, at which rate, under which settings. Reads the settings and the progress it was given
 * as they are at the moment. One object serves for all single steps, and one for all that are asked for together.
 */
export class StepRequests {
  private readonly one: Changing<StepRequest>
  private readonly several: Changing<StepsRequest>
  /** Where the step stands whose rate is asked for; one object for all of them. */
  private readonly moment: Changing<Moment> = { epoch: 0, part: 0, epochs: 0 }
  /** The schedule that was last used, with its factors. */
  private schedule = { spec: constantSchedule, factor: learningRateFactors(constantSchedule) }

  constructor(
    /** Of the training set. */
    private readonly rows: number,
    private readonly live: Readonly<LiveSettings>,
    private readonly progress: Progress
  ) {
    const { objective, learningRate, batchSize } = live
    this.one = { from: 0, to: 0, objective, learningRate, clip: null, step: 0 }
    this.several = {
      from: 0,
      to: 0,
      batch: batchSize,
      objective,
      learningRates: new Float64Array(MOST_STEPS),
      losses: new Float64Array(MOST_STEPS),
      clip: null,
      step: 0
    }
  }

  /** The next step of the epoch. */
  nextStep(): StepRequest {
    const { one, rows, progress } = this
    const { batchSize, objective, clip = null } = this.live
    one.from = progress.rowsDone
    one.to = Math.min(rows, progress.rowsDone + batchSize)
    one.objective = objective
    one.learningRate = this.learningRateOf(one.from, one.to - one.from)
    one.clip = clip
    one.step = progress.step + 1
    return one
  }

  /** Up to `most` steps, to the end of the epoch at the furthest. */
  nextSteps(most: number): StepsRequest {
    const { several, rows, progress } = this
    const { objective, clip = null } = this.live
    // A machine makes room for a whole batch.
    const batch = Math.min(rows, this.live.batchSize)
    several.from = progress.rowsDone
    several.to = Math.min(rows, progress.rowsDone + Math.min(most, MOST_STEPS) * batch)
    several.batch = batch
    several.objective = objective
    several.clip = clip
    several.step = progress.step + 1
    this.writeRates(several)
    return several
  }

  private writeRates({ from, to, batch, learningRates }: StepsRequest): void {
    let i = 0
    for (let row = from; row < to; row += batch) learningRates[i++] = this.learningRateOf(row, Math.min(batch, to - row))
  }

  /** The scheduled rate of a step on so many rows after `rowsDone` rows of the epoch. */
  private learningRateOf(rowsDone: number, rows: number): number {
    const { learningRate, schedule = constantSchedule, epochs = 1 } = this.live
    if (this.schedule.spec !== schedule) this.schedule = { spec: schedule, factor: learningRateFactors(schedule) }
    const { moment } = this
    moment.epoch = this.progress.epoch + rowsDone / this.rows
    moment.part = rows / this.rows
    moment.epochs = epochs
    return learningRate * this.schedule.factor(moment)
  }
}
