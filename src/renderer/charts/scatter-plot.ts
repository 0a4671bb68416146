import type { ScatterAxis } from '#shared/contract'
import { niceTicks } from './ticks'
import type { DrawingSize } from './chart-drawing'
import { fitText } from './fit-text'

/** Colours of a scatter plot from the style sheet. */
export interface ScatterColors {
  readonly classes: readonly string[]
  /** The ends of the scale of numbers. */
  readonly low: string
  readonly high: string
  readonly none: string
  readonly text: string
  readonly grid: string
  readonly font: string
  /** In CSS pixels. */
  readonly fontSize: number
}

/** Everything a scatter plot shows. */
export interface ScatterFrame {
  readonly x: ScatterAxis
  readonly y: ScatterAxis
  readonly target: ScatterAxis
  /** 1 where a point is drawn hollow. */
  readonly hollow: Uint8Array
  readonly pointed: number | null
  readonly format: (value: number) => string
  readonly colors: ScatterColors
}

/** Where points stand, in CSS pixels from the canvas' upper left corner. */
export interface Placed {
  readonly x: Float32Array
  readonly y: Float32Array
}

interface Area {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** So many classes have a colour and a shape of their own. */
export const CLASS_STYLES = 8

/** More labels than this are not written on an axis. */
const MOST_LABELS = 14

/** Jitter of points on a label to either side, in labels, so that they do not hide one another. */
const SPREAD = 0.28

/** Draws the plot over a whole context, if there is one, and says where its points are. */
export function drawScatter(context: CanvasRenderingContext2D | null, { width, height, ratio }: DrawingSize, frame: ScatterFrame): Placed {
  const { fontSize, font } = frame.colors
  const area: Area = { left: fontSize * 5.5, top: fontSize * 0.7, width: 0, height: 0 }
  const plot = { ...area, width: width - area.left - fontSize, height: height - area.top - fontSize * 2 }
  const horizontal = placing(frame.x, plot.left, plot.width, false)
  const vertical = placing(frame.y, plot.top, plot.height, true)
  const placed: Placed = {
    x: Float32Array.from(frame.x.values, (value, i) => horizontal.at(value + spread(frame.x, i, 7))),
    y: Float32Array.from(frame.y.values, (value, i) => vertical.at(value + spread(frame.y, i, 11)))
  }
  if (!context) return placed
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  context.clearRect(0, 0, width, height)
  context.font = `${fontSize}px ${font}`
  drawAxes(context, plot, frame, horizontal, vertical)
  const radius = frame.x.values.length > 1500 ? fontSize * 0.2 : fontSize * 0.28
  for (let i = 0; i < placed.x.length; i++) drawPoint(context, frame, i, placed, radius)
  if (frame.pointed !== null) drawPointed(context, frame, placed, radius)
  return placed
}

/** The color of a point's class or number. */
export function colorOf({ values, labels }: ScatterAxis, i: number, colors: ScatterColors, [low, high]: readonly [number, number]): string {
  const value = values[i]
  if (!Number.isFinite(value)) return colors.none
  if (labels) return colors.classes[value % CLASS_STYLES]
  return mix(colors.low, colors.high, high > low ? (value - low) / (high - low) : 0.5)
}

/** The least and the largest finite value. */
export function rangeOf(values: Float64Array): readonly [number, number] {
  let low = Infinity
  let high = -Infinity
  for (const value of values) {
    if (value < low) low = value
    if (value > high && value < Infinity) high = value
  }
  return [low, high]
}

/** A number between 0 and 1 of two colours written as #rrggbb. */
export function mix(from: string, to: string, part: number): string {
  const at = (hex: string, place: number) => Number.parseInt(hex.slice(place, place + 2), 16)
  const parts = [1, 3, 5].map((place) => Math.round(at(from, place) + part * (at(to, place) - at(from, place))))
  return `rgb(${parts.join(' ')})`
}

interface Placing {
  readonly at: (value: number) => number
  readonly low: number
  readonly high: number
}

function placing({ values, labels }: ScatterAxis, start: number, length: number, isUpward: boolean): Placing {
  const [least, largest] = labels ? [-0.5, labels.length - 0.5] : rangeOf(values)
  const pad = labels ? 0 : (largest - least) * 0.04 || Math.abs(largest) * 0.1 || 1
  const [low, high] = [least - pad, largest + pad]
  const at = (value: number) => {
    const part = (value - low) / (high - low)
    return start + length * (isUpward ? 1 - part : part)
  }
  return { at, low, high }
}

/** The same for the same point at every drawing; a fraction of the golden ratio's multiples lies evenly. */
function spread({ labels }: ScatterAxis, i: number, seed: number): number {
  if (!labels) return 0
  const part = ((i + 1) * 0.618_033_988_75 * seed) % 1
  return SPREAD * (2 * part - 1)
}

function drawAxes(context: CanvasRenderingContext2D, plot: Area, frame: ScatterFrame, horizontal: Placing, vertical: Placing): void {
  const { colors, format } = frame
  context.strokeStyle = colors.grid
  context.fillStyle = colors.text
  context.lineWidth = 1
  context.textBaseline = 'top'
  context.textAlign = 'center'
  const room = plot.width / Math.max(1, Math.min(MOST_LABELS, frame.x.labels?.length ?? 1))
  for (const { value, text } of marksOf(frame.x, horizontal, plot.width / (colors.fontSize * 7), format)) {
    const x = Math.round(horizontal.at(value)) + 0.5
    line(context, x, plot.top, x, plot.top + plot.height)
    context.fillText(fitText(context, text, room), x, plot.top + plot.height + colors.fontSize * 0.4)
  }
  context.textBaseline = 'middle'
  context.textAlign = 'right'
  for (const { value, text } of marksOf(frame.y, vertical, plot.height / (colors.fontSize * 3), format)) {
    const y = Math.round(vertical.at(value)) + 0.5
    line(context, plot.left, y, plot.left + plot.width, y)
    context.fillText(fitText(context, text, plot.left - colors.fontSize), plot.left - colors.fontSize * 0.5, y)
  }
}

function marksOf({ labels }: ScatterAxis, { low, high }: Placing, count: number, format: (value: number) => string) {
  if (!labels) return niceTicks(low, high, Math.max(2, Math.floor(count))).map((value) => ({ value, text: format(value) }))
  const step = Math.ceil(labels.length / MOST_LABELS)
  return labels.map((text, value) => ({ value, text })).filter((_, i) => i % step === 0)
}

function line(context: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number): void {
  context.beginPath()
  context.moveTo(x1, y1)
  context.lineTo(x2, y2)
  context.stroke()
}

function drawPoint(context: CanvasRenderingContext2D, frame: ScatterFrame, i: number, placed: Placed, radius: number): void {
  const color = colorOf(frame.target, i, frame.colors, rangeOfFrame(frame))
  context.beginPath()
  shapePath(context, shapeOf(frame.target, i), placed.x[i], placed.y[i], radius)
  context.lineWidth = 1.3
  context.strokeStyle = color
  if (frame.hollow[i] === 0) {
    context.globalAlpha = 0.55
    context.fillStyle = color
    context.fill()
    context.globalAlpha = 1
  }
  context.stroke()
}

const ranges = new WeakMap<ScatterAxis, readonly [number, number]>()

function rangeOfFrame({ target }: ScatterFrame): readonly [number, number] {
  const known = ranges.get(target) ?? rangeOf(target.values)
  ranges.set(target, known)
  return known
}

/** The shape of a class; numbers and points without a class are round. */
export function shapeOf({ values, labels }: ScatterAxis, i: number): number {
  return labels && Number.isFinite(values[i]) ? values[i] % CLASS_STYLES : 0
}

/** Circle, square, triangle, diamond, cross, triangle upside down, star of three lines, plus. */
export function shapePath(context: CanvasRenderingContext2D, shape: number, x: number, y: number, r: number): void {
  const through = (...corners: readonly (readonly [number, number])[]) => {
    corners.forEach(([dx, dy], i) => (i === 0 ? context.moveTo(x + dx * r, y + dy * r) : context.lineTo(x + dx * r, y + dy * r)))
    context.closePath()
  }
  if (shape === 0) context.arc(x, y, r, 0, 2 * Math.PI)
  else if (shape === 1) through([-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9])
  else if (shape === 2) through([0, -1.15], [1.05, 0.85], [-1.05, 0.85])
  else if (shape === 3) through([0, -1.25], [1.25, 0], [0, 1.25], [-1.25, 0])
  else if (shape === 4) through([-1, -1], [1, 1], [0, 0], [1, -1], [-1, 1], [0, 0])
  else if (shape === 5) through([0, 1.15], [1.05, -0.85], [-1.05, -0.85])
  else if (shape === 6) through([-1.2, 0], [1.2, 0], [0, 0], [0, -1.2], [0, 1.2], [0, 0])
  else through([-1.2, -0.6], [1.2, -0.6], [1.2, 0.6], [-1.2, 0.6])
}

function drawPointed(context: CanvasRenderingContext2D, frame: ScatterFrame, placed: Placed, radius: number): void {
  const i = frame.pointed ?? 0
  context.beginPath()
  context.arc(placed.x[i], placed.y[i], radius * 2.2, 0, 2 * Math.PI)
  context.lineWidth = 2
  context.strokeStyle = frame.colors.text
  context.stroke()
}
