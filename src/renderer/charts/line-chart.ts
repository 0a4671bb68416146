import { Chart, type ChartOptions } from 'chart.js'
import zoomPlugin from 'chartjs-plugin-zoom'
import { FEWEST_EPOCHS, type ChartWindow } from './chart-window'
import type { Point } from './decimate'
import { translucent } from './chart-colors'
import { annotationsOf, datasetOf, lineOptions, scalesOf } from './line-config'
import type { LineFrame } from './line-frame'

Chart.register(zoomPlugin)

/** Zoom factor of a notch of the wheel. */
const WHEEL_SPEED = 0.12
/** Below so many CSS pixels a drag is a click that was not held still. */
const CLICK = 4

export interface LineChartOptions {
  /** Told what a person has the x axis show by wheel, fingers, dragging or `zoom` and `pan`; without it, nothing can be zoomed. */
  readonly onWindow?: (shown: ChartWindow) => void
}

/** A chart of lines over a canvas. It keeps nothing but what Chart.js keeps, and knows nothing of Vue. */
export interface LineChart {
  /** `whole` is what the x axis reaches over when nothing is zoomed. */
  readonly draw: (frame: LineFrame, whole?: ChartWindow) => void
  /** The x at a distance from the canvas' left edge, in CSS pixels; not yet rounded, may lie outside the axis. */
  readonly xAt: (offset: number) => number
  /** Where a point stands, in CSS pixels from the canvas' upper left corner. */
  readonly placeOf: (point: Point) => Point
  /** Shows so many times as much, larger or smaller, about an x; about the middle unless given. */
  readonly zoom: (factor: number, at?: number) => void
  /** Moves on by so many parts of what is shown. */
  readonly pan: (parts: number) => void
  /** Points that the chart is wide enough to tell apart. */
  readonly buckets: () => number
  readonly size: () => { readonly width: number; readonly height: number }
  readonly destroy: () => void
}

/** Draws on `canvas` from now on, in the size of its parent. */
export function createLineChart(canvas: HTMLCanvasElement, { onWindow }: LineChartOptions = {}): LineChart {
  const options: ChartOptions<'line'> = { ...lineOptions, responsive: true, plugins: {} }
  const chart = new Chart<'line', Point[]>(canvas, { type: 'line', data: { datasets: [] }, options })
  const tell = () => onWindow?.({ from: chart.scales.x.min, to: chart.scales.x.max })

  function zoomOptions(color: string, whole: ChartWindow) {
    const isOn = onWindow !== undefined
    return {
      limits: { x: { min: whole.from, max: whole.to, minRange: Math.min(FEWEST_EPOCHS, whole.to - whole.from) } },
      pan: { enabled: isOn, mode: 'x' as const, modifierKey: 'shift' as const, onPan: tell },
      zoom: {
        mode: 'x' as const,
        wheel: { enabled: isOn, speed: WHEEL_SPEED },
        pinch: { enabled: isOn },
        drag: { enabled: isOn, threshold: CLICK, backgroundColor: translucent(color, 0.12), borderColor: color, borderWidth: 1 },
        onZoom: tell
      }
    }
  }

  return {
    draw(frame, whole = { from: 0, to: 1 }) {
      // Chart.js recognises a dataset by its object.
      chart.data.datasets = frame.series.map((line, i) => Object.assign(chart.data.datasets[i] ?? {}, datasetOf(line, frame.colors)))
      options.scales = scalesOf(frame)
      options.plugins = { annotation: { clip: false, annotations: annotationsOf(frame) }, zoom: zoomOptions(frame.colors.train, whole) }
      chart.options = options
      chart.update('none')
    },
    xAt: (offset) => chart.scales.x?.getValueForPixel(offset) ?? Number.NaN,
    placeOf: ({ x, y }) => ({ x: chart.scales.x?.getPixelForValue(x) ?? Number.NaN, y: chart.scales.y?.getPixelForValue(y) ?? Number.NaN }),
    zoom(factor, at) {
      const { left, right, top, bottom } = chart.chartArea
      const x = at === undefined ? (left + right) / 2 : chart.scales.x.getPixelForValue(at)
      chart.zoom({ x: factor, focalPoint: { x, y: (top + bottom) / 2 } })
    },
    pan: (parts) => chart.pan({ x: -parts * chart.chartArea.width }),
    // A line changes at every pixel at most; two buckets a pixel would not be seen.
    buckets: () => Math.max(50, Math.round(chart.width / 2)),
    size: () => ({ width: chart.width, height: chart.height }),
    destroy: () => chart.destroy()
  }
}
