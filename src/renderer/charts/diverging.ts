/** The colours of a scale of signs, as #rrggbb: its two ends, its middle, and what is no number. */
export interface DivergingColors {
  readonly low: string
  readonly zero: string
  readonly high: string
  readonly none: string
}

/** The colour of a number from −1 to 1; beyond that the ends. */
export function divergingColor({ low, zero, high, none }: DivergingColors, value: number): string {
  if (Number.isNaN(value)) return none
  return mixed(zero, value < 0 ? low : high, Math.min(1, Math.abs(value)))
}

/** A colour between two that are written as #rrggbb. */
export function mixed(from: string, to: string, part: number): string {
  const [a, b] = [channels(from), channels(to)]
  return `rgb(${a.map((value, i) => Math.round(value + part * (b[i] - value))).join(' ')})`
}

/** Red, green and blue of #rrggbb, from 0 to 255; style sheets may be made shorter, so of #rgb too. */
export function channels(hex: string): [number, number, number] {
  const digits = hex.length === 4 ? [1, 2, 3].map((place) => hex[place].repeat(2)) : [1, 3, 5].map((place) => hex.slice(place, place + 2))
  const [r, g, b] = digits.map((two) => Number.parseInt(two, 16))
  return [r, g, b]
}
