import { niceTicks } from '../../charts/ticks'
import type { DrawingSize } from '../../charts/chart-drawing'
import { fitText } from '../../charts/fit-text'
import type { Placed } from '../../charts/scatter-plot'
import type { LearnedArea, LearnedFrame } from './learned-frame'
import { drawCurve, drawDiagonal, drawGround, drawMarks, drawNames, drawShades } from './learned-layers'
import { tickText } from './tick-text'

/** Draws the plot over a whole context, if there is one, and says where its marks are. */
export function drawLearned(context: CanvasRenderingContext2D | null, { width, height, ratio }: DrawingSize, frame: LearnedFrame): Placed {
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

function areaOf({ x, y, colors }: LearnedFrame, width: number, height: number): LearnedArea {
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

function drawAxes(context: CanvasRenderingContext2D, area: LearnedArea, { x, y, ground, colors }: LearnedFrame): void {
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
