import * as v from 'valibot'
import {
  rowSides,
  type Curve,
  type EpsilonSweep,
  type Finding,
  type Histogram,
  type NetworkStatistics,
  type Note,
  type OverfitResult,
  type RowSide,
  type RunTimes,
  type UnitSum
} from '#core'
import { samplePlaceSchema } from '#shared/view'

/** The queries of the tabs Metrics, Inside, Doctor and Predict and of the gradient check's curve; answered when asked for. */

const index = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000_000))

// ————— metrics —————

export const metricsSchema = v.strictObject({ side: v.picklist(rowSides) })

export const judgedRowsSchema = v.strictObject({
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

// ————— inside —————

export interface InsideView extends NetworkStatistics {
  readonly epoch: number
  readonly learningRate: number
  /** The looks so far, from the beginning of the run on. */
  readonly times: RunTimes
}

// ————— doctor —————

export interface DoctorView {
  readonly epoch: number
  readonly findings: readonly Finding[]
}

export type OverfitView = OverfitResult

// ————— predict —————

export const predictSchema = v.strictObject({
  sample: v.variant('kind', [
    v.strictObject({ kind: v.literal('row'), place: samplePlaceSchema }),
    v.strictObject({
      kind: v.literal('typed'),
      /** By the feature's name. */
      cells: v.record(v.pipe(v.string(), v.maxLength(1000)), v.pipe(v.string(), v.maxLength(1000)))
    })
  ]),
  /** The unit whose sum is wanted: the layer from 0, the first hidden one. */
  unit: v.nullable(v.strictObject({ layer: index, unit: index }))
})
export type PredictQuestion = v.InferOutput<typeof predictSchema>

/** The network's answer for one target. */
export type PredictedTarget =
  | {
      readonly kind: 'classes'
      readonly name: string
      readonly answer: string
      readonly probabilities: readonly { readonly name: string; readonly value: number }[]
    }
  /** A number in the data's own units. */
  | { readonly kind: 'number'; readonly name: string; readonly value: number }

export interface PredictionView {
  readonly epoch: number
  /** The row's cells by feature, and the truth by target, where a row was picked. */
  readonly cells: Readonly<Record<string, string>> | null
  readonly truth: readonly string[] | null
  readonly line: number | null
  /** Inputs of the network, one number each. */
  readonly inputs: Float64Array
  readonly layers: readonly { readonly z: Float64Array; readonly a: Float64Array }[]
  readonly targets: readonly PredictedTarget[]
  /** The sum of the unit that was asked for. */
  readonly unit: UnitSum | null
  readonly notes: readonly Note[]
}

// ————— gradient check —————

export const sweepSchema = v.strictObject({
  tensor: v.pipe(v.string(), v.maxLength(20)),
  /** One element of it, from 0; a sample of the tensor unless given. */
  element: v.nullable(v.strictObject({ row: index, column: index }))
})
export type SweepQuestion = v.InferOutput<typeof sweepSchema>

export interface SweepView extends EpsilonSweep {
  readonly epoch: number
}
