/** Decimals of a coordinate in a toy's CSV. */
const toyDecimals = 4

/** A coordinate as its CSV has it: always four decimals, and no minus before zero. */
export function coordinateText(value: number): string {
  const text = value.toFixed(toyDecimals)
  return /^-0\.0+$/.test(text) ? text.slice(1) : text
}

/** The number nearest to a coordinate among those with four decimals. */
export function rounded(value: number): number {
  return Number(coordinateText(value))
}
