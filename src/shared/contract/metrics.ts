import * as v from 'valibot'
import { rowSides, type Curve, type Histogram, type RowSide } from '#core'
import { aboutRun, answers, index } from './request'

const metricsSchema = v.strictObject({ side: v.picklist(rowSides) })

const judgedRowsSchema = v.strictObject({
  side: v.picklist(rowSides),
  /** Which label, of several; 0 for classes. */
  label: index,
  /** The classes by number. */
  truth: index,
  predicted: index
})

export type JudgedRowsQuestion = v.InferOutput<typeof judgedRowsSchema>

/** One class against all others. */
export interface ClassMetricsView {
  readonly name: string
  readonly precision: number
  readonly recall: number
  readonly f1: number
  readonly support: number
  /** NaN where a class has no row, or all of them. */
  readonly auc: number
  readonly averagePrecision: number
  /** False positive rate → true positive rate, thinned for drawing. */
  readonly roc: Curve
  /** Recall → precision, thinned for drawing. */
  readonly precisionRecall: Curve
}

/** One question with classes for an answer: the target, or one label of several. */
export interface ClassifierView {
  readonly name: string
  readonly accuracy: number
  /** In nats. */
  readonly logLoss: number
  readonly macro: { readonly precision: number; readonly recall: number; readonly f1: number }
  /** [classes, classes] row by row; rows are the truth. */
  readonly confusion: Float64Array
  readonly classes: readonly ClassMetricsView[]
}

/** One target that is a number; all figures but R² in the data's own units. */
export interface RegressionView {
  readonly name: string
  readonly r2: number
  readonly mae: number
  readonly rmse: number
  /** Prediction minus truth. */
  readonly residuals: Histogram
  readonly meanResidual: number
}

/** The metrics of the network on one side of the split, with the weights of an epoch. */
export interface MetricsView {
  readonly side: RowSide
  readonly epoch: number
  readonly rows: number
  readonly classifiers: readonly ClassifierView[]
  readonly regressions: readonly RegressionView[]
}

/** The rows of one cell of a confusion matrix. */
export interface JudgedRowsView {
  /** Total number; the first of them follow. */
  readonly total: number
  readonly columns: readonly string[]
  readonly rows: readonly {
    readonly line: number
    /** Of the class that was predicted. */
    readonly probability: number
    /** As in the file. */
    readonly cells: readonly string[]
  }[]
}

/** The queries of the metrics. A later query of the same kind cancels the one before. */
export const metricsRequests = aboutRun({
  metrics: answers<MetricsView>()(metricsSchema),
  judgedRows: answers<JudgedRowsView>()(judgedRowsSchema)
})
