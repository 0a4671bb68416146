import { cellText, columnNamed, type Table } from '../data/table'
import type { Pipeline, TargetConstants } from '../experiment/pipeline'
import { isPositive, predictedClasses } from '../metrics/predicted-classes'
import { lossOf, type LossSpec } from '../nn/losses'
import { softmax } from '../nn/softmax'
import type { Matrix } from '../tensor/matrix'
import { csvText, type CsvCell } from './csv'

export interface Predictions {
  readonly table: Table
  readonly pipeline: Pipeline
  readonly loss: LossSpec
  /** The physical line of each row that was predicted. */
  readonly lines: Int32Array
  /** The network's outputs for those rows [rows, outputs]. */
  readonly outputs: Matrix
}

/**
 * Predictions as CSV, one line a row: where it stands in the data, its true value as it is there, the prediction, and for classes the
 * probability of each. Numbers are in the data's own units.
 */
export function predictionsCsv({ table, pipeline: { target }, loss, lines, outputs }: Predictions): string {
  const truth = truthByLine(table, target)
  const answer = target.kind === 'number' ? numberAnswer(outputs, target) : classAnswer(outputs, target.classes, loss)
  const probabilities = target.kind === 'number' ? [] : target.classes.map((name) => `probability_${name}`)
  const rows = Array.from(lines, (line, i) => [line, truth(line), ...answer(i)])
  return csvText(['row', 'truth', 'prediction', ...probabilities], rows)
}

/** Looks a target's cell up by its line: exact, where going back from a scaled target would round. */
function truthByLine(table: Table, { kind, name }: TargetConstants): (line: number) => CsvCell {
  const column = columnNamed(table, name)
  const rows = new Map(Array.from(table.lines, (line, row) => [line, row]))
  return (line) => {
    const row = rows.get(line)
    if (row === undefined) return null
    return kind === 'number' ? column.values[row] : cellText(column, row)
  }
}

function numberAnswer(outputs: Matrix, { mean, scale }: { readonly mean: number; readonly scale: number }) {
  return (i: number): CsvCell[] => [outputs.data[i] * scale + mean]
}

/**
 * The class and the probability of each. Scores: the largest (before softmax, which may round two to the same probability).
 * One probability: that of the second class, which is predicted from one half on.
 */
function classAnswer(outputs: Matrix, classes: readonly string[], loss: LossSpec): (i: number) => CsvCell[] {
  if (lossOf(loss).targets === 'values') {
    return (i) => {
      const second = outputs.data[i]
      return [classes[isPositive(second) ? 1 : 0], 1 - second, second]
    }
  }
  const predicted = predictedClasses(outputs)
  const { data, columns } = softmax(outputs)
  return (i) => [classes[predicted[i]], ...data.subarray(i * columns, (i + 1) * columns)]
}
