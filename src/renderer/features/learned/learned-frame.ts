/** Colours of the plot from the style sheet. */
export interface LearnedColors {
  readonly classes: readonly string[]
  readonly low: string
  readonly high: string
  readonly train: string
  readonly test: string
  readonly text: string
  readonly strong: string
  readonly surface: string
  readonly grid: string
  readonly line: string
  readonly font: string
  /** In CSS pixels. */
  readonly fontSize: number
}

export interface LearnedAxis {
  readonly low: number
  readonly high: number
}

/** Rows as marks. */
export interface LearnedPoints {
  readonly x: ArrayLike<number>
  readonly y: ArrayLike<number>
  readonly color: (i: number) => string
  readonly shape: (i: number) => number
  /** Whether a mark is drawn hollow. */
  readonly isHollow: (i: number) => boolean
}

/** Everything the plot shows at one moment. */
export interface LearnedFrame {
  readonly x: LearnedAxis
  readonly y: LearnedAxis
  /** Background: an image of cells, stretched over the plot. */
  readonly ground: { readonly columns: number; readonly rows: number; readonly bytes: Uint8ClampedArray<ArrayBuffer> } | null
  /** Names written into the ground, at parts of the width and the height. */
  readonly names: readonly { readonly text: string; readonly x: number; readonly y: number }[]
  /** The numbers that the first and the last shade stand for, as they are written beside a small scale. */
  readonly shades: { readonly low: string; readonly high: string } | null
  /** A curve of y over even steps of x, first and last half a step from the ends. */
  readonly curve: ArrayLike<number> | null
  /** Whether y = x is drawn, and from each mark a line to it. */
  readonly hasDiagonal: boolean
  readonly points: LearnedPoints | null
  readonly pointed: number
  readonly colors: LearnedColors
}

/** Where the plot stands on its canvas, in CSS pixels, and where numbers stand on it. */
export interface LearnedArea {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly toX: (value: number) => number
  readonly toY: (value: number) => number
}

/** A small label's size, beside the body text. */
const LABEL_SIZE = 0.846

/** So many classes have a colour of their own, and so many a shape. */
const STYLES = 8

/** Reads the tokens in force at an element. */
export function readLearnedColors(element: Element): LearnedColors {
  const style = getComputedStyle(element)
  const token = (name: string) => style.getPropertyValue(name).trim()
  return {
    classes: Array.from({ length: STYLES }, (_, i) => token(`--class-${i + 1}`)),
    low: token('--scale-low'),
    high: token('--scale-high'),
    train: token('--series-train'),
    test: token('--series-test'),
    text: token('--text-faint'),
    strong: token('--text'),
    surface: token('--surface'),
    grid: token('--grid'),
    line: token('--line-strong'),
    font: style.fontFamily,
    fontSize: LABEL_SIZE * Number.parseFloat(style.fontSize)
  }
}

/** The shape of a class: the ninth class has the first one's colour, and another shape. */
export function classShape(index: number): number {
  return (index + Math.floor(index / STYLES)) % STYLES
}
