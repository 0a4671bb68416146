import type { LineSeries } from './line-frame'

/** The room for a drawing. */
export interface DrawingSize {
  /** In CSS pixels. */
  readonly width: number
  readonly height: number
  /** Pixels of the picture to a CSS pixel. */
  readonly ratio: number
}

/** Legend entry of a line or a mark of a chart. */
export interface LegendEntry {
  readonly text: string
  readonly color: string
  readonly look: LineSeries['look'] | 'mark'
  /** Of a mark: see shapePath. */
  readonly shape?: number
}

/** Any chart of the window as something that can be drawn anew, for a file. */
export interface ChartDrawing {
  /** In CSS pixels. */
  readonly width: number
  readonly height: number
  readonly background: string
  readonly text: string
  readonly font: string
  readonly fontSize: number
  /** Heading above it. */
  readonly heading?: string
  readonly legend?: readonly LegendEntry[]
  /** Draws it over a whole context, which is of no use afterwards. */
  readonly draw: (context: CanvasRenderingContext2D, size: DrawingSize) => void
}

/** A chart for a file in the size that it has in the window, with the tokens in force there. */
export function drawingOf(canvas: HTMLCanvasElement, parts: Pick<ChartDrawing, 'heading' | 'legend' | 'draw'>): ChartDrawing {
  const style = getComputedStyle(canvas)
  const token = (name: string) => style.getPropertyValue(name).trim()
  return {
    ...parts,
    width: canvas.clientWidth,
    height: canvas.clientHeight,
    background: token('--surface'),
    text: token('--text'),
    font: style.fontFamily,
    fontSize: Number.parseFloat(style.fontSize)
  }
}
