/** What a chart takes from the style sheet, since a canvas knows no tokens. */
export interface ChartColors {
  readonly train: string
  readonly test: string
  readonly text: string
  readonly grid: string
  readonly font: string
  /** In CSS pixels. */
  readonly fontSize: number
}

/** A small label's size, beside the body text. */
const LABEL_SIZE = 0.923

/** Reads the tokens in force at an element. */
export function readChartColors(element: Element): ChartColors {
  const style = getComputedStyle(element)
  const token = (name: string) => style.getPropertyValue(name).trim()
  return {
    train: token('--series-train'),
    test: token('--series-test'),
    text: token('--text-faint'),
    grid: token('--grid'),
    font: style.fontFamily,
    fontSize: LABEL_SIZE * Number.parseFloat(style.fontSize)
  }
}
