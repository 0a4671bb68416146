import { hashOf } from '../data/number-tally'
import type { Column } from '../data/table'
import { forEachPart, type CooperativeTask } from '../tasks/task'
import { codedTexts } from './coded-texts'

/** Rows of a table, from 0, each beside the first training row that it is identical to. */
export interface RepeatedRows {
  readonly rows: Int32Array
  readonly firsts: Int32Array
}

/** The training rows that repeat an earlier one, and the test rows that also occur in training. */
export interface DuplicateRows {
  readonly train: RepeatedRows
  readonly test: RepeatedRows
}

/**
 * Finds rows that are identical to a training row before them, in all of the columns: equal numbers, equal texts, or missing in both. Both
 * in the order given.
 */
export function* duplicateRowsTask(columns: readonly Column[], train: Int32Array, test: Int32Array): CooperativeTask<DuplicateRows> {
  const readers = columns.map(readerOf)
  const hashes = yield* hashesOf(readers, train)
  let size = 16
  while (size < 2 * train.length) size *= 2
  // The first of identical training rows represents all: its index plus 1, by open addressing; an empty slot is 0.
  const slots = new Int32Array(size)
  /** Returns the slot of the training row identical to a row, or the empty one where it would be. */
  const find = (row: number, hash: number) => {
    let slot = hash & (size - 1)
    while (slots[slot] !== 0 && (hashes[slots[slot] - 1] !== hash || !areSame(readers, row, train[slots[slot] - 1])))
      slot = (slot + 1) & (size - 1)
    return slot
  }
  const firstOf = (slot: number) => train[slots[slot] - 1]
  const inTraining = yield* repeatsTask(train.length, (i, add) => {
    const slot = find(train[i], hashes[i])
    if (slots[slot] === 0) slots[slot] = i + 1
    else add(train[i], firstOf(slot))
  })
  const testHashes = yield* hashesOf(readers, test)
  const inTest = yield* repeatsTask(test.length, (i, add) => {
    const slot = find(test[i], testHashes[i])
    if (slots[slot] !== 0) add(test[i], firstOf(slot))
  })
  return { train: inTraining, test: inTest }
}

/** Whether some of the rows are identical to their first ones in these columns too. */
export function someAreSame(columns: readonly Column[], { rows, firsts }: RepeatedRows): boolean {
  const readers = columns.map(readerOf)
  return rows.some((row, i) => areSame(readers, row, firsts[i]))
}

function areSame(readers: readonly CellReader[], a: number, b: number): boolean {
  return readers.every((one) => one.isSame(a, b))
}

/** Looks at so many rows, and collects those that are added as repeats. */
function* repeatsTask(count: number, look: (i: number, add: (row: number, first: number) => void) => void): CooperativeTask<RepeatedRows> {
  const [rows, firsts] = [new Int32Array(count), new Int32Array(count)]
  let found = 0
  const add = (row: number, first: number) => {
    rows[found] = row
    firsts[found++] = first
  }
  yield* forEachPart(count, (from, to) => {
    for (let i = from; i < to; i++) look(i, add)
  })
  return { rows: rows.slice(0, found), firsts: firsts.slice(0, found) }
}

/** Comparison and hashing of a column's cells. */
interface CellReader {
  isSame(a: number, b: number): boolean
  /** Mixes the cells of the rows from index `from` up to, but not including, `to` into the hashes of those rows. */
  mix(hashes: Int32Array, rows: Int32Array, from: number, to: number): void
}

/** Hash of a missing cell; a cell with a value may have the same hash. */
const nothing = 0x5bd1e995

function readerOf(column: Column): CellReader {
  return column.kind === 'number' ? numberReader(column) : textReader(column)
}

function numberReader({ missing, values }: Column): CellReader {
  const words = new Int32Array(values.buffer, values.byteOffset, 2 * values.length)
  return {
    isSame: (a, b) => missing[a] === missing[b] && (missing[a] === 1 || values[a] === values[b]),
    mix(hashes, rows, from, to) {
      for (let i = from; i < to; i++) {
        const row = rows[i]
        // −0 equals 0.
        const cell = missing[row] === 1 ? nothing : values[row] === 0 ? 0 : hashOf(words[2 * row], words[2 * row + 1])
        hashes[i] = mixed(hashes[i], cell)
      }
    }
  }
}

function textReader(column: Column): CellReader {
  const { missing } = column
  const { codes } = codedTexts(column)
  return {
    isSame: (a, b) => missing[a] === missing[b] && (missing[a] === 1 || codes[a] === codes[b]),
    mix(hashes, rows, from, to) {
      for (let i = from; i < to; i++) hashes[i] = mixed(hashes[i], missing[rows[i]] === 1 ? nothing : hashOf(codes[rows[i]], 1))
    }
  }
}

/** Hashes each row, column after column; identical rows have the same hash. */
function* hashesOf(readers: readonly CellReader[], rows: Int32Array): CooperativeTask<Int32Array> {
  const hashes = new Int32Array(rows.length).fill(0x811c9dc5)
  for (const reader of readers) yield* forEachPart(rows.length, (from, to) => reader.mix(hashes, rows, from, to))
  return hashes
}

/** Mixes a word into a hash. Source: the inner loop of MurmurHash3, A. Appleby, 2011 (public domain). */
function mixed(hash: number, word: number): number {
  const h = hash ^ word
  return Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64
}
