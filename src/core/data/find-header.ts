import { parseCell } from './number'

/** Number of rows compared with the first one. */
const comparedRows = 1000

/**
 * Whether the first row contains names rather than data. It contains data when each of its cells may be data, at least one is a number,
 * and a text, if there is any, is evidence; but numbers that count up by one (years, 0, 1, 2) are names.
 */
export function findHeader(rows: readonly (readonly string[])[]): boolean {
  const [first, ...body] = rows.slice(0, 1 + comparedRows)
  if (body.length === 0) return true
  const numbers = first.map(numberIn)
  if (numbers.every(Number.isNaN) || countsUp(numbers)) return true
  const found = first.map((cell, column) => {
    const below = body.map((row) => (row[column] ?? '').trim())
    return Number.isNaN(numbers[column]) ? textAbove(cell.trim(), below) : numberAbove(below)
  })
  const isOpen = found.includes('open') && !first.some((_, column) => Number.isNaN(numbers[column]) && found[column] === 'data')
  return found.includes('name') || isOpen
}

type Evidence = 'name' | 'data' | 'open'

function numberAbove(below: readonly string[]): Evidence {
  return below.some((cell) => !Number.isNaN(numberIn(cell))) ? 'data' : 'name'
}

/**
 * A text that occurs below is data, as is one that is composed of letters and digits as all others are (S1 above S2, S3); where those below
 * are all different, that it does not occur proves nothing.
 */
function textAbove(text: string, below: readonly string[]): Evidence {
  if (below.includes(text)) return 'data'
  if (below.length < 2 || new Set(below).size < below.length) return 'name'
  const form = formOf(text)
  return form.includes('9') && below.every((cell) => formOf(cell) === form) ? 'data' : 'open'
}

/** Writes each run of letters as `a`, and each run of digits as `9`. */
function formOf(text: string): string {
  return text.replace(/\p{L}+/gu, 'a').replace(/\d+/g, '9')
}

/** Whether cells that were taken as names look like data: every one is a number, or more than half of them are, and do not count up. */
export function looksLikeData(first: readonly string[]): boolean {
  const numbers = first.map(numberIn)
  const count = numbers.filter((number) => !Number.isNaN(number)).length
  return count === first.length || (2 * count > first.length && !countsUp(numbers))
}

/** Parses a cell with a decimal point or comma; NaN when it is no number. */
export function numberIn(cell: string): number {
  const plain = parseCell(cell.trim())
  return Number.isNaN(plain) ? parseCell(cell.trim(), { decimal: ',', grouped: false }) : plain
}

function countsUp(numbers: readonly number[]): boolean {
  const given = numbers.filter((number) => !Number.isNaN(number))
  return given.length > 1 && given.every((number, i) => i === 0 || number === given[i - 1] + 1)
}
