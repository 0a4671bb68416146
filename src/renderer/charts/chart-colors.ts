/** Colours of a chart from the style sheet, since a canvas has no access to tokens. */
export interface ChartColors {
  readonly train: string
  readonly validation: string
  readonly test: string
  /** Of runs kept to compare with, by their places. */
  readonly kept: readonly string[]
  readonly text: string
  readonly strong: string
  readonly surface: string
  readonly grid: string
  readonly border: string
  readonly font: string
  /** In CSS pixels. */
  readonly fontSize: number
}

/** A small label's size, beside the body text. */
const LABEL_SIZE = 0.923

/** The classes' colours that no curve of the run itself has. */
const KEPT_COLORS = ['--class-4', '--class-6', '--class-5', '--class-7', '--class-8']

/** Reads the tokens in force at an element. */
export function readChartColors(element: Element): ChartColors {
  const style = getComputedStyle(element)
  const token = (name: string) => style.getPropertyValue(name).trim()
  return {
    train: token('--series-train'),
    validation: token('--series-validation'),
    test: token('--series-test'),
    kept: KEPT_COLORS.map(token),
    text: token('--text-faint'),
    strong: token('--text'),
    surface: token('--surface'),
    grid: token('--grid'),
    border: token('--border'),
    font: style.fontFamily,
    fontSize: LABEL_SIZE * Number.parseFloat(style.fontSize)
  }
}

/** A colour written as #rrggbb or #rgb, so much of it: a form that every reader of SVG knows. */
export function translucent(hex: string, alpha: number): string {
  const digits = hex.length === 4 ? [...hex.slice(1)].flatMap((digit) => [digit, digit]).join('') : hex.slice(1)
  const part = (place: number) => Number.parseInt(digits.slice(place, place + 2), 16)
  return `rgba(${part(0)}, ${part(2)}, ${part(4)}, ${alpha})`
}
