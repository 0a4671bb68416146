import type { ClassMark } from './class-marks'
import { formatNumber } from '../../i18n/format'
import type { Plane, PlaneSize } from './plane'

export interface PointsPicture {
  readonly size: PlaneSize
  readonly plane: Plane
  readonly points: readonly { readonly x: number; readonly y: number; readonly mark: ClassMark; readonly faded: boolean }[]
  /** The point under the hand, drawn last and with a ring. */
  readonly held: number
  readonly colors: PointColors
}

/** Colours of a canvas from the style sheet. */
export interface PointColors {
  readonly text: string
  readonly grid: string
  readonly zero: string
  readonly surface: string
  readonly accent: string
  readonly font: string
  readonly fontSize: number
  /** By token. */
  readonly marks: Readonly<Record<string, string>>
}

/** A small label's size, beside the body text. */
const LABEL_SIZE = 0.923

/** Reads the tokens in force at an element. */
export function readPointColors(element: Element, marks: readonly ClassMark[]): PointColors {
  const style = getComputedStyle(element)
  const token = (name: string) => style.getPropertyValue(name).trim()
  return {
    text: token('--text-faint'),
    grid: token('--grid'),
    zero: token('--line-strong'),
    surface: token('--surface'),
    accent: token('--text'),
    font: style.fontFamily,
    fontSize: LABEL_SIZE * Number.parseFloat(style.fontSize),
    marks: Object.fromEntries(marks.map(({ color }) => [color, token(color)]))
  }
}

/** The radius of a mark, in pixels: smaller where there are many. */
export function markRadius(count: number): number {
  if (count > 1000) return 2.5
  return count > 400 ? 3 : 4
}

/** Opacity of a point that is about to be erased. */
const FADED = 0.2

/** Draws a grid with its numbers, and a mark for each point. `ratio` is the device's pixels a pixel. */
export function drawPoints(context: CanvasRenderingContext2D, picture: PointsPicture, ratio: number): void {
  const { size, points, held } = picture
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  context.clearRect(0, 0, size.width, size.height)
  drawGrid(context, picture)
  const paths = new Map(points.map(({ mark }) => [mark.path, new Path2D(mark.path)]))
  const radius = markRadius(points.length)
  const draw = (i: number, scale: number) => {
    const { x, y, mark, faded } = points[i]
    const path = paths.get(mark.path)
    if (!path) return
    context.save()
    context.translate(picture.plane.toX(x), picture.plane.toY(y))
    context.scale(scale, scale)
    context.globalAlpha = faded ? FADED : 1
    context.fillStyle = picture.colors.marks[mark.color]
    context.strokeStyle = i === held ? picture.colors.accent : picture.colors.surface
    context.lineWidth = (i === held ? 2 : 0.75) / scale
    context.fill(path)
    context.stroke(path)
    context.restore()
  }
  points.forEach((_, i) => i !== held && draw(i, radius))
  if (held >= 0 && held < points.length) draw(held, 1.5 * radius)
}

function drawGrid(context: CanvasRenderingContext2D, { size, plane, colors }: PointsPicture): void {
  const { margin, width, height } = size
  const [bottom, right] = [height - margin.bottom, width - margin.rest]
  context.font = `${colors.fontSize}px ${colors.font}`
  context.lineWidth = 1
  // Half a pixel in, so that a hairline is one pixel wide.
  const line = (x1: number, y1: number, x2: number, y2: number, value: number) => {
    context.strokeStyle = value === 0 ? colors.zero : colors.grid
    context.beginPath()
    context.moveTo(Math.round(x1) + 0.5, Math.round(y1) + 0.5)
    context.lineTo(Math.round(x2) + 0.5, Math.round(y2) + 0.5)
    context.stroke()
  }
  context.fillStyle = colors.text
  context.textAlign = 'center'
  context.textBaseline = 'top'
  for (const x of plane.x.ticks) {
    line(plane.toX(x), margin.rest, plane.toX(x), bottom, x)
    context.fillText(formatNumber(x), plane.toX(x), bottom + 4)
  }
  context.textAlign = 'right'
  context.textBaseline = 'middle'
  for (const y of plane.y.ticks) {
    line(margin.left, plane.toY(y), right, plane.toY(y), y)
    context.fillText(formatNumber(y), margin.left - 6, plane.toY(y))
  }
}
