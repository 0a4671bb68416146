import { AppError } from '../messages/app-error'
import { gatherRows, type Matrix } from '../tensor/matrix'

/** The targets of a network, one entry or row a sample: class indices from 0, or numbers [batch, outputs]. */
export type Targets = { readonly kind: 'classes'; readonly classes: Int32Array } | { readonly kind: 'values'; readonly values: Matrix }

/** Inputs [samples, inputs] with the answers that belong to them. */
export interface Samples {
  readonly X: Matrix
  readonly targets: Targets
}

/** The chosen samples, in the order given. */
export function gatherSamples({ X, targets }: Samples, indices: ArrayLike<number>): Samples {
  return { X: gatherRows(X, indices), targets: gatherTargets(targets, indices) }
}

/** The number of samples that the targets belong to. */
export function targetCount(targets: Targets): number {
  return targets.kind === 'classes' ? targets.classes.length : targets.values.rows
}

/** The targets of the chosen rows, in the order given. */
export function gatherTargets(targets: Targets, indices: ArrayLike<number>): Targets {
  if (targets.kind === 'values') return { kind: 'values', values: gatherRows(targets.values, indices) }
  const classes = new Int32Array(indices.length)
  for (let i = 0; i < classes.length; i++) classes[i] = targets.classes[indices[i]]
  return { kind: 'classes', classes }
}

/**
 * The class indices of targets that must be classes, one for each row of the scores [batch, classes].
 * Throws: shape.
 */
export function classesOf(targets: Targets, scores: Matrix, operation: string): Int32Array {
  const actual = targets.kind === 'classes' ? `${targets.classes.length} class indices` : 'numbers'
  if (targets.kind !== 'classes' || targets.classes.length !== scores.rows) {
    throw new AppError('shape.mismatch', { operation, expected: `${scores.rows} class indices`, actual })
  }
  return targets.classes
}

/**
 * The numbers of targets that must be numbers, in the shape of the outputs [batch, outputs].
 * Throws: shape.
 */
export function valuesOf(targets: Targets, outputs: Matrix, operation: string): Matrix {
  const values = targets.kind === 'values' ? targets.values : null
  if (!values || values.rows !== outputs.rows || values.columns !== outputs.columns) {
    throw new AppError('shape.mismatch', {
      operation,
      expected: `targets ${outputs.rows}×${outputs.columns}`,
      actual: values ? `${values.rows}×${values.columns}` : 'class indices'
    })
  }
  return values
}
