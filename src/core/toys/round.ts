/** Decimals of a coordinate in a toy's CSV. */
const toyDecimals = 4

/** Formats a coordinate as in the CSV: always four decimals, and no negative zero. */
export function coordinateText(value: number): string {
  const text = value.toFixed(toyDecimals)
  return /^-0\.0+$/.test(text) ? text.slice(1) : text
}

/** Rounds a coordinate to four decimals. */
export function rounded(value: number): number {
  return Number(coordinateText(value))
}
