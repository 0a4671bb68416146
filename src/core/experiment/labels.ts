import { byCodePoint } from '../data/code-point'
import { cellText, type Column, type Table } from '../data/table'
import { LabError } from '../errors'
import { lossOf, type LossSpec } from '../nn/losses'
import type { Targets } from '../nn/targets'
import { zeros, type Precision } from '../tensor/matrix'
import { cellDetails, type TargetConstants } from './pipeline'
import { limits, type Task } from './settings'

/** The target's cells as classes, or as numbers in the data's own units; one entry a row. */
export type Labels =
  | { readonly kind: 'classes'; readonly names: readonly string[]; readonly indices: Int32Array }
  | { readonly kind: 'number'; readonly values: Float64Array }

/**
 * Reads the target in the rows given, which must not miss it.
 * Throws: data, when there is nothing to learn (one class, one number), too many classes, or text where numbers are
 * needed.
 */
export function readLabels(table: Table, column: Column, rows: Int32Array, task: Task): Labels {
  return task === 'classification' ? readClasses(column, rows) : readNumbers(table, column, rows)
}

/**
 * The classes of a column: texts that are equal when trimmed, or equal numbers, which bear the name of the first of
 * them.
 */
function readClasses(column: Column, rows: Int32Array): Labels {
  const keys = Array.from(rows, (row) => (column.kind === 'number' ? column.values[row] : cellText(column, row)))
  const nameOf = new Map<number | string, string>()
  keys.forEach((key, i) => {
    if (!nameOf.has(key)) nameOf.set(key, cellText(column, rows[i]))
  })
  const classes = [...nameOf].sort(([a], [b]) => compareClasses(a, b))
  const names = classes.map(([, name]) => name)
  if (names.length === 1) throw new LabError('data.one-class', { name: column.name, value: names[0] })
  if (names.length > limits.classes) {
    throw new LabError('data.too-many-classes', { name: column.name, count: names.length, limit: limits.classes })
  }
  const places = new Map(classes.map(([key], i) => [key, i]))
  return { kind: 'classes', names, indices: Int32Array.from(keys, (key) => places.get(key) ?? -1) }
}

function compareClasses(a: number | string, b: number | string): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : byCodePoint(String(a), String(b))
}

function readNumbers(table: Table, column: Column, rows: Int32Array): Labels {
  if (column.kind === 'text') {
    const { name, row, value } = cellDetails(table, column, Math.max(0, column.missing.indexOf(0)))
    throw new LabError('data.text-target', { name, row, value })
  }
  const values = Float64Array.from(rows, (row) => column.values[row])
  if (values.every((value) => value === values[0])) {
    throw new LabError('data.constant-target', { name: column.name, value: values[0] })
  }
  return { kind: 'number', values }
}

/**
 * Labels as the loss wants them: class indices for softmax; for binary cross-entropy numbers [rows, 1], 1 for the
 * second class; for regression numbers [rows, 1] in units of the training deviation.
 */
export function encodeTargets(
  labels: Labels,
  constants: TargetConstants,
  loss: LossSpec,
  precision: Precision
): Targets {
  if (labels.kind === 'classes' && lossOf(loss).targets === 'classes') {
    return { kind: 'classes', classes: labels.indices }
  }
  const numbers = labels.kind === 'classes' ? labels.indices : labels.values
  const { mean, scale } = constants.kind === 'number' ? constants : { mean: 0, scale: 1 }
  const values = zeros(numbers.length, 1, precision)
  numbers.forEach((number, i) => {
    values.data[i] = (number - mean) / scale
  })
  return { kind: 'values', values }
}
