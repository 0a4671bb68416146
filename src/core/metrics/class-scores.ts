import type { Matrix } from '../tensor/matrix'
import { ratio } from './ratio'

/** How well one class is recognised, each 0–1. */
export interface ClassScores {
  /** Of the samples predicted as this class, the share that are of it: TP / (TP + FP). */
  readonly precision: number
  /** Of the samples of this class, the share that were found: TP / (TP + FN). */
  readonly recall: number
  /** The harmonic mean of the two: 2·TP / (2·TP + FP + FN). */
  readonly f1: number
}

/** The scores of one class with the number of its samples. */
export interface SupportedClassScores extends ClassScores {
  readonly support: number
}

/**
 * Precision, recall and F1 of every class, from a confusion matrix [classes, classes] whose rows are the truth. Where a
 * denominator is 0 (a class never predicted, or without samples) the score is 0.
 * Source: scikit-learn, `precision_recall_fscore_support` with zero_division=0; C. van Rijsbergen, "Information
 * retrieval", 1979 (F).
 */
export function classScores({ columns, data }: Matrix): SupportedClassScores[] {
  return Array.from({ length: columns }, (_, c) => {
    let predicted = 0
    let support = 0
    for (let k = 0; k < columns; k++) {
      predicted += data[k * columns + c]
      support += data[c * columns + k]
    }
    const hits = data[c * columns + c]
    const f1 = ratio(2 * hits, predicted + support)
    return { precision: ratio(hits, predicted), recall: ratio(hits, support), f1, support }
  })
}

/**
 * The mean of each score over the classes, each counting the same however many samples it has; a class without samples
 * counts too, with what its scores are. F1 is the mean of the classes' F1.
 * Source: scikit-learn, `average='macro'` with `labels` naming every class.
 */
export function macroScores(scores: readonly ClassScores[]): ClassScores {
  const mean = (key: keyof ClassScores) =>
    ratio(
      scores.reduce((sum, one) => sum + one[key], 0),
      scores.length
    )
  return { precision: mean('precision'), recall: mean('recall'), f1: mean('f1') }
}
