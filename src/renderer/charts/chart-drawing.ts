import type { LineSeries } from './line-frame'

export interface DrawingSize {
  /** In CSS pixels. */
  readonly width: number
  readonly height: number
  /** Pixels of the picture to a CSS pixel. */
  readonly ratio: number
}

export interface LegendEntry {
  readonly text: string
  readonly color: string
  readonly look: LineSeries['look']
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
  /** What stands above it. */
  readonly heading?: string
  readonly legend?: readonly LegendEntry[]
  /** Draws it over a whole context, which is of no use afterwards. */
  readonly draw: (context: CanvasRenderingContext2D, size: DrawingSize) => void
}
