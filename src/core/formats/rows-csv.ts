import { cellText, type Column, type Table } from '../data/table'
import { inputNames } from '../preparation/pipeline'
import type { Dataset, Prepared } from '../preparation/prepare'
import { csvText, type CsvCell } from './csv'

/** The parts of a split, and the two forms of their rows: as in the file, and as network input. */
export const rowSides = ['train', 'validation', 'test'] as const
export type RowSide = (typeof rowSides)[number]
export const rowForms = ['source', 'prepared'] as const
export type RowForm = (typeof rowForms)[number]

/**
 * Writes the rows of one part as CSV, each with its physical line. `source`: every column of the table, cells as in the file. `prepared`:
 * the network's inputs and its targets, i.e. the index of the class from 0, 1 for yes, or a number in the units of the loss.
 */
export function rowsCsv({ table, prepared }: { readonly table: Table; readonly prepared: Prepared }, side: RowSide, form: RowForm): string {
  const dataset = prepared[side]
  return form === 'source' ? sourceCsv(table, dataset) : preparedCsv(prepared, dataset)
}

function sourceCsv({ columns }: Table, { rows, lines }: Dataset): string {
  const header = ['row', ...columns.map(({ name }) => name)]
  return csvText(
    header,
    Array.from(rows, (row, i) => [lines[i], ...columns.map((column) => sourceCell(column, row))])
  )
}

/** Returns a text, or a number as it is written; a number with a sign is returned as a number, so that it is not taken as a formula. */
function sourceCell(column: Column, row: number): CsvCell {
  const text = cellText(column, row)
  return column.kind === 'number' && /^[+-]/.test(text) && column.missing[row] === 0 ? column.values[row] : text
}

function preparedCsv({ pipeline }: Prepared, { X, targets, lines }: Dataset): string {
  const names = pipeline.targets.map(({ name }) => name)
  const targetsOf = (i: number): CsvCell[] => {
    if (targets.kind === 'classes') return [targets.classes[i]]
    const { columns, data } = targets.values
    return Array.from(data.subarray(i * columns, (i + 1) * columns))
  }
  const inputsOf = (i: number) => Array.from(X.data.subarray(i * X.columns, (i + 1) * X.columns))
  return csvText(
    ['row', ...inputNames(pipeline), ...names],
    Array.from(lines, (line, i) => [line, ...inputsOf(i), ...targetsOf(i)])
  )
}
