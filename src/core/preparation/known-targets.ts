import { parseCell } from '../data/number'
import { cellText, columnNamed, type Column, type Table } from '../data/table'
import { AppError } from '../messages/app-error'
import { lossOf, type LossSpec } from '../nn/losses'
import type { Targets } from '../nn/targets'
import { zeros, type Precision } from '../tensor/matrix'
import { cellDetails, cellsOf, requireNumbers } from './cells'
import type { Pipeline, TargetConstants } from './pipeline'

/**
 * The answers of rows of any table as a trained network's loss wants them: classes and words are those that training knew.
 * Throws: data, when a target's column is not there, a cell is empty, or is no class or number that the network knows.
 */
export function knownTargets({ targets }: Pipeline, table: Table, rows: ArrayLike<number>, loss: LossSpec, precision: Precision): Targets {
  const columns = targets.map((target) => ({ target, column: columnNamed(table, target.name) }))
  const [first] = columns
  if (first.target.kind === 'classes' && lossOf(loss).targets === 'classes') {
    return { kind: 'classes', classes: Int32Array.from(rows, (row) => placeOf(table, first.column, first.target, row)) }
  }
  const values = zeros(rows.length, columns.length, precision)
  columns.forEach(({ target, column }, j) => {
    if (target.kind === 'number') requireNumbers(table, cellsOf(column, 'number'))
    for (let i = 0; i < rows.length; i++) values.data[i * columns.length + j] = numberOf(table, column, target, rows[i])
  })
  return { kind: 'values', values }
}

/** The target as a number: scaled, or 1 for the second class or for yes. */
function numberOf(table: Table, column: Column, target: TargetConstants, row: number): number {
  if (target.kind !== 'number') return placeOf(table, column, target, row)
  requirePresent(table, column, row)
  const value = column.kind === 'number' ? column.values[row] : parseCell(cellText(column, row))
  return (value - target.mean) / target.scale
}

/** The place of a cell among the classes: by its text, or by its number where both are numbers. */
function placeOf(table: Table, column: Column, target: TargetConstants, row: number): number {
  requirePresent(table, column, row)
  const classes = target.kind === 'number' ? [] : target.classes
  const text = cellText(column, row).trim()
  const byText = classes.indexOf(text)
  if (byText >= 0) return byText
  const value = column.kind === 'number' ? column.values[row] : NaN
  const byNumber = classes.findIndex((name) => name.trim() !== '' && Number(name) === value)
  if (byNumber >= 0) return byNumber
  throw new AppError('data.unknown-class', { ...cellDetails(table, column, row), classes: classes.join(', ') })
}

function requirePresent(table: Table, column: Column, row: number): void {
  if (column.missing[row] === 1) throw new AppError('data.target-missing', { name: column.name, row: table.lines[row] })
}
