import { parseCell } from './number'

/** Number of rows compared with the first one. */
const comparedRows = 1000

/**
 * Whether the first row contains names rather than data. It contains data when each of its cells is a number above numbers, or a text
 * that occurs in the same column again, and at least one is a number; but numbers that count up by one (years, 0, 1, 2) are names.
 */
export function findHeader(rows: readonly (readonly string[])[]): boolean {
  const [first, ...body] = rows.slice(0, 1 + comparedRows)
  if (body.length === 0) return true
  const numbers = first.map(numberIn)
  if (numbers.every(Number.isNaN) || countsUp(numbers)) return true
  return !first.every((cell, column) =>
    Number.isNaN(numbers[column])
      ? body.some((row) => row[column]?.trim() === cell.trim())
      : body.some((row) => !Number.isNaN(numberIn(row[column] ?? '')))
  )
}

/** Whether cells that were taken as names look like data: every one is a number. */
export function looksLikeData(first: readonly string[]): boolean {
  return first.every((cell) => !Number.isNaN(numberIn(cell)))
}

function numberIn(cell: string): number {
  const plain = parseCell(cell.trim())
  return Number.isNaN(plain) ? parseCell(cell.trim(), { decimal: ',', grouped: false }) : plain
}

function countsUp(numbers: readonly number[]): boolean {
  const given = numbers.filter((number) => !Number.isNaN(number))
  return given.length > 1 && given.every((number, i) => i === 0 || number === given[i - 1] + 1)
}
