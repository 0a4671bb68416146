import type { LossSpec } from '../nn/losses'
import { classesOf, valuesOf, type Targets } from '../nn/targets'
import { zeros, zerosLike, type Matrix } from '../tensor/matrix'
import { runToEnd, forEachPart, type CooperativeTask } from '../tasks/task'
import { accuracy } from './accuracy'
import { areaUnderCurve } from './area-under-curve'
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
  readonly roc: RocCurve
  /** The area under the ROC curve; NaN when the class has no sample, or all of them. */
  readonly auc: number
  readonly precisionRecall: PrecisionRecallCurve
  readonly averagePrecision: number
}

/** Everything a classifier is judged by, as plain data. */
export interface ClassificationMetrics {
  /** [classes, classes], rows are the truth. */
  readonly confusion: Matrix
  readonly accuracy: number
  /** In nats, without class weights. */
  readonly logLoss: number
  readonly macro: ClassScores
  /** In the order of the classes; for two classes the second is the positive one, and the first its mirror image. */
  readonly classes: readonly ClassMetrics[]
}

/** What a judgement goes by: for each sample its class, the one that was predicted, and the probability of each. */
interface Judged {
  readonly truth: Int32Array
  readonly predicted: Int32Array
  readonly probabilities: Matrix
}

/** Samples whose probabilities are worked out at once. */
const SAMPLES = 2048

function* judge(outputs: Matrix, targets: Targets, spec: LossSpec): CooperativeTask<Judged> {
  const operation = 'classification metrics'
  const truth = targets.kind === 'classes' ? classesOf(targets, outputs, operation) : new Int32Array(outputs.rows)
  const truths = targets.kind === 'classes' ? null : valuesOf(targets, outputs, operation).data
  const { rows, columns, data } = outputs
  const predicted = new Int32Array(rows)
  const classes = truths ? 2 : columns
  // A single probability is taken in float64.
  const probabilities = truths ? zeros(rows, 2) : zerosLike(outputs)
  for (let from = 0; from < rows; from += SAMPLES) {
    const to = Math.min(rows, from + SAMPLES)
    const part = { rows: to - from, columns, data: data.subarray(from * columns, to * columns) }
    probabilities.data.set(classProbabilities(part, spec).data, from * classes)
    if (truths) {
      for (let i = from; i < to; i++) {
        truth[i] = isPositive(truths[i]) ? 1 : 0
        predicted[i] = isPositive(data[i]) ? 1 : 0
      }
    } else predicted.set(predictedClasses(part), from)
    yield (to - from) * classes
  }
  return { truth, predicted, probabilities }
}

/** `classificationMetricsTask` at once. */
export function classificationMetrics(outputs: Matrix, targets: Targets, spec: LossSpec): ClassificationMetrics {
  return runToEnd(classificationMetricsTask(outputs, targets, spec))
}

/**
 * Judges a classifier's outputs on a whole set: the scores of each class, or one probability of the second class.
 *
 * Shapes: outputs [samples, classes], or [samples, 1].
 * Throws: shape.
 */
export function* classificationMetricsTask(outputs: Matrix, targets: Targets, spec: LossSpec): CooperativeTask<ClassificationMetrics> {
  const { truth, predicted, probabilities } = yield* judge(outputs, targets, spec)
  const confusion = confusionMatrix(truth, predicted, probabilities.columns)
  yield truth.length
  const loss = logLoss(probabilities, truth)
  yield truth.length
  const scores = classScores(confusion)
  const classes: ClassMetrics[] = []
  for (const [c, one] of scores.entries()) classes.push({ ...one, ...(yield* againstTheRest(probabilities, truth, c)) })
  return { confusion, accuracy: accuracy(confusion), logLoss: loss, macro: macroScores(scores), classes }
}

type OneAgainstTheRest = Omit<ClassMetrics, keyof SupportedClassScores>

function* againstTheRest({ rows, columns, data }: Matrix, truth: Int32Array, c: number): CooperativeTask<OneAgainstTheRest> {
  const own = new Float64Array(rows)
  const isOwn = new Uint8Array(rows)
  yield* forEachPart(rows, (from, to) => {
    for (let i = from; i < to; i++) {
      own[i] = data[i * columns + c]
      isOwn[i] = truth[i] === c ? 1 : 0
    }
  })
  const counts = yield* thresholdCountsTask(own, isOwn)
  const roc = rocCurveOf(counts)
  yield rows
  const precisionRecall = precisionRecallOf(counts)
  yield rows
  return { roc, auc: areaUnderCurve(roc), precisionRecall, averagePrecision: averagePrecision(precisionRecall) }
}
