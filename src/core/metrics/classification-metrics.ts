import type { LossSpec } from '../nn/losses'
import { classesOf, valuesOf, type Targets } from '../nn/targets'
import type { Matrix } from '../tensor/matrix'
import { accuracy } from './accuracy'
import { areaUnderCurve } from './area-under-curve'
import { classProbabilities } from './class-probabilities'
import { classScores, macroScores, type ClassScores, type SupportedClassScores } from './class-scores'
import { confusionMatrix } from './confusion-matrix'
import { logLoss } from './log-loss'
import { averagePrecision, precisionRecallCurve, type PrecisionRecallCurve } from './precision-recall-curve'
import { isPositive, predictedClasses } from './predicted-classes'
import { rocCurve, type RocCurve } from './roc-curve'

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

/** The class that each sample is of, and the one that was predicted. */
function answers(outputs: Matrix, targets: Targets): { truth: Int32Array; predicted: Int32Array } {
  const operation = 'classification metrics'
  if (targets.kind === 'classes') {
    return { truth: classesOf(targets, outputs, operation), predicted: predictedClasses(outputs) }
  }
  const side = (p: number) => (isPositive(p) ? 1 : 0)
  const truth = Int32Array.from(valuesOf(targets, outputs, operation).data, side)
  return { truth, predicted: Int32Array.from(outputs.data, side) }
}

/**
 * Judges a classifier's outputs on a whole set: the scores of each class, or one probability of the second class.
 *
 * Shapes: outputs [samples, classes], or [samples, 1].
 * Throws: shape.
 */
export function classificationMetrics(outputs: Matrix, targets: Targets, spec: LossSpec): ClassificationMetrics {
  const { truth, predicted } = answers(outputs, targets)
  const probabilities = classProbabilities(outputs, spec)
  const confusion = confusionMatrix(truth, predicted, probabilities.columns)
  const scores = classScores(confusion)
  return {
    confusion,
    accuracy: accuracy(confusion),
    logLoss: logLoss(probabilities, truth),
    macro: macroScores(scores),
    classes: scores.map((one, c) => ({ ...one, ...againstTheRest(probabilities, truth, c) }))
  }
}

type OneAgainstTheRest = Omit<ClassMetrics, keyof SupportedClassScores>

function againstTheRest({ rows, columns, data }: Matrix, truth: Int32Array, c: number): OneAgainstTheRest {
  const own = Float64Array.from({ length: rows }, (_, i) => data[i * columns + c])
  const isOwn = truth.map((k) => (k === c ? 1 : 0))
  const roc = rocCurve(own, isOwn)
  const precisionRecall = precisionRecallCurve(own, isOwn)
  return { roc, auc: areaUnderCurve(roc), precisionRecall, averagePrecision: averagePrecision(precisionRecall) }
}
