import type { Note } from '#core'

/** The rows and columns of a sheet that are hidden, as those that a filter leaves out are, and that have content. */
export class HiddenParts {
  private rows = 0
  private firstRow = 0
  private width = 0
  private columns: { readonly from: number; readonly to: number }[] = []

  /** Forgets what was found, before a sheet is read. */
  clear(): void {
    this.rows = this.firstRow = this.width = 0
    this.columns = []
  }

  /** Adds columns, from 0, that are hidden. */
  addColumns(from: number, to: number): void {
    this.columns.push({ from, to })
  }

  /** Takes notice of a row, so many times from a line on. */
  addRow(row: readonly string[], line: number, isHidden: boolean, times = 1): void {
    this.width = Math.max(this.width, row.length)
    if (!isHidden || row.length === 0) return
    if (this.rows === 0) this.firstRow = line
    this.rows += times
  }

  /** Returns the notes on them; `areLeftOut` tells whether the rows were. */
  notes(areLeftOut: boolean): Note[] {
    const columns = this.columns.flatMap(({ from, to }) =>
      Array.from({ length: Math.min(to + 1, this.width) - from }, (_, i) => `\`${lettersOf(from + i)}\``)
    )
    const code = areLeftOut ? 'note.omitted-hidden' : 'note.hidden-rows'
    return [
      ...(this.rows > 0 ? [{ code, details: { count: this.rows, row: this.firstRow } } as const] : []),
      ...(columns.length > 0
        ? [{ code: 'note.hidden-columns', details: { count: columns.length, columns: columns.join(', ') } } as const]
        : [])
    ]
  }
}

/** The letters by which spreadsheet programs call a column, from 0: A, …, Z, AA, … */
function lettersOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : lettersOf(Math.floor(column / 26) - 1) + last
}
