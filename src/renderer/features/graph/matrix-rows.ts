/** Reads a matrix in the form that `tensorText` writes, `[1, 2; 3, 4]`; null for any other text, which only the engine reads. */
export function matrixRows(text: string): number[][] | null {
  const inside = /^\s*\[([^[\]]*)\]\s*$/.exec(text)?.[1]
  const rows = inside?.split(';').map((row) => row.split(',').map((cell) => (cell.trim() === '' ? NaN : Number(cell))))
  return rows?.every((row) => row.length === rows[0].length && row.every(Number.isFinite)) ? rows : null
}

/** Returns a number so many steps of 0.1 away, without the rounding errors of adding them up. */
export function steppedBy(value: number, steps: number): number {
  // Adding 0 turns −0 into 0.
  return Number((value + steps * 0.1).toFixed(10)) + 0
}
