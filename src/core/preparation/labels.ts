import { byCodePoint } from '../data/code-point'
import { booleanWords } from '../data/column-type'
import { countDistinctNumbers } from '../data/columns'
import { gatherNumbers } from '../data/gather'
import { groupNumbersTask } from '../data/group-numbers'
import { cellText, type Column, type Table } from '../data/table'
import { AppError } from '../messages/app-error'
import { lossOf, type LossSpec } from '../nn/losses'
import type { Targets } from '../nn/targets'
import { zeros, type Precision } from '../tensor/matrix'
import { runToEnd, forEachPart, type CooperativeTask } from '../tasks/task'
import { cellDetails } from './cells'
import { codedTexts } from './coded-texts'
import type { TargetConstants } from './pipeline'
import type { Task } from '../settings/choices'
import { limits } from '../settings/limits'

/** A target's cells as classes, as binary labels (1 for yes), or as numbers in the data's own units; one entry a row. */
export type Labels =
  | { readonly kind: 'classes' | 'label'; readonly names: readonly string[]; readonly indices: Int32Array }
  | { readonly kind: 'number'; readonly values: Float64Array }

/** Computes `labelsTask` at once. */
export function readLabels(table: Table, column: Column, rows: Int32Array, task: Task): Labels {
  return runToEnd(labelsTask(table, column, rows, task))
}

/**
 * Reads a target in the rows given, in which it must not be missing.
 * Throws: data, when there is nothing to learn (one class, one number), too many classes, or text where numbers are
 * needed.
 */
export function* labelsTask(table: Table, column: Column, rows: Int32Array, task: Task): CooperativeTask<Labels> {
  switch (task) {
    case 'classification':
      return column.kind === 'number' ? yield* numberClasses(column, rows) : yield* textClasses(column, rows)
    case 'multilabel':
      return yield* binaryLabels(table, column, rows)
    case 'regression':
      return yield* readNumbers(table, column, rows)
  }
}

/** Reads the classes of a text column: texts that are equal when trimmed. */
function* textClasses(column: Column, rows: Int32Array): CooperativeTask<Labels> {
  const { codes, distinct } = codedTexts(column)
  const isThere = new Uint8Array(distinct.length)
  yield* forEachPart(rows.length, (from, to) => {
    for (let i = from; i < to; i++) isThere[codes[rows[i]]] = 1
  })
  const names = distinct.filter((_, code) => isThere[code] === 1).sort(byCodePoint)
  requireClasses(column, names)
  const places = new Map(names.map((name, place) => [name, place]))
  const placeOfCode = Int32Array.from(distinct, (name) => places.get(name) ?? -1)
  const indices = new Int32Array(rows.length)
  yield* forEachPart(rows.length, (from, to) => {
    for (let i = from; i < to; i++) indices[i] = placeOfCode[codes[rows[i]]]
  })
  return { kind: 'classes', names, indices }
}

/** Reads the classes of a numeric column: equal numbers, named by the text of the first of them. */
function* numberClasses(column: Column, rows: Int32Array): CooperativeTask<Labels> {
  const { values } = column
  const groups = yield* groupNumbersTask(values, rows, limits.classes)
  if (!groups) throw tooManyClasses(column, yield* countDistinctNumbers(yield* gatherNumbers(values, rows)))
  const { codes: indices, firsts } = groups
  const classes = firsts.map((row, code) => ({ row, code })).sort((a, b) => values[a.row] - values[b.row])
  const names = classes.map(({ row }) => cellText(column, row))
  requireClasses(column, names)
  const places = new Int32Array(classes.length)
  classes.forEach(({ code }, place) => (places[code] = place))
  yield* forEachPart(rows.length, (from, to) => {
    for (let i = from; i < to; i++) indices[i] = places[indices[i]]
  })
  return { kind: 'classes', names, indices }
}

function requireClasses(column: Column, names: readonly string[]): void {
  requireTwo(column, names)
  if (names.length > limits.classes) throw tooManyClasses(column, names.length)
}

function tooManyClasses({ name }: Column, count: number): AppError {
  return new AppError('data.too-many-classes', { name, count, limit: limits.classes })
}

function requireTwo(column: Column, names: readonly string[]): void {
  if (names.length === 1) throw new AppError('data.one-class', { name: column.name, value: names[0] })
}

/** Reads a column of 0 and 1, or of yes and no in one of the known pairs of words, case-insensitively. */
function* binaryLabels(table: Table, column: Column, rows: Int32Array): CooperativeTask<Labels> {
  const labelAt = binaryReader(column, rows)
  const names: string[] = []
  const indices = new Int32Array(rows.length)
  yield* forEachPart(rows.length, (from, to) => {
    for (let i = from; i < to; i++) {
      const label = labelAt(rows[i])
      if (label < 0) throw new AppError('data.no-answer', cellDetails(table, column, rows[i]))
      names[label] ??= cellText(column, rows[i])
      indices[i] = label
    }
  })
  requireTwo(
    column,
    names.filter((name) => name !== undefined)
  )
  return { kind: 'label', names, indices }
}

/** Returns a function from a row to 1 for yes, 0 for no, −1 for neither. */
function binaryReader(column: Column, rows: Int32Array): (row: number) => number {
  const { kind, values } = column
  if (kind === 'number') return (row) => (values[row] === 0 ? 0 : values[row] === 1 ? 1 : -1)
  const { codes, distinct } = codedTexts(column)
  const words = distinct.map((text) => text.toLowerCase())
  const first = rows.length > 0 ? words[codes[rows[0]]] : ''
  const [yes, no] = booleanWords.find((pair) => pair.includes(first)) ?? []
  const labelOfCode = Int32Array.from(words, (word) => [no, yes].indexOf(word))
  return (row) => labelOfCode[codes[row]]
}

function* readNumbers(table: Table, column: Column, rows: Int32Array): CooperativeTask<Labels> {
  if (column.kind === 'text') {
    const { name, row, value } = cellDetails(table, column, Math.max(0, column.missing.indexOf(0)))
    throw new AppError('data.text-target', { name, row, value })
  }
  const values = yield* gatherNumbers(column.values, rows)
  if (values.every((value) => value === values[0])) {
    throw new AppError('data.constant-target', { name: column.name, value: values[0] })
  }
  return { kind: 'number', values }
}

/** Computes `targetsTask` at once. */
export function encodeTargets(
  labels: readonly Labels[],
  constants: readonly TargetConstants[],
  loss: LossSpec,
  precision: Precision
): Targets {
  return runToEnd(targetsTask(labels, constants, loss, precision))
}

/**
 * Encodes labels for the loss: class indices for softmax; for binary cross-entropy numbers [rows, targets], 1 for the second class, or
 * for yes; for regression numbers [rows, targets], each in units of its training standard deviation.
 */
export function* targetsTask(
  labels: readonly Labels[],
  constants: readonly TargetConstants[],
  loss: LossSpec,
  precision: Precision
): CooperativeTask<Targets> {
  const [first] = labels
  if (first.kind === 'classes' && lossOf(loss).targets === 'classes') return { kind: 'classes', classes: first.indices }
  const columns = labels.map((one) => (one.kind === 'number' ? one.values : one.indices))
  const values = zeros(columns[0].length, columns.length, precision)
  for (const [j, numbers] of columns.entries()) {
    const target = constants[j]
    const { mean, scale } = target.kind === 'number' ? target : { mean: 0, scale: 1 }
    yield* forEachPart(numbers.length, (from, to) => {
      for (let i = from; i < to; i++) values.data[i * columns.length + j] = (numbers[i] - mean) / scale
    })
  }
  return { kind: 'values', values }
}
