import type { Context } from 'svgcanvas'
import type { ChartDrawing, LegendEntry } from './chart-drawing'
import { fitText } from './fit-text'
import { shapePath } from './scatter-plot'
import { svgContext } from './svg-context'

/** Pixels of a PNG to a CSS pixel: sharp in print at the size it has in the window. */
const PNG_RATIO = 3
const DASHES = { solid: [], dashed: [5, 4], dotted: [2, 3] } as const
/** In CSS pixels, beside the size of the text. */
const HEAD = 2

/** Of points, or of lines and texts. */
export type PictureFormat = 'png' | 'svg'

/** A picture shows a chart no smaller than this, in CSS pixels: room for the names of runs. */
const LEAST = { width: 560, height: 360 } as const

/** Charts beside one another as a picture, each with its heading and legend, on the colour that they stand on. */
export async function chartPicture(shown: readonly ChartDrawing[], format: PictureFormat): Promise<Uint8Array<ArrayBuffer>> {
  const drawings = shown.map((one) => ({ ...one, width: Math.max(LEAST.width, one.width), height: Math.max(LEAST.height, one.height) }))
  const head = Math.max(...drawings.map(headOf))
  const width = drawings.reduce((sum, one) => sum + one.width, 0)
  const height = head + Math.max(...drawings.map((one) => one.height))
  return format === 'png' ? png(drawings, { width, height, head }) : svg(drawings, { width, height, head })
}

interface Sizes {
  readonly width: number
  readonly height: number
  readonly head: number
}

async function png(drawings: readonly ChartDrawing[], { width, height, head }: Sizes): Promise<Uint8Array<ArrayBuffer>> {
  const { canvas, context } = sheet(width, height)
  context.scale(PNG_RATIO, PNG_RATIO)
  compose(context, drawings, { width, height }, (one, left) => {
    const own = sheet(one.width, one.height)
    one.draw(own.context, { width: one.width, height: one.height, ratio: PNG_RATIO })
    context.drawImage(own.canvas, left, head, one.width, one.height)
  })
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  return new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0))
}

function svg(drawings: readonly ChartDrawing[], { width, height, head }: Sizes): Uint8Array<ArrayBuffer> {
  const whole = svgContext(width, height)
  whole.getSvg().setAttribute('viewBox', `0 0 ${width} ${height}`)
  const context = asCanvas(whole)
  compose(context, drawings, { width, height }, (one, left) => {
    const own = asCanvas(svgContext(one.width, one.height))
    one.draw(own, { width: one.width, height: one.height, ratio: 1 })
    context.drawImage(own as unknown as CanvasImageSource, left, head, one.width, one.height)
  })
  return new TextEncoder().encode(whole.getSerializedSvg())
}

/** It has every method that drawings call. */
const asCanvas = (context: Context) => context as unknown as CanvasRenderingContext2D

function sheet(width: number, height: number): { readonly canvas: HTMLCanvasElement; readonly context: CanvasRenderingContext2D } {
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * PNG_RATIO)
  canvas.height = Math.round(height * PNG_RATIO)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('a canvas has no context')
  return { canvas, context }
}

function compose(
  context: CanvasRenderingContext2D,
  drawings: readonly ChartDrawing[],
  { width, height }: { readonly width: number; readonly height: number },
  place: (one: ChartDrawing, left: number) => void
): void {
  context.fillStyle = drawings[0].background
  context.fillRect(0, 0, width, height)
  let left = 0
  for (const one of drawings) {
    drawHead(context, one, left)
    place(one, left)
    left += one.width
  }
}

/** The legend's first line has what is short; each long entry has a line of its own. */
const SHORT = 20
const linesOf = (legend: readonly LegendEntry[]) => {
  const short = legend.filter(({ text }) => text.length <= SHORT)
  return [short, ...legend.filter(({ text }) => text.length > SHORT).map((entry) => [entry])]
}

const headOf = ({ heading, legend = [], fontSize }: ChartDrawing) =>
  heading || legend.length > 0 ? HEAD * fontSize * linesOf(legend).length : 0

function drawHead(context: CanvasRenderingContext2D, one: ChartDrawing, left: number): void {
  const { heading = '', legend = [], font, fontSize, text } = one
  let [x, middle] = [left + fontSize, (HEAD * fontSize) / 2]
  const write = (words: string, weight: string) => {
    context.font = `${weight} ${fontSize}px ${font}`
    context.textAlign = 'left'
    context.textBaseline = 'middle'
    context.fillStyle = text
    context.fillText(words, x, middle)
    x += context.measureText(words).width + fontSize
  }
  context.font = `600 ${fontSize}px ${font}`
  if (heading) write(fitText(context, heading, one.width - 2 * fontSize), '600')
  for (const line of linesOf(legend)) {
    for (const entry of line) {
      drawSample(context, entry, { x, middle, length: 1.5 * fontSize })
      x += 2 * fontSize
      write(fitText(context, entry.text, left + one.width - x), '400')
    }
    x = left + fontSize
    middle += HEAD * fontSize
  }
}

function drawSample(
  context: CanvasRenderingContext2D,
  { color, look, shape = 0 }: LegendEntry,
  at: { x: number; middle: number; length: number }
): void {
  context.beginPath()
  if (look === 'mark') {
    context.fillStyle = color
    shapePath(context, shape, at.x + at.length / 2, at.middle, at.length / 4)
    context.fill()
    return
  }
  context.strokeStyle = color
  context.lineWidth = 2
  context.setLineDash([...DASHES[look]])
  context.moveTo(at.x, at.middle)
  context.lineTo(at.x + at.length, at.middle)
  context.stroke()
  context.setLineDash([])
}
