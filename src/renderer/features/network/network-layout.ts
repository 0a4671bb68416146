import type { PicturedLayer } from '#core'

/** Where a unit stands, in CSS pixels from the upper left. */
export interface PlacedUnit {
  /** 0 is the input. */
  readonly layer: number
  /** Its number in the layer, from 0, and its place among the shown ones. */
  readonly unit: number
  readonly place: number
  readonly x: number
  readonly y: number
}

/** The gap that stands for units that are not drawn. */
export interface PlacedGap {
  readonly layer: number
  readonly hidden: number
  readonly x: number
  readonly y: number
}

export interface NetworkLayout {
  readonly units: readonly (readonly PlacedUnit[])[]
  readonly gaps: readonly PlacedGap[]
  readonly radius: number
  /** The middle of each layer across. */
  readonly columns: readonly number[]
}

export interface DrawingSize {
  readonly width: number
  readonly height: number
  /** Room for names at either side, and for what each layer is below. */
  readonly margin: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }
}

/** Units stand no further apart than this, no closer than that, in pixels. */
const FARTHEST = 30
const CLOSEST = 13
/** The largest radius of a unit, in pixels. */
const LARGEST = 9

/** Pixels that a letter of a name takes about, and what a name stands off from its unit and the edge. */
const LETTER = 6.4
const BESIDE = 22
/** The part of the width that names may take on each side: less where many layers need it. */
const WIDEST_NAMES = 0.32
const NARROWEST_NAMES = 0.1

/** Room for the names of inputs and outputs, as much as the longest needs but not too much. `layers` counts the input. */
export function marginsFor(width: number, layers: number, inputs: readonly string[], outputs: readonly string[]): DrawingSize['margin'] {
  const most = width * Math.min(WIDEST_NAMES, Math.max(NARROWEST_NAMES, 1 / layers))
  const room = (names: readonly string[]) => {
    const longest = names.reduce((most, name) => Math.max(most, lettersOf(name)), 0)
    return Math.max(BESIDE, Math.min(most, LETTER * longest + BESIDE))
  }
  return { left: room(inputs), right: room(outputs), top: 6, bottom: 22 }
}

/** Chinese letters are about twice as wide as Latin ones. */
function lettersOf(name: string): number {
  return Array.from(name).reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1), 0)
}

/** Returns the number of units that fit in a drawing of this height. */
export function roomFor({ height, margin }: DrawingSize): number {
  return Math.max(3, Math.min(200, Math.floor((height - margin.top - margin.bottom) / CLOSEST)))
}

/** Places the units of a picture: a layer a column, from left to right, each in the middle of the height. */
export function layoutNetwork(layers: readonly Pick<PicturedLayer, 'units' | 'shown'>[], size: DrawingSize): NetworkLayout {
  const { width, height, margin } = size
  const across = Math.max(0, width - margin.left - margin.right)
  const up = Math.max(0, height - margin.top - margin.bottom)
  const columns = layers.map((_, l) => margin.left + (layers.length < 2 ? across / 2 : (across * l) / (layers.length - 1)))
  const most = Math.max(1, ...layers.map(({ units, shown }) => shown.length + (units > shown.length ? 1 : 0)))
  const radius = Math.max(2, Math.min(LARGEST, (0.4 * up) / most))
  const gaps: PlacedGap[] = []
  const units = layers.map(({ units: count, shown }, layer) => {
    const hidden = count - shown.length
    const places = shown.length + (hidden > 0 ? 1 : 0)
    const step = Math.min(FARTHEST, up / places)
    const top = margin.top + (up - step * places) / 2 + step / 2
    const before = hidden > 0 ? Math.ceil(shown.length / 2) : shown.length
    if (hidden > 0) gaps.push({ layer, hidden, x: columns[layer], y: top + before * step })
    return Array.from(shown, (unit, place) => ({
      layer,
      unit,
      place,
      x: columns[layer],
      y: top + (place < before ? place : place + 1) * step
    }))
  })
  return { units, gaps, radius, columns }
}

/** A unit that is folded away, by its key `LAYER.UNIT`: it is where the gap is. Null for one that is drawn or not there. */
export function foldedUnit({ units, gaps }: NetworkLayout, key: string): PlacedUnit | null {
  const [layer, unit] = key.split('.').map(Number)
  const gap = gaps.find((one) => one.layer === layer)
  if (!gap || unit >= units[layer].length + gap.hidden || units[layer].some((one) => one.unit === unit)) return null
  return { layer, unit, place: -1, x: gap.x, y: gap.y }
}

/** The unit that an arrow key leads to: up and down in a layer, left and right to the one nearest in height. */
export function neighbourOf({ units }: NetworkLayout, { layer, place, y }: PlacedUnit, key: string): PlacedUnit | null {
  if (key === 'ArrowUp') return units[layer][place - 1] ?? null
  if (key === 'ArrowDown') return units[layer][place + 1] ?? null
  const beside = key === 'ArrowLeft' ? units[layer - 1] : key === 'ArrowRight' ? units[layer + 1] : undefined
  return beside?.reduce((nearest, one) => (Math.abs(one.y - y) < Math.abs(nearest.y - y) ? one : nearest)) ?? null
}
