import { BasicPlatform, Chart } from 'chart.js'
import type { Point } from './decimate'
import type { ChartDrawing, DrawingSize, LegendEntry } from './chart-drawing'
import { annotationsOf, datasetOf, lineOptions, scalesOf } from './line-config'
import type { LineFrame } from './line-frame'

export interface LineDrawingOptions {
  /** In CSS pixels. */
  readonly width: number
  readonly height: number
  readonly heading?: string
  readonly legend?: readonly LegendEntry[]
}

/** A chart of lines for a file. */
export function lineDrawing(frame: LineFrame, options: LineDrawingOptions): ChartDrawing {
  const { surface: background, strong: text, font, fontSize } = frame.colors
  return { ...options, background, text, font, fontSize, draw: (context, size) => drawLines(context, size, frame) }
}

/** Disables the zoom plugin, which needs a real canvas. That a plugin can be switched off is not in its types. */
const noZoom: object = { zoom: false }

/** Draws it once, by the same options as in the window, on any context. */
function drawLines(context: CanvasRenderingContext2D, { width, height, ratio }: DrawingSize, frame: LineFrame): void {
  const canvas = { width, height, getContext: () => own }
  const own = onCanvas(context, canvas)
  const chart = new Chart<'line', Point[]>(canvas as unknown as HTMLCanvasElement, {
    type: 'line',
    platform: BasicPlatform,
    data: {
      // Without a style of its own for each segment, Chart.js draws a line by a Path2D, which only a true canvas knows.
      datasets: frame.series.map((line) => ({ ...datasetOf(line, frame.colors), segment: {} }))
    },
    options: {
      ...lineOptions,
      responsive: false,
      devicePixelRatio: ratio,
      scales: scalesOf(frame),
      plugins: { ...noZoom, annotation: { annotations: annotationsOf(frame) } }
    }
  })
  // The chart clears its canvas when it goes.
  canvas.width = 0
  chart.destroy()
}

/** The context with something else for its canvas: of that, outside a page, Chart.js takes the size, and what it clears when it goes. */
function onCanvas(context: CanvasRenderingContext2D, canvas: object): CanvasRenderingContext2D {
  return new Proxy(context, {
    get(target, name) {
      if (name === 'canvas') return canvas
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
    set: (target, name, value) => Reflect.set(target, name, value, target)
  })
}
