import { fitText } from '../../charts/fit-text'
import { shapePath, type Placed } from '../../charts/scatter-plot'
import type { LearnedArea, LearnedColors, LearnedFrame, LearnedPoints } from './learned-frame'

let cells: HTMLCanvasElement | null = null

export function drawGround(
  context: CanvasRenderingContext2D,
  { left, top, width, height }: LearnedArea,
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

export function drawDiagonal(
  context: CanvasRenderingContext2D,
  area: LearnedArea,
  { x, y, points, colors }: LearnedFrame,
  placed: Placed
): void {
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

export function drawCurve(
  context: CanvasRenderingContext2D,
  { left, width, toY, top, height }: LearnedArea,
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

export function drawMarks(
  context: CanvasRenderingContext2D,
  { pointed, colors }: LearnedFrame,
  points: LearnedPoints,
  placed: Placed
): void {
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

export function drawNames(
  context: CanvasRenderingContext2D,
  { left, top, width, height }: LearnedArea,
  { names, colors }: LearnedFrame
): void {
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
export function drawShades(
  context: CanvasRenderingContext2D,
  { left, top }: LearnedArea,
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
