/** The engine takes no more in one mini-batch that is chosen. */
const MOST_ROWS = 4096

/** Reads the numbers of rows, counted from 1: `1, 5, 9`, with commas of any width, or spaces. Null where it is no such list. */
export function parseRows(text: string): number[] | null {
  const parts = text.split(/[\s,，、]+/).filter((part) => part !== '')
  const rows = parts.map((part) => (/^\d{1,9}$/.test(part) ? Number(part) : 0))
  return rows.length > 0 && rows.length <= MOST_ROWS && rows.every((row) => row >= 1) ? rows : null
}
