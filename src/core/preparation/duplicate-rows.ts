import { hashOf } from '../data/number-tally'
import type { Column } from '../data/table'
import { forEachPart, type CooperativeTask } from '../tasks/task'
import { codedTexts } from './coded-texts'

/** Pairs of identical rows of a table, from 0. */
export interface DuplicateRows {
  readonly train: Int32Array
  readonly test: Int32Array
}

/**
 * Finds the test rows that are identical to a training row in all of the columns: equal numbers, equal texts, or missing in both. Each is
 * paired with the first such training row; both in the order given.
 */
export function* duplicateRowsTask(columns: readonly Column[], train: Int32Array, test: Int32Array): CooperativeTask<DuplicateRows> {
  const readers = columns.map(readerOf)
  const testHashes = yield* hashesOf(readers, test)
  let size = 16
  while (size < 2 * test.length) size *= 2
  // The first of identical test rows represents all: its index plus 1, by open addressing; an empty slot is 0.
  const slots = new Int32Array(size)
  const isSame = (a: number, b: number) => readers.every((one) => one.isSame(a, b))
  /** Returns the slot of the test row identical to a row, or the empty one where it would be. */
  const find = (row: number, hash: number) => {
    let slot = hash & (size - 1)
    while (slots[slot] !== 0 && (testHashes[slots[slot] - 1] !== hash || !isSame(row, test[slots[slot] - 1])))
      slot = (slot + 1) & (size - 1)
    return slot
  }
  const first = new Int32Array(test.length)
  yield* forEachPart(test.length, (from, to) => {
    for (let i = from; i < to; i++) {
      const slot = find(test[i], testHashes[i])
      if (slots[slot] === 0) slots[slot] = i + 1
      first[i] = slots[slot] - 1
    }
  })
  const trainHashes = yield* hashesOf(readers, train)
  const duplicates = new Int32Array(test.length).fill(-1)
  yield* forEachPart(train.length, (from, to) => {
    for (let i = from; i < to; i++) {
      const place = slots[find(train[i], trainHashes[i])] - 1
      if (place >= 0 && duplicates[place] < 0) duplicates[place] = train[i]
    }
  })
  const found = { train: new Int32Array(test.length), test: new Int32Array(test.length) }
  let count = 0
  yield* forEachPart(test.length, (from, to) => {
    for (let i = from; i < to; i++) {
      if (duplicates[first[i]] < 0) continue
      found.train[count] = duplicates[first[i]]
      found.test[count++] = test[i]
    }
  })
  return { train: found.train.slice(0, count), test: found.test.slice(0, count) }
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
