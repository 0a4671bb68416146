/** Inputs that are the pixels of a picture. */
export interface PixelGrid {
  /** The side of the square. */
  readonly side: number
  /** For each pixel, from the upper left row by row, the place among the inputs; −1 where it is no input, as where it is the same in every row. */
  readonly places: readonly number[]
}

/** At least this part of the pixels must be inputs. */
const FEWEST = 0.5

/** The picture in a row of inputs: a square of them, named `pixel_ROW_COLUMN` or `px_ROW_COLUMN`. Null where there is none. */
export function pixelGrid(inputs: readonly string[]): PixelGrid | null {
  const pixels = inputs.flatMap((name, place) => {
    const [, row, column] = /^(?:pixel|px)_(\d{1,3})_(\d{1,3})$/.exec(name) ?? []
    return row === undefined ? [] : [{ place, row: Number(row), column: Number(column) }]
  })
  const side = 1 + pixels.reduce((most, { row, column }) => Math.max(most, row, column), 0)
  if (side < 2 || pixels.length < FEWEST * side * side) return null
  const places = Array.from({ length: side * side }, () => -1)
  for (const { place, row, column } of pixels) places[row * side + column] = place
  return { side, places }
}
