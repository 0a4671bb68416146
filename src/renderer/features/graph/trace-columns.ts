import { tensorText, type TensorValue, type Trace, type TraceRow } from '#core'
import { formatNumber } from '../../i18n/format'

/** A column of the table of both modes; a seed's tangents are a column named after its place. */
export type TraceColumn = 'node' | 'value' | 'gradient' | 'difference' | `${number}`

/** The largest matrix that is written out in a cell, in elements; of another the shape is given. */
const MOST_ELEMENTS = 4
/** The digits of an element of a matrix. */
const DIGITS = 4

/** A character and the padding of a cell, in units of the grid. */
const [CHARACTER, PADDING] = [1.8, 4]
/** A number with its sign and DIGITS significant digits: −0.0001234. */
const NUMBER = 10
/** An element of a matrix with what parts it from the next; few are as long as a number can be. */
const ELEMENT = 8
/** More of a node's name is not shown. */
const MOST_NAME = 20

/** The text of a cell: a number, a small matrix, or the shape of a large one; "–" where there is none. */
export function traceText(row: TraceRow, column: TraceColumn): string {
  if (column === 'node') return nodeText(row)
  if (column === 'difference') return row.difference === null ? '–' : formatNumber(row.difference)
  return valueText(column === 'value' || column === 'gradient' ? row[column] : row.tangents[Number(column)])
}

/**
 * The least width of a column in units of the grid, from the nodes' names and shapes alone: a number that becomes longer while an input is
 * dragged moves no column.
 */
export function leastWidth({ rows }: Trace, column: TraceColumn): number {
  const characters =
    column === 'node'
      ? Math.min(MOST_NAME, Math.max(...rows.map((row) => nodeText(row).length)))
      : column === 'difference'
        ? NUMBER
        : Math.max(...rows.map(({ value }) => charactersOf(value)))
  return Math.ceil(CHARACTER * characters + PADDING)
}

function nodeText({ name, symbol }: TraceRow): string {
  return name === '' || name === symbol ? symbol : `${name} = ${symbol}`
}

function valueText(value: TensorValue | null): string {
  if (value === null) return '–'
  if (typeof value === 'number') return formatNumber(value)
  return elementsOf(value) <= MOST_ELEMENTS
    ? tensorText(value.map((row) => row.map((element) => Number(element.toPrecision(DIGITS)))))
    : `${value.length}×${value[0].length}`
}

/** A value, its gradient and its tangents have one shape. */
function charactersOf(value: TensorValue): number {
  if (typeof value === 'number') return NUMBER
  const elements = elementsOf(value)
  return elements <= MOST_ELEMENTS ? Math.max(NUMBER, elements * ELEMENT + 2) : NUMBER
}

function elementsOf(matrix: Exclude<TensorValue, number>): number {
  return matrix.length * matrix[0].length
}
