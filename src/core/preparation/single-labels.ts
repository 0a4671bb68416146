import type { Table } from '../data/table'
import type { Note } from '../messages/catalogue'
import type { Labels } from './labels'

/** At most so many are told. */
const mostTold = 20

/**
 * Tells of classes that occur in one row only, where others occur in more, and what each may be a misspelling of. `rows` are those
 * that the labels were read in.
 */
export function notesOnSingleLabels(table: Table, name: string, labels: Labels, rows: Int32Array): Note[] {
  if (labels.kind !== 'classes') return []
  const { names, indices } = labels
  const counts = names.map(() => 0)
  for (let i = 0; i < indices.length; i++) counts[indices[i]]++
  const usual = names.filter((_, c) => counts[c] > 1)
  if (usual.length === 0) return []
  const single = names.flatMap((value, c) => (counts[c] === 1 ? [{ value, row: table.lines[rows[indices.indexOf(c)]] }] : []))
  return single.slice(0, mostTold).map(({ value, row }): Note => {
    const near = nearSpelling(value, usual)
    return near === null
      ? { code: 'note.single-label', details: { row, name, value } }
      : { code: 'note.label-typo', details: { row, name, value, near } }
  })
}

/**
 * The text among others that is likely meant: one that differs in the case of its letters only, or the nearest within one mistake
 * (two in texts of six characters and more). Texts of less than three characters, and numbers, are not guessed at.
 */
export function nearSpelling(text: string, others: readonly string[]): string | null {
  const letters = [...text.toLowerCase()]
  if (letters.length < 3 || /^[\d.,+-]+$/.test(text)) return null
  const allowed = letters.length < 6 ? 1 : 2
  const distances = others.map((other) => ({ other, distance: mistakesBetween(letters, [...other.toLowerCase()]) }))
  const nearest = distances.filter(({ distance }) => distance <= allowed).sort((a, b) => a.distance - b.distance)
  return nearest[0]?.other ?? null
}

/**
 * How many mistakes lead from one text to another: a character too many, too few, a wrong one, or two neighbours in the wrong order.
 * Source: F. J. Damerau, "A technique for computer detection and correction of spelling errors", 1964 (optimal string alignment).
 */
function mistakesBetween(a: readonly string[], b: readonly string[]): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const wrong = a[i - 1] === b[j - 1] ? 0 : 1
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const ways = [rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + wrong, ...(swapped ? [rows[i - 2][j - 2] + 1] : [])]
      row.push(Math.min(...ways))
    }
    rows.push(row)
  }
  return rows[a.length][b.length]
}
