import {
  cellText,
  columnNamed,
  createRandom,
  drawPlaces,
  associationTask,
  distributionTask,
  summaryTask,
  forEachPart,
  isAllNumbers,
  AppError,
  type Column,
  type Prepared,
  type Table,
  type CooperativeTask
} from '#core'
import {
  cellMarks,
  rowUses,
  type CellBlock,
  type CellPage,
  type ColumnProfile,
  type ScatterAxis,
  type ScatterPoints
} from '#shared/contract'
import { runCooperatively } from '../../node/tasks/run-cooperatively'
import type { DataContext } from '../context/run-context'

/** Bins and bars of a profile: as many as the small drawing in a column's head has room for, twice over. */
const most = { bins: 24, bars: 24 }

/** More points than this no eye tells apart. */
const mostPoints = 4000

/** Labels on an axis, or colours; what comes after has none. */
const mostLabels = 1000

/** Cells as they stand in the file. A block that reaches beyond the table is cut off there. */
export function cellPage({ table, prepared }: DataContext, { from, count, firstColumn, columns: wide }: CellBlock): CellPage {
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
  const uses = prepared ? usesOf(table, prepared).slice(from, from + rows) : new Uint8Array(rows)
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

/** By the training rows, which are the same as long as the rows are divided in one way. */
const usesByRows = new WeakMap<Int32Array, Uint8Array>()

/** The use of each row of the table. */
function usesOf(table: Table, prepared: Prepared): Uint8Array {
  const key = prepared.train.rows
  const known = usesByRows.get(key)
  if (known) return known
  const uses = new Uint8Array(table.rows)
  for (const side of ['train', 'test', 'validation'] as const) {
    const { rows } = prepared[side]
    const use = rowUses.indexOf(side)
    for (let i = 0; i < rows.length; i++) uses[rows[i]] = use
  }
  usesByRows.set(key, uses)
  return uses
}

/** The figures of a column, which do not change as long as the table is open. */
const figuresByColumn = new WeakMap<Column, Omit<ColumnProfile, 'associations'>>()
const associationsByColumn = new WeakMap<Column, Map<string, ColumnProfile['associations']>>()

/**
 * The profiles of columns. Each takes its time in a long table; other requests are answered meanwhile.
 * Throws: data, for a name that is not there.
 */
export async function columnProfiles(context: DataContext, names: readonly string[]): Promise<ColumnProfile[]> {
  const profiles: ColumnProfile[] = []
  for (const name of names) profiles.push(await runCooperatively(profileTask(context, columnNamed(context.table, name))))
  return profiles
}

function* profileTask(context: DataContext, column: Column): CooperativeTask<ColumnProfile> {
  const figures = figuresByColumn.get(column) ?? { ...(yield* summaryTask(column)), distribution: yield* distributionTask(column, most) }
  figuresByColumn.set(column, figures)
  return { ...figures, associations: yield* associationsTask(context, column) }
}

function* associationsTask(
  { table, settings: { targets, task } }: DataContext,
  column: Column
): CooperativeTask<ColumnProfile['associations']> {
  const key = JSON.stringify([task, targets])
  const known = associationsByColumn.get(column) ?? new Map<string, ColumnProfile['associations']>()
  associationsByColumn.set(column, known)
  const kept = known.get(key)
  if (kept) return kept
  const found: ColumnProfile['associations'][number][] = []
  for (const target of table.columns) {
    if (!targets.includes(target.name) || target === column) continue
    const association = yield* associationTask(column, target, task === 'regression' ? 'number' : 'classes')
    if (association) found.push({ ...association, target: target.name })
  }
  known.set(key, found)
  return found
}

/**
 * The points of two columns, and the first target's value of each. Rows in which either is missing or no finite number
 * have no point; of very many rows a part is drawn by a fixed seed, in file order.
 * Throws: data, for a name that is not there.
 */
export async function scatterPoints(
  { table, settings, prepared }: DataContext,
  names: { readonly x: string; readonly y: string }
): Promise<ScatterPoints> {
  const [x, y] = [columnNamed(table, names.x), columnNamed(table, names.y)]
  const target = table.columns.find(({ name }) => name === settings.targets[0])
  if (!target) throw new AppError('data.no-column', { name: settings.targets[0], columns: '' })
  const usable = await runCooperatively(rowsWithBothTask(x, y))
  const rows = drawPlaces(usable.length, mostPoints, createRandom(1)).map((place) => usable[place])
  const uses = prepared ? usesOf(table, prepared) : null
  return {
    x: axisOf(x, rows, x.kind === 'text'),
    y: axisOf(y, rows, y.kind === 'text'),
    target: axisOf(target, rows, target.kind === 'text' || settings.task !== 'regression'),
    lines: rows.map((row) => table.lines[row]),
    uses: Uint8Array.from(rows, (row) => uses?.[row] ?? 0),
    rows: usable.length
  }
}

/** The rows in which neither column is missing or no finite number. */
function* rowsWithBothTask(x: Column, y: Column): CooperativeTask<Int32Array> {
  const rows = new Int32Array(x.missing.length)
  let count = 0
  const areAll = isAllNumbers(x) && isAllNumbers(y)
  yield* forEachPart(rows.length, (from, to) => {
    for (let row = from; row < to; row++) {
      if (areAll || (markOf(x, row) === 'plain' && markOf(y, row) === 'plain')) rows[count++] = row
    }
  })
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
