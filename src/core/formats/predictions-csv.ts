import { cellText, type Table } from '../data/table'
import type { Pipeline, TargetConstants } from '../preparation/pipeline'
import { isPositive, predictedClasses } from '../metrics/predicted-classes'
import { lossOf, type LossSpec } from '../nn/losses'
import { softmax } from '../nn/softmax'
import type { Matrix } from '../tensor/matrix'
import { csvText, type CsvCell } from './csv'

export interface Predictions {
  readonly table: Table
  readonly pipeline: Pipeline
  readonly loss: LossSpec
  /** The rows of the table that were predicted, from 0. */
  readonly rows: Int32Array
  /** The network's outputs for those rows [rows, outputs]. */
  readonly outputs: Matrix
}

/** One column of the file: its name, and the cell of the i-th predicted row. */
interface Field {
  readonly name: string
  readonly cell: (i: number) => CsvCell
}

/**
 * Writes predictions as CSV, one line for each row: its line in the data, the actual value as in the data, the prediction, and for classes
 * the probability of each. Numbers are in the data's own units. Several targets, and labels, have columns suffixed with their names:
 * `truth_a`, `prediction_a`, and for a label `probability_a`. Without a target's column in the table there is no `truth`. Predictions of
 * several networks for parts of one table are merged by row.
 */
export function predictionsCsv(...parts: readonly Predictions[]): string {
  const [first, ...others] = parts.map(partOf)
  const lines = [first, ...others].flatMap((part) => part.lines)
  return csvText(first.header, others.length === 0 ? lines : lines.sort(([a], [b]) => Number(a) - Number(b)))
}

function partOf(predictions: Predictions) {
  const { table, pipeline, rows } = predictions
  const row: Field = { name: 'row', cell: (i) => table.lines[rows[i]] }
  const { targets } = pipeline
  const isPlain = targets.length === 1 && targets[0].kind !== 'label'
  const fields = [row, ...targets.flatMap((target, t) => fieldsOf(predictions, target, t, isPlain ? '' : `_${target.name}`))]
  return { header: fields.map(({ name }) => name), lines: Array.from(rows, (_, i) => fields.map(({ cell }) => cell(i))) }
}

function fieldsOf(predictions: Predictions, target: TargetConstants, t: number, suffix: string): Field[] {
  const { outputs } = predictions
  const actual = actualValue(predictions, target)
  const prediction = (cell: Field['cell']): Field => ({ name: `prediction${suffix}`, cell })
  const known = actual ? [{ name: `truth${suffix}`, cell: actual }] : []
  const output = (i: number) => outputs.data[i * outputs.columns + t]
  if (target.kind === 'number') return [...known, prediction((i) => output(i) * target.scale + target.mean)]
  if (target.kind === 'label') {
    const probability: Field = { name: `probability${suffix}`, cell: output }
    return [...known, prediction((i) => target.classes[isPositive(output(i)) ? 1 : 0]), probability]
  }
  return [...known, ...classFields(predictions, target.classes)]
}

/** Returns a target's cell in the table, which is exact, whereas unscaling a scaled target would round. */
function actualValue({ table, rows }: Predictions, { kind, name }: TargetConstants): Field['cell'] | null {
  const column = table.columns.find((one) => one.name === name)
  if (!column) return null
  return (i) => {
    const row = rows[i]
    if (column.missing[row] === 1) return null
    return kind === 'number' && column.kind === 'number' ? column.values[row] : cellText(column, row)
  }
}

/**
 * Returns the fields for the predicted class and the probability of each class. Scores: the argmax (before softmax, which may round two
 * to the same probability). One probability: that of the second class, which is predicted from one half on.
 */
function classFields({ outputs, loss }: Predictions, classes: readonly string[]): Field[] {
  const fields = (prediction: (i: number) => number, probability: (i: number, c: number) => number): Field[] => [
    { name: 'prediction', cell: (i) => classes[prediction(i)] },
    ...classes.map((name, c) => ({ name: `probability_${name}`, cell: (i: number) => probability(i, c) }))
  ]
  if (lossOf(loss).targets === 'values') {
    const second = (i: number) => outputs.data[i]
    return fields(
      (i) => (isPositive(second(i)) ? 1 : 0),
      (i, c) => (c === 1 ? second(i) : 1 - second(i))
    )
  }
  const predicted = predictedClasses(outputs)
  const { data, columns } = softmax(outputs)
  return fields(
    (i) => predicted[i],
    (i, c) => data[i * columns + c]
  )
}
