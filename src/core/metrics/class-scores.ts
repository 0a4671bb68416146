import type { Matrix } from '../tensor/matrix'
import { ratio } from './ratio'

/** Precision, recall and F1 of one class, each 0–1. */
export interface ClassScores {
  /** Fraction of the samples predicted as this class that belong to it: TP / (TP + FP). */
  readonly precision: number
  /** Fraction of the samples of this class that were predicted as it: TP / (TP + FN). */
  readonly recall: number
  /** Harmonic mean of the two: 2·TP / (2·TP + FP + FN). */
  readonly f1: number
}

/** The scores of one class with the number of its samples. */
export interface SupportedClassScores extends ClassScores {
  readonly support: number
}

/**
 * Computes precision, recall and F1 of every class from a confusion matrix [classes, classes] whose rows are the actual classes. Where a
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
 * Computes the macro average of each score: the mean over the classes, each with the same weight regardless of its number of samples,
 * classes without samples included. F1 is the mean of the classes' F1.
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
