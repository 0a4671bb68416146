import { niceTicks } from '../../charts/ticks'
import type { DrawingSize } from '../../charts/chart-drawing'
import { fitText } from '../../charts/fit-text'
import { shapePath } from '../../charts/scatter-plot'

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

/** Where marks stand, in CSS pixels from the canvas' upper left corner. */
export interface PlacedMarks {
  readonly x: Float32Array
  readonly y: Float32Array
}

interface Area {
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

let cells: HTMLCanvasElement | null = null

/** Draws the plot over a whole context, if there is one, and says where its marks are. */
export function drawLearned(
  context: CanvasRenderingContext2D | null,
  { width, height, ratio }: DrawingSize,
  frame: LearnedFrame
): PlacedMarks {
  const { points, colors } = frame
  const area = areaOf(frame, width, height)
  const placed = {
    x: Float32Array.from(points?.x ?? [], area.toX),
    y: Float32Array.from(points?.y ?? [], area.toY)
  }
  if (!context) return placed
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  context.clearRect(0, 0, width, height)
  context.font = `${colors.fontSize}px ${colors.font}`
  if (frame.ground) drawGround(context, area, frame.ground)
  drawAxes(context, area, frame)
  if (frame.hasDiagonal) drawDiagonal(context, area, frame, placed)
  if (points) drawMarks(context, frame, points, placed)
  if (frame.curve) drawCurve(context, area, frame.curve, colors)
  drawNames(context, area, frame)
  if (frame.shades) drawShades(context, area, frame.shades, colors)
  return placed
}

function areaOf({ x, y, colors }: LearnedFrame, width: number, height: number): Area {
  const left = colors.fontSize * 4
  const top = colors.fontSize * 0.4
  const size = { width: Math.max(1, width - left - colors.fontSize), height: Math.max(1, height - top - colors.fontSize * 1.7) }
  return {
    left,
    top,
    ...size,
    toX: (value) => left + (size.width * (value - x.low)) / (x.high - x.low),
    toY: (value) => top + (size.height * (y.high - value)) / (y.high - y.low)
  }
}

function drawGround(
  context: CanvasRenderingContext2D,
  { left, top, width, height }: Area,
  ground: NonNullable<LearnedFrame['ground']>
): void {
  cells ??= document.createElement('canvas')
  cells.width = ground.columns
  cells.height = ground.rows
  cells.getContext('2d')?.putImageData(new ImageData(ground.bytes, ground.columns, ground.rows), 0, 0)
  context.imageSmoothingEnabled = true
  context.imageSmoothingQuality = 'medium'
  context.drawImage(cells, left, top, width, height)
}

function drawAxes(context: CanvasRenderingContext2D, area: Area, { x, y, ground, colors }: LearnedFrame): void {
  const { left, top, width, height } = area
  context.lineWidth = 1
  context.strokeStyle = colors.grid
  context.fillStyle = colors.text
  const line = (x1: number, y1: number, x2: number, y2: number) => {
    context.beginPath()
    context.moveTo(Math.round(x1) + 0.5, Math.round(y1) + 0.5)
    context.lineTo(Math.round(x2) + 0.5, Math.round(y2) + 0.5)
    context.stroke()
  }
  context.textBaseline = 'top'
  context.textAlign = 'center'
  const across = niceTicks(x.low, x.high, Math.max(2, Math.floor(width / (colors.fontSize * 6))))
  for (const value of across) {
    const at = area.toX(value)
    if (!ground) line(at, top, at, top + height)
    context.fillText(tickText(value), at, top + height + colors.fontSize * 0.35)
  }
  context.textBaseline = 'middle'
  context.textAlign = 'right'
  for (const value of niceTicks(y.low, y.high, Math.max(2, Math.floor(height / (colors.fontSize * 3))))) {
    const at = area.toY(value)
    if (!ground) line(left, at, left + width, at)
    context.fillText(fitText(context, tickText(value), left - colors.fontSize * 0.5), left - colors.fontSize * 0.4, at)
  }
  context.strokeStyle = colors.line
  context.strokeRect(Math.round(left) + 0.5, Math.round(top) + 0.5, Math.round(width) - 1, Math.round(height) - 1)
}

/** A tick as short as it can be exactly: ticks are round numbers, so no two look alike. */
function tickText(value: number): string {
  const size = Math.abs(value)
  const text = size >= 1e5 || (size > 0 && size < 1e-3) ? value.toExponential().replace('e+', 'e') : String(value)
  return text.replaceAll('-', '−')
}

function drawDiagonal(context: CanvasRenderingContext2D, area: Area, { x, y, points, colors }: LearnedFrame, placed: PlacedMarks): void {
  const [low, high] = [Math.max(x.low, y.low), Math.min(x.high, y.high)]
  context.strokeStyle = colors.text
  context.lineWidth = 1.25
  context.beginPath()
  context.moveTo(area.toX(low), area.toY(low))
  context.lineTo(area.toX(high), area.toY(high))
  context.stroke()
  if (!points) return
  context.lineWidth = 1
  context.globalAlpha = 0.35
  placed.x.forEach((at, i) => {
    context.strokeStyle = points.color(i)
    context.beginPath()
    context.moveTo(at, placed.y[i])
    context.lineTo(at, area.toY(points.x[i]))
    context.stroke()
  })
  context.globalAlpha = 1
}

function drawCurve(
  context: CanvasRenderingContext2D,
  { left, width, toY, top, height }: Area,
  curve: ArrayLike<number>,
  colors: LearnedColors
): void {
  context.save()
  context.beginPath()
  context.rect(left, top, width, height)
  context.clip()
  context.strokeStyle = colors.strong
  context.lineWidth = 2
  context.lineJoin = 'round'
  context.beginPath()
  for (let i = 0; i < curve.length; i++) {
    const [at, y] = [left + (width * (i + 0.5)) / curve.length, toY(curve[i])]
    if (i === 0) context.moveTo(at, y)
    else context.lineTo(at, y)
  }
  context.stroke()
  context.restore()
}

function drawMarks(context: CanvasRenderingContext2D, { pointed, colors }: LearnedFrame, points: LearnedPoints, placed: PlacedMarks): void {
  const radius = markRadius(placed.x.length, colors.fontSize)
  for (let i = 0; i < placed.x.length; i++) {
    const color = points.color(i)
    context.beginPath()
    shapePath(context, points.shape(i), placed.x[i], placed.y[i], radius)
    context.fillStyle = points.isHollow(i) ? colors.surface : color
    context.fill()
    context.lineWidth = points.isHollow(i) ? 1.5 : 0.75
    context.strokeStyle = points.isHollow(i) ? color : colors.surface
    context.stroke()
  }
  if (!(pointed >= 0) || pointed >= placed.x.length) return
  context.beginPath()
  context.arc(placed.x[pointed], placed.y[pointed], radius * 2.2, 0, 2 * Math.PI)
  context.lineWidth = 2
  context.strokeStyle = colors.strong
  context.stroke()
}

function markRadius(count: number, size: number): number {
  if (count > 1000) return 0.2 * size
  return count > 300 ? 0.24 * size : 0.31 * size
}

function drawNames(context: CanvasRenderingContext2D, { left, top, width, height }: Area, { names, colors }: LearnedFrame): void {
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.font = `600 ${colors.fontSize * 1.05}px ${colors.font}`
  context.lineJoin = 'round'
  context.lineWidth = 3
  for (const { text, x, y } of names) {
    const shown = fitText(context, text, width / 3)
    const half = context.measureText(shown).width / 2 + 3
    const [at, up] = [
      left + Math.min(width - half, Math.max(half, x * width)),
      top + Math.min(height - colors.fontSize, Math.max(colors.fontSize, y * height))
    ]
    context.strokeStyle = colors.surface
    context.strokeText(shown, at, up)
    context.fillStyle = colors.strong
    context.fillText(shown, at, up)
  }
}

/** A small scale of shades in the upper left corner. */
function drawShades(
  context: CanvasRenderingContext2D,
  { left, top }: Area,
  { low, high }: { readonly low: string; readonly high: string },
  colors: LearnedColors
): void {
  const { fontSize: size } = colors
  context.font = `${size}px ${colors.font}`
  context.textAlign = 'left'
  context.textBaseline = 'middle'
  const bar = 5 * size
  const [first, last] = [context.measureText(low).width, context.measureText(high).width]
  const [x, y] = [left + 0.6 * size, top + 0.6 * size]
  context.fillStyle = colors.surface
  context.fillRect(x, y, first + bar + last + 2 * size, 1.7 * size)
  const middle = y + 0.85 * size
  const gradient = context.createLinearGradient(x + first + size, 0, x + first + size + bar, 0)
  gradient.addColorStop(0, colors.low)
  gradient.addColorStop(1, colors.high)
  context.fillStyle = gradient
  context.fillRect(x + first + size, middle - 0.35 * size, bar, 0.7 * size)
  context.fillStyle = colors.text
  context.fillText(low, x + 0.5 * size, middle)
  context.fillText(high, x + first + bar + 1.5 * size, middle)
}
