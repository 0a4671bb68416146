import { AppError } from '#core'
import type { Row, SourceKind, SourceOptions } from './rows/source'
import { MOST_TEXT, requireRows } from './rows/within-limits'

const LABEL = 'ARFF'

/**
 * A table of Weka: names and types of columns, then lines with commas, or with `{index value, …}` where most values are 0.
 * Source: the Attribute-Relation File Format of Weka 3.
 */
export const arff: SourceKind = {
  label: LABEL,
  mostBytes: MOST_TEXT,
  recognizes: (head) => /^(?:[^\S\n]*(?:%[^\n]*)?\n)*[^\S\n]*@relation\s/i.test(new TextDecoder().decode(head)),
  read: (bytes, options) => ({ rows: readRows(new TextDecoder().decode(bytes), options), header: true, notes: () => [] })
}

async function* readRows(text: string, options: SourceOptions): AsyncGenerator<Row, void> {
  const attributes: { name: string; zero: string }[] = []
  let inData = false
  const lines = text.split(/\r\n|[\n\r]/)
  for (const [at, whole] of lines.entries()) {
    const line = whole.trim()
    if (line === '' || line.startsWith('%')) continue
    if (!inData) {
      const attribute = /^@attribute\s+('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|\S+)\s+(.*)$/i.exec(line)
      if (attribute) attributes.push({ name: unquoted(attribute[1]), zero: zeroOf(attribute[2]) })
      inData = /^@data\b/i.test(line)
      if (inData && attributes.length === 0) throw new AppError('data.source-damaged', { kind: LABEL, reason: '@attribute' })
      if (inData) requireRows(lines.slice(at + 1).filter((one) => /^\s*[^\s%]/.test(one)).length, attributes.length, options)
      if (inData) yield attributes.map(({ name }) => name)
      continue
    }
    yield line.startsWith('{') ? sparseRow(line, attributes, at + 1) : cellsOf(line)
  }
  if (!inData) throw new AppError('data.source-damaged', { kind: LABEL, reason: '@data' })
}

/** The value that a sparse line leaves out: 0, or the first of the listed ones. */
function zeroOf(type: string): string {
  return type.startsWith('{') ? (cellsOf(type.slice(1, type.lastIndexOf('}')))[0] ?? '') : '0'
}

function sparseRow(line: string, attributes: readonly { readonly zero: string }[], row: number): Row {
  const cells = attributes.map(({ zero }) => zero)
  for (const part of cellsOf(line.slice(1, line.lastIndexOf('}')), false)) {
    const pair = /^(\d+)\s+(.*)$/.exec(part)
    const index = Number(pair?.[1])
    if (!pair || !(index < cells.length)) throw new AppError('data.source-damaged', { kind: LABEL, reason: `${part} (${row})` })
    cells[index] = unquoted(pair[2])
  }
  return cells
}

const CELL = /\s*('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|[^,]*?)\s*(?:,|$)/y
const SPARSE_CELL = /\s*(\d+\s+(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|[^,]*?)|)\s*(?:,|$)/y

function cellsOf(line: string, isDense = true): string[] {
  const cells: string[] = []
  const pattern = isDense ? CELL : SPARSE_CELL
  pattern.lastIndex = 0
  while (pattern.lastIndex < line.length || cells.length === 0 || line[pattern.lastIndex - 1] === ',') {
    const before = pattern.lastIndex
    const match = pattern.exec(line)
    if (!match) break
    if (isDense) cells.push(unquoted(match[1]))
    else if (match[1] !== '') cells.push(match[1])
    if (pattern.lastIndex >= line.length && !match[0].endsWith(',')) break
    if (pattern.lastIndex === before) break
  }
  return cells
}

function unquoted(text: string): string {
  const quote = text[0]
  if ((quote !== "'" && quote !== '"') || text.length < 2 || !text.endsWith(quote)) return text
  return text.slice(1, -1).replace(/\\(.)/g, '$1')
}
