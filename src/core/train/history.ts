/** One epoch's figures: data losses without regularizer, evaluated after the epoch on all rows; NaN without test rows, and in an epoch that was not evaluated. */
export interface EpochRecord {
  readonly trainLoss: number
  readonly testLoss: number
  readonly trainMetric: number
  readonly testMetric: number
  /** Only where there are validation rows. */
  readonly validationLoss?: number
  readonly validationMetric?: number
}

/** The record of an epoch that was not evaluated. */
export const notEvaluated: EpochRecord = { trainLoss: NaN, testLoss: NaN, trainMetric: NaN, testMetric: NaN }

export const historyColumns = ['trainLoss', 'testLoss', 'trainMetric', 'testMetric'] as const satisfies readonly (keyof EpochRecord)[]

/** The figures that are recorded besides where there are validation rows. */
export const validationColumns = ['validationLoss', 'validationMetric'] as const satisfies readonly (keyof EpochRecord)[]

/** A stretch of the history as one array a figure. */
export type History = { readonly [Column in keyof EpochRecord]: Float64Array }

/** Collects one record an epoch; entry 0 is the untrained network. */
export class HistoryRecorder {
  private readonly records: EpochRecord[] = []

  get length(): number {
    return this.records.length
  }

  push(record: EpochRecord): void {
    this.records.push(record)
  }

  at(epoch: number): EpochRecord {
    return this.records[epoch]
  }

  /** The figures of the last epoch that was evaluated; epoch 0 always is. */
  get lastEvaluated(): EpochRecord {
    return this.records.findLast(({ trainLoss }) => !Number.isNaN(trainLoss)) ?? notEvaluated
  }

  /** The epochs from … to − 1; all of them unless given. */
  slice(from = 0, to = this.records.length): History {
    const stretch = this.records.slice(from, to)
    const column = (name: keyof EpochRecord) => Float64Array.from(stretch, (record) => record[name] ?? NaN)
    return {
      trainLoss: column('trainLoss'),
      testLoss: column('testLoss'),
      trainMetric: column('trainMetric'),
      testMetric: column('testMetric'),
      ...(this.hasValidation ? { validationLoss: column('validationLoss'), validationMetric: column('validationMetric') } : {})
    }
  }

  /** Epoch 0 is always evaluated. */
  private get hasValidation(): boolean {
    return this.records[0]?.validationLoss !== undefined
  }

  static from(history: History): HistoryRecorder {
    const recorder = new HistoryRecorder()
    history.trainLoss.forEach((trainLoss, e) =>
      recorder.push({
        trainLoss,
        testLoss: history.testLoss[e],
        trainMetric: history.trainMetric[e],
        testMetric: history.testMetric[e],
        ...(history.validationLoss && history.validationMetric
          ? { validationLoss: history.validationLoss[e], validationMetric: history.validationMetric[e] }
          : {})
      })
    )
    return recorder
  }
}
