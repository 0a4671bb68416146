import type { Table } from '../data/table'
import type { Note } from '../messages/catalogue'
import type { Labels } from './labels'

/** Maximum number of notes. */
const mostNotes = 20

/**
 * Returns notes on classes that occur in one row only, where others occur in more, with the class that each may be a misspelling of.
 * `rows` are those of the labels.
 */
export function notesOnSingleLabels(table: Table, name: string, labels: Labels, rows: Int32Array): Note[] {
  if (labels.kind !== 'classes') return []
  const { names, indices } = labels
  const counts = names.map(() => 0)
  for (let i = 0; i < indices.length; i++) counts[indices[i]]++
  const usual = names.filter((_, c) => counts[c] > 1)
  if (usual.length === 0) return []
  const single = names.flatMap((value, c) => (counts[c] === 1 ? [{ value, row: table.lines[rows[indices.indexOf(c)]] }] : []))
  return single.slice(0, mostNotes).map(({ value, row }): Note => {
    const near = nearSpelling(value, usual)
    return near === null
      ? { code: 'note.single-label', details: { row, name, value } }
      : { code: 'note.label-typo', details: { row, name, value, near } }
  })
}

/**
 * Finds the text that is probably meant: one that differs only in case, or the nearest within an edit distance of one (two in texts of
 * six characters and more). Texts of fewer than three characters, and numbers, get none.
 */
export function nearSpelling(text: string, others: readonly string[]): string | null {
  const letters = [...text.toLowerCase()]
  if (letters.length < 3 || /^[\d.,+-]+$/.test(text)) return null
  const allowed = letters.length < 6 ? 1 : 2
  const distances = others.map((other) => ({ other, distance: editDistance(letters, [...other.toLowerCase()]) }))
  const nearest = distances.filter(({ distance }) => distance <= allowed).sort((a, b) => a.distance - b.distance)
  return nearest[0]?.other ?? null
}

/**
 * Computes the edit distance of two texts: insertions, deletions, substitutions and transpositions of neighbours.
 * Source: F. J. Damerau, "A technique for computer detection and correction of spelling errors", 1964 (optimal string alignment).
 */
function editDistance(a: readonly string[], b: readonly string[]): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const wrong = a[i - 1] === b[j - 1] ? 0 : 1
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const distances = [rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + wrong, ...(swapped ? [rows[i - 2][j - 2] + 1] : [])]
      row.push(Math.min(...distances))
    }
    rows.push(row)
  }
  return rows[a.length][b.length]
}
