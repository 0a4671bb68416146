import { lossOf, type LossSpec } from '../nn/losses'
import { classesOf, valuesOf, type Targets } from '../nn/targets'
import { zeros, zerosLike, type Matrix, type Numbers } from '../tensor/matrix'
import { runToEnd, forEachPart, type CooperativeTask } from '../tasks/task'
import { accuracy } from './accuracy'
import { areaUnderCurve } from './area-under-curve'
import { classLogOdds } from './class-log-odds'
import { classProbabilities } from './class-probabilities'
import { classScores, macroScores, type ClassScores, type SupportedClassScores } from './class-scores'
import { confusionMatrix } from './confusion-matrix'
import { logLoss } from './log-loss'
import { averagePrecision, precisionRecallOf, type PrecisionRecallCurve } from './precision-recall-curve'
import { isPositive, predictedClasses } from './predicted-classes'
import { rocCurveOf, type RocCurve } from './roc-curve'
import { thresholdCountsTask } from './threshold-counts'

/** One class against all the others. */
export interface ClassMetrics extends SupportedClassScores {
  /** Its thresholds are log-odds, or of one probability p, −p and p. */
  readonly roc: RocCurve
  /** Area under the ROC curve; NaN when the class has no sample, or all of them. */
  readonly auc: number
  readonly precisionRecall: PrecisionRecallCurve
  readonly averagePrecision: number
}

/** All metrics of a classifier, as plain data. */
export interface ClassificationMetrics {
  /** [classes, classes], rows are the actual classes. */
  readonly confusion: Matrix
  readonly accuracy: number
  /** In nats, without class weights. */
  readonly logLoss: number
  readonly macro: ClassScores
  /** In the order of the classes; of two classes the second is the positive one, and the first mirrors it. */
  readonly classes: readonly ClassMetrics[]
}

/** The class of each sample, the predicted class, and the probability of each class. */
interface LabeledPredictions {
  readonly labels: Int32Array
  readonly predicted: Int32Array
  readonly probabilities: Matrix
}

/** Samples whose probabilities are computed at once. */
const SAMPLES = 2048

function* labeledPredictions(outputs: Matrix, targets: Targets, spec: LossSpec): CooperativeTask<LabeledPredictions> {
  const operation = 'classification metrics'
  const labels = targets.kind === 'classes' ? classesOf(targets, outputs, operation) : new Int32Array(outputs.rows)
  const binary = targets.kind === 'classes' ? null : valuesOf(targets, outputs, operation).data
  const { rows, columns, data } = outputs
  const predicted = new Int32Array(rows)
  const classes = binary ? 2 : columns
  // A single probability is computed in float64.
  const probabilities = binary ? zeros(rows, 2) : zerosLike(outputs)
  for (let from = 0; from < rows; from += SAMPLES) {
    const to = Math.min(rows, from + SAMPLES)
    const part = { rows: to - from, columns, data: data.subarray(from * columns, to * columns) }
    probabilities.data.set(classProbabilities(part, spec).data, from * classes)
    if (binary) {
      for (let i = from; i < to; i++) {
        labels[i] = isPositive(binary[i]) ? 1 : 0
        predicted[i] = isPositive(data[i]) ? 1 : 0
      }
    } else predicted.set(predictedClasses(part), from)
    yield (to - from) * classes
  }
  return { labels, predicted, probabilities }
}

/** Computes `classificationMetricsTask` at once. */
export function classificationMetrics(outputs: Matrix, targets: Targets, spec: LossSpec): ClassificationMetrics {
  return runToEnd(classificationMetricsTask(outputs, targets, spec))
}

/**
 * Computes the metrics of a classifier's outputs on a dataset: the scores of each class, or one probability of the second class.
 *
 * Shapes: outputs [samples, classes], or [samples, 1].
 * Throws: shape.
 */
export function* classificationMetricsTask(outputs: Matrix, targets: Targets, spec: LossSpec): CooperativeTask<ClassificationMetrics> {
  const { labels, predicted, probabilities } = yield* labeledPredictions(outputs, targets, spec)
  const confusion = confusionMatrix(labels, predicted, probabilities.columns)
  yield labels.length
  const loss = logLoss(probabilities, labels)
  yield labels.length
  const scores = classScores(confusion)
  const classes: ClassMetrics[] = []
  for (const [c, one] of scores.entries()) classes.push({ ...one, ...(yield* oneVersusRest(outputs, spec, labels, c)) })
  return { confusion, accuracy: accuracy(confusion), logLoss: loss, macro: macroScores(scores), classes }
}

type OneVersusRest = Omit<ClassMetrics, keyof SupportedClassScores>

/**
 * Ranks samples by how likely class c is, as its probability does without its rounding: by log-odds where there are scores; by
 * −p and p where there is one probability, so that the two classes mirror each other exactly.
 */
function rankOf(outputs: Matrix, c: number, from: number, to: number, spec: LossSpec): Numbers {
  if (lossOf(spec).targets === 'classes') return classLogOdds(outputs, c, from, to)
  const p = outputs.data.subarray(from, to)
  return c === 1 ? p : p.map((one) => -one)
}

function* oneVersusRest(outputs: Matrix, spec: LossSpec, labels: Int32Array, c: number): CooperativeTask<OneVersusRest> {
  const { rows } = outputs
  const rank = new Float64Array(rows)
  const isOwn = new Uint8Array(rows)
  yield* forEachPart(rows, (from, to) => {
    rank.set(rankOf(outputs, c, from, to, spec), from)
    for (let i = from; i < to; i++) isOwn[i] = labels[i] === c ? 1 : 0
  })
  const counts = yield* thresholdCountsTask(rank, isOwn)
  const roc = rocCurveOf(counts)
  yield rows
  const precisionRecall = precisionRecallOf(counts)
  yield rows
  return { roc, auc: areaUnderCurve(roc), precisionRecall, averagePrecision: averagePrecision(precisionRecall) }
}
