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
  const byHash = new Map<number, number[]>()
  for (const row of test) {
    const hash = hashOf(columns, row)
    const others = byHash.get(hash)
    if (others) others.push(row)
    else byHash.set(hash, [row])
  }
  const twins = new Map<number, number>()
  for (const row of train) {
    for (const other of byHash.get(hashOf(columns, row)) ?? []) {
      if (!twins.has(other) && columns.every((column) => isSame(column, row, other))) twins.set(other, row)
    }
  }
  return Array.from(test).flatMap((row) => {
    const twin = twins.get(row)
    return twin === undefined ? [] : [{ train: twin, test: row }]
  })
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
  const mix = (word: number) => (hash = Math.imul(hash ^ word, 0x01000193))
  for (const column of columns) {
    if (column.missing[row] === 1) {
      mix(-1)
    } else if (column.kind === 'number') {
      // −0 equals 0, and adding 0 makes it 0.
      number[0] = column.values[row] + 0
      mix(words[0])
      mix(words[1])
    } else {
      const text = cellText(column, row)
      for (let i = 0; i < text.length; i++) mix(text.charCodeAt(i))
    }
  }
  return hash
}
