import { cellText, type Column } from '../data/table'

/** Two rows of a table, from 0, that say the same. */
export interface Twins {
  readonly train: number
  readonly test: number
}

/**
 * The test rows that say the same as some training row in all of the columns: equal numbers, equal texts, or nothing in both. With
 * each the first such training row; both in the order given.
 */
export function twinsOf(columns: readonly Column[], train: Int32Array, test: Int32Array): Twins[] {
  // Of test rows that say the same the first stands for all. Those of one hash are a chain: the last by hash, and from each the one
  // before; −1 ends it.
  const last = new Map<number, number>()
  const before = new Int32Array(test.length)
  const find = (row: number, hash: number) => {
    let i = last.get(hash) ?? -1
    while (i >= 0 && !columns.every((column) => isSame(column, row, test[i]))) i = before[i]
    return i
  }
  const first = new Int32Array(test.length)
  for (let i = 0; i < test.length; i++) {
    const hash = hashOf(columns, test[i])
    const earlier = find(test[i], hash)
    first[i] = earlier < 0 ? i : earlier
    if (earlier >= 0) continue
    before[i] = last.get(hash) ?? -1
    last.set(hash, i)
  }
  const twins = new Int32Array(test.length).fill(-1)
  for (const row of train) {
    const i = find(row, hashOf(columns, row))
    if (i >= 0 && twins[i] < 0) twins[i] = row
  }
  return Array.from(test, (row, i) => ({ train: twins[first[i]], test: row })).filter((twin) => twin.train >= 0)
}

function isSame(column: Column, a: number, b: number): boolean {
  const { kind, missing, values } = column
  if (missing[a] !== missing[b]) return false
  if (missing[a] === 1) return true
  return kind === 'number' ? values[a] === values[b] : cellText(column, a) === cellText(column, b)
}

const number = new Float64Array(1)
const words = new Int32Array(number.buffer)

/** A number that is the same for rows that say the same. Source: FNV-1a, G. Fowler, L. C. Noll, K.-P. Vo, by 32-bit words. */
function hashOf(columns: readonly Column[], row: number): number {
  let hash = 0x811c9dc5
  for (const column of columns) {
    if (column.missing[row] === 1) {
      hash = mixed(hash, -1)
    } else if (column.kind === 'number') {
      // −0 equals 0, and adding 0 makes it 0.
      number[0] = column.values[row] + 0
      hash = mixed(mixed(hash, words[0]), words[1])
    } else {
      const text = cellText(column, row)
      for (let i = 0; i < text.length; i++) hash = mixed(hash, text.charCodeAt(i))
    }
  }
  return hash
}

function mixed(hash: number, word: number): number {
  return Math.imul(hash ^ word, 0x01000193)
}
