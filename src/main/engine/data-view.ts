import { setImmediate } from 'node:timers/promises'
import {
  associationOf,
  cellText,
  columnNamed,
  createRandom,
  distributionOf,
  LabError,
  permutation,
  summarizeColumn,
  type Column,
  type ColumnSummary,
  type Prepared,
  type Settings,
  type Table
} from '#core'
import {
  cellMarks,
  rowUses,
  type CellBlock,
  type CellPage,
  type ColumnProfile,
  type ScatterAxis,
  type ScatterPoints
} from '#shared/data'

/** What is looked at: a table, the settings, and what they make of it. */
export interface Viewed {
  readonly table: Table
  readonly settings: Settings
  readonly prepared: Prepared | null
}

/** Bins and bars of a profile: as many as the small drawing in a column's head has room for, twice over. */
const most = { bins: 24, bars: 24 }

/** More points than this no eye tells apart. */
const mostPoints = 4000

/** Labels on an axis, or colours; what comes after has none. */
const mostLabels = 1000

/** Cells as they stand in the file. A block that reaches beyond the table is cut off there. */
export function cellPage({ table, prepared }: Viewed, { from, count, firstColumn, columns: wide }: CellBlock): CellPage {
  const rows = Math.max(0, Math.min(count, table.rows - from))
  const columns = table.columns.slice(firstColumn, firstColumn + wide)
  const cells: string[] = []
  const marks = new Uint8Array(rows * columns.length)
  for (let row = from; row < from + rows; row++) {
    for (const column of columns) {
      marks[cells.length] = cellMarks.indexOf(markOf(column, row))
      cells.push(cellText(column, row))
    }
  }
  const uses = usesOf(table, prepared).slice(from, from + rows)
  return { from, firstColumn, columns: columns.length, lines: table.lines.slice(from, from + rows), uses, cells, marks }
}

/** The row that begins on a line of the file, or the first one after it; the last one where there is none. */
export function rowOnLine({ lines, rows }: Table, line: number): number {
  let [low, high] = [0, rows - 1]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (lines[middle] < line) low = middle + 1
    else high = middle
  }
  return low
}

function markOf({ kind, missing, values }: Column, row: number): (typeof cellMarks)[number] {
  if (missing[row] === 1) return 'missing'
  return kind === 'number' && !Number.isFinite(values[row]) ? 'unusable' : 'plain'
}

const usesByPrepared = new WeakMap<Prepared, Uint8Array>()

/** What each row of the table is used for. */
function usesOf(table: Table, prepared: Prepared | null): Uint8Array {
  if (!prepared) return new Uint8Array(table.rows)
  const known = usesByPrepared.get(prepared)
  if (known) return known
  const uses = new Uint8Array(table.rows)
  for (const side of ['train', 'test', 'validation'] as const) {
    for (const row of prepared[side].rows) uses[row] = rowUses.indexOf(side)
  }
  usesByPrepared.set(prepared, uses)
  return uses
}

const summaries = new WeakMap<Column, ColumnSummary>()

/** A column in a few figures, counted once. */
export function summaryOf(column: Column): ColumnSummary {
  const known = summaries.get(column) ?? summarizeColumn(column)
  summaries.set(column, known)
  return known
}

/** What never changes of a column as long as the table is open. */
const figuresByColumn = new WeakMap<Column, Omit<ColumnProfile, 'associations'>>()
const associationsByColumn = new WeakMap<Column, Map<string, ColumnProfile['associations']>>()

/**
 * Columns closely. Each takes its time in a long table; other requests have their turn in between.
 * Throws: data, for a name that is not there.
 */
export async function columnProfiles(viewed: Viewed, names: readonly string[]): Promise<ColumnProfile[]> {
  const profiles: ColumnProfile[] = []
  for (const name of names) {
    const column = columnNamed(viewed.table, name)
    const figures = figuresOf(column)
    await setImmediate()
    profiles.push({ ...figures, associations: associationsWith(viewed, column) })
    await setImmediate()
  }
  return profiles
}

function figuresOf(column: Column): Omit<ColumnProfile, 'associations'> {
  const known = figuresByColumn.get(column)
  if (known) return known
  const figures = { ...summaryOf(column), distribution: distributionOf(column, most) }
  figuresByColumn.set(column, figures)
  return figures
}

function associationsWith({ table, settings: { targets, task } }: Viewed, column: Column): ColumnProfile['associations'] {
  const key = JSON.stringify([task, targets])
  const known = associationsByColumn.get(column) ?? new Map<string, ColumnProfile['associations']>()
  associationsByColumn.set(column, known)
  const found = known.get(key) ?? table.columns
    .filter((target) => targets.includes(target.name) && target !== column)
    .flatMap((target) => {
      const association = associationOf(column, target, task === 'regression' ? 'number' : 'classes')
      return association ? [{ ...association, target: target.name }] : []
    })
  known.set(key, found)
  return found
}

/**
 * The points of two columns, and the first target's value of each. Rows in which either is missing or no finite number
 * have no point; of very many rows a part is drawn by a fixed seed, in file order.
 * Throws: data, for a name that is not there.
 */
export function scatterPoints({ table, settings, prepared }: Viewed, names: { readonly x: string; readonly y: string }): ScatterPoints {
  const [x, y] = [columnNamed(table, names.x), columnNamed(table, names.y)]
  const target = table.columns.find(({ name }) => name === settings.targets[0])
  if (!target) throw new LabError('data.no-column', { name: settings.targets[0], columns: '' })
  const usable = rowsWithBoth(x, y)
  const rows = usable.length <= mostPoints
    ? usable
    : permutation(usable.length, createRandom(1)).subarray(0, mostPoints).sort().map((i) => usable[i])
  const uses = usesOf(table, prepared)
  return {
    x: axisOf(x, rows, x.kind === 'text'),
    y: axisOf(y, rows, y.kind === 'text'),
    target: axisOf(target, rows, target.kind === 'text' || settings.task !== 'regression'),
    lines: rows.map((row) => table.lines[row]),
    uses: Uint8Array.from(rows, (row) => uses[row]),
    rows: usable.length
  }
}

/** The rows in which neither column is missing or no finite number. */
function rowsWithBoth(x: Column, y: Column): Int32Array {
  const rows = new Int32Array(x.missing.length)
  let count = 0
  for (let row = 0; row < rows.length; row++) {
    if (markOf(x, row) === 'plain' && markOf(y, row) === 'plain') rows[count++] = row
  }
  return rows.subarray(0, count)
}

/** Numbers as they are; of labels the number of each among them. */
function axisOf(column: Column, rows: Int32Array, hasLabels: boolean): ScatterAxis {
  if (!hasLabels) return { values: Float64Array.from(rows, (row) => column.values[row]), labels: null }
  const texts = Array.from(rows, (row) => (markOf(column, row) === 'missing' ? null : cellText(column, row)))
  const present = new Set(texts.filter((text) => text !== null))
  const labels = [...present].sort((a, b) => compare(a, b, column.kind)).slice(0, mostLabels)
  const places = new Map(labels.map((label, i) => [label, i]))
  return { values: Float64Array.from(texts, (text) => (text === null ? NaN : (places.get(text) ?? NaN))), labels }
}

function compare(a: string, b: string, kind: Column['kind']): number {
  if (kind === 'number') return Number(a) - Number(b)
  return a < b ? -1 : 1
}
