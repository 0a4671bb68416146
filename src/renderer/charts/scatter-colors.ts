import { CLASS_STYLES, type ScatterColors } from './scatter-plot'

/** A small label's size, beside the body text. */
const LABEL_SIZE = 0.923

/** Reads the tokens in force at an element. */
export function readScatterColors(element: Element): ScatterColors {
  const style = getComputedStyle(element)
  const token = (name: string) => style.getPropertyValue(name).trim()
  return {
    classes: Array.from({ length: CLASS_STYLES }, (_, i) => token(`--class-${i + 1}`)),
    low: token('--scale-low'),
    high: token('--scale-high'),
    none: token('--line-strong'),
    text: token('--text-faint'),
    grid: token('--grid'),
    font: style.fontFamily,
    fontSize: LABEL_SIZE * Number.parseFloat(style.fontSize)
  }
}
