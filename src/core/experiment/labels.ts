import { byCodePoint } from '../data/code-point'
import { answerPairs } from '../data/column-type'
import { cellText, type Column, type Table } from '../data/table'
import { LabError } from '../errors'
import { lossOf, type LossSpec } from '../nn/losses'
import type { Targets } from '../nn/targets'
import { zeros, type Precision } from '../tensor/matrix'
import { cellDetails } from './cells'
import type { TargetConstants } from './pipeline'
import { limits, type Task } from './settings'

/** A target's cells as classes, as answers (1 for yes), or as numbers in the data's own units; one entry a row. */
export type Labels =
  | { readonly kind: 'classes' | 'label'; readonly names: readonly string[]; readonly indices: Int32Array }
  | { readonly kind: 'number'; readonly values: Float64Array }

/**
 * Reads a target in the rows given, which must not miss it.
 * Throws: data, when there is nothing to learn (one class, one number), too many classes, or text where numbers are
 * needed.
 */
export function readLabels(table: Table, column: Column, rows: Int32Array, task: Task): Labels {
  switch (task) {
    case 'classification':
      return readClasses(column, rows)
    case 'multilabel':
      return readAnswers(table, column, rows)
    case 'regression':
      return readNumbers(table, column, rows)
  }
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
  requireTwo(column, names)
  if (names.length > limits.classes) {
    throw new LabError('data.too-many-classes', { name: column.name, count: names.length, limit: limits.classes })
  }
  const places = new Map(classes.map(([key], i) => [key, i]))
  return { kind: 'classes', names, indices: Int32Array.from(keys, (key) => places.get(key) ?? -1) }
}

function requireTwo(column: Column, names: readonly string[]): void {
  if (names.length === 1) throw new LabError('data.one-class', { name: column.name, value: names[0] })
}

function compareClasses(a: number | string, b: number | string): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : byCodePoint(String(a), String(b))
}

/** A column of 0 and 1, or of yes and no in one of the known pairs of words, whatever the case of their letters. */
function readAnswers(table: Table, column: Column, rows: Int32Array): Labels {
  const answerAt = answerReader(column, rows)
  const names: string[] = []
  const indices = Int32Array.from(rows, (row) => {
    const answer = answerAt(row)
    if (answer < 0) throw new LabError('data.no-answer', cellDetails(table, column, row))
    names[answer] ??= cellText(column, row)
    return answer
  })
  requireTwo(column, names.filter((name) => name !== undefined))
  return { kind: 'label', names, indices }
}

/** 1 for yes, 0 for no, −1 for neither. */
function answerReader(column: Column, rows: Int32Array): (row: number) => number {
  if (column.kind === 'number') return (row) => [0, 1].indexOf(column.values[row])
  const wordAt = (row: number) => cellText(column, row).toLowerCase()
  const first = rows.length > 0 ? wordAt(rows[0]) : ''
  const [yes, no] = answerPairs.find((pair) => pair.includes(first)) ?? []
  return (row) => [no, yes].indexOf(wordAt(row))
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
 * Labels as the loss wants them: class indices for softmax; for binary cross-entropy numbers [rows, targets], 1 for the
 * second class, or for yes; for regression numbers [rows, targets], each in units of its training deviation.
 */
export function encodeTargets(
  labels: readonly Labels[],
  constants: readonly TargetConstants[],
  loss: LossSpec,
  precision: Precision
): Targets {
  const [first] = labels
  if (first.kind === 'classes' && lossOf(loss).targets === 'classes') return { kind: 'classes', classes: first.indices }
  const columns = labels.map((one) => (one.kind === 'number' ? one.values : one.indices))
  const values = zeros(columns[0].length, columns.length, precision)
  columns.forEach((numbers, j) => {
    const target = constants[j]
    const { mean, scale } = target.kind === 'number' ? target : { mean: 0, scale: 1 }
    numbers.forEach((number, i) => {
      values.data[i * columns.length + j] = (number - mean) / scale
    })
  })
  return { kind: 'values', values }
}
