import {
  Chart,
  LineController,
  LineElement,
  LinearScale,
  LogarithmicScale,
  PointElement,
  type ChartDataset,
  type Plugin,
  type Scale
} from 'chart.js'
import { isLogLabel } from '../logic/axis'
import { placesIn } from '../logic/chart-window'
import { decimate, type Point } from '../logic/decimate'
import type { ChartColors } from './chart-colors'

Chart.register(LineController, LineElement, LinearScale, LogarithmicScale, PointElement)

export interface LineSeries {
  readonly values: Float64Array
  readonly color: string
  readonly dashed: boolean
  readonly thin: boolean
  /** Whether it only stands behind its smoothed form. */
  readonly faint: boolean
}

/** Everything a chart shows at one moment; x is the index into the series. */
export interface LineFrame {
  readonly series: readonly LineSeries[]
  /** Where the x axis begins and ends. */
  readonly from: number
  readonly end: number
  /** Where something was changed on the way: an upright line each. */
  readonly marks: readonly number[]
  readonly scale: 'linear' | 'logarithmic'
  /** The y axis, where it is fixed. */
  readonly low?: number
  readonly high?: number
  /** The x that is pointed at. */
  readonly cursor: number | null
  readonly formatY: (value: number) => string
  readonly colors: ChartColors
}

/** A chart of lines over a canvas. It keeps nothing but what Chart.js keeps, and knows nothing of Vue. */
export interface LineChart {
  readonly draw: (frame: LineFrame) => void
  /** The x at a distance from the canvas' left edge, in CSS pixels; not yet rounded, may lie outside the axis. */
  readonly xAt: (offset: number) => number
  readonly destroy: () => void
}

/** Beside the size of the labels, so that lines grow with the type on large screens. */
const LINE_WIDTH = 0.14
const THIN_LINE_WIDTH = 0.07
const DASH = [0.42, 0.33]
const DOT_RADIUS = 0.29
/** How much of its colour a line has that stands behind its smoothed form, in percent. */
const FAINT = 32

/** Draws on `canvas` from now on, in the size of its parent. */
export function createLineChart(canvas: HTMLCanvasElement): LineChart {
  let frame: LineFrame | null = null

  const cursorLine: Plugin<'line'> = {
    id: 'cursor',
    beforeDatasetsDraw(chart) {
      if (frame) drawMarks(chart, frame)
    },
    afterDatasetsDraw(chart) {
      if (!frame) return
      if (frame.cursor === null) drawDots(chart, frame, frame.series.find(({ faint }) => !faint)?.values.findLastIndex(Number.isFinite) ?? -1)
      else drawCursor(chart, frame, frame.cursor)
    }
  }

  const chart = new Chart<'line', Point[]>(canvas, {
    type: 'line',
    data: { datasets: [] },
    plugins: [cursorLine],
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      parsing: false,
      normalized: true,
      events: [],
      layout: { padding: { right: 8, top: 4 } },
      elements: { point: { radius: 0 } }
    }
  })

  return {
    draw(next) {
      frame = next
      // A line changes at every pixel at most; two buckets a pixel would not be seen.
      const buckets = Math.max(50, Math.round(chart.width / 2))
      chart.data.datasets = next.series.map((series, index) =>
        dataset(series, next, buckets, chart.data.datasets[index])
      )
      chart.options.scales = scalesOf(next)
      chart.update('none')
    },
    xAt: (offset) => chart.scales.x?.getValueForPixel(offset) ?? Number.NaN,
    destroy: () => chart.destroy()
  }
}

type Dataset = ChartDataset<'line', Point[]>

function dataset(
  { values, color, dashed, thin, faint }: LineSeries,
  { from, end, colors: { fontSize: size } }: LineFrame,
  buckets: number,
  before: Dataset | undefined
): Dataset {
  const [first, last] = placesIn({ from, to: end }, values.length)
  const data = decimate(values.subarray(first, last), buckets)
  for (const point of data) point.x += first
  // Chart.js recognises a dataset by its object.
  return Object.assign(before ?? {}, {
    data,
    borderColor: faint ? `color-mix(in srgb, ${color} ${FAINT}%, transparent)` : color,
    backgroundColor: color,
    borderWidth: (thin ? THIN_LINE_WIDTH : LINE_WIDTH) * size,
    borderDash: dashed ? DASH.map((length) => length * size) : [],
    borderJoinStyle: 'round' as const,
    // An epoch that was not evaluated leaves no hole.
    spanGaps: true
  })
}

function scalesOf({ from, end, scale, low, high, formatY, colors }: LineFrame) {
  const ticks = { color: colors.text, font: { family: colors.font, size: colors.fontSize }, maxRotation: 0 }
  const grid = { color: colors.grid, drawTicks: false }
  const border = { color: colors.grid }
  return {
    x: {
      type: 'linear' as const,
      min: from,
      max: end,
      border,
      grid: { ...grid, display: false },
      ticks: {
        ...ticks,
        padding: 4,
        maxTicksLimit: 9,
        precision: 0,
        callback: (value: string | number) => (Number.isInteger(Number(value)) ? String(value) : null)
      }
    },
    y: {
      type: scale,
      min: low,
      max: high,
      border: { ...border, display: false },
      grid,
      ticks: {
        ...ticks,
        padding: 6,
        maxTicksLimit: 7,
        // An end of the axis that is on no step is not labelled: steps stay even.
        includeBounds: false,
        callback(this: Scale, value: string | number) {
          const y = Number(value)
          if (scale === 'logarithmic' && !isLogLabel(y, Math.log10(this.max / this.min))) return null
          return formatY(y)
        }
      },
      // A fixed width keeps the charts' plots in line and still while labels change.
      afterFit(axis: Scale) {
        axis.width = Math.round(colors.fontSize * 4.2)
      }
    }
  }
}

function drawMarks({ ctx, chartArea, scales }: Chart, { marks, colors }: LineFrame): void {
  ctx.save()
  ctx.strokeStyle = colors.text
  ctx.lineWidth = 1
  ctx.setLineDash([2, 3])
  for (const mark of marks) {
    const x = Math.round(scales.x.getPixelForValue(mark)) + 0.5
    if (x < chartArea.left || x > chartArea.right) continue
    ctx.beginPath()
    ctx.moveTo(x, chartArea.top)
    ctx.lineTo(x, chartArea.bottom)
    ctx.stroke()
  }
  ctx.restore()
}

function drawCursor(chart: Chart, frame: LineFrame, cursor: number): void {
  const { ctx, chartArea, scales } = chart
  const x = scales.x.getPixelForValue(cursor)
  ctx.save()
  ctx.strokeStyle = frame.colors.text
  ctx.lineWidth = 1
  ctx.beginPath()
  ctx.moveTo(x, chartArea.top)
  ctx.lineTo(x, chartArea.bottom)
  ctx.stroke()
  ctx.restore()
  drawDots(chart, frame, cursor)
}

/** A dot on each line at one x: where the pointer is, or where the curves have come to. */
function drawDots({ ctx, chartArea, scales }: Chart, { series, colors }: LineFrame, at: number): void {
  const x = scales.x.getPixelForValue(at)
  ctx.save()
  // The first line is on top, as Chart.js draws them.
  for (const { values, color, faint } of series.toReversed()) {
    if (faint) continue
    const y = scales.y.getPixelForValue(values[at])
    if (!Number.isFinite(y) || y < chartArea.top - 1 || y > chartArea.bottom + 1) continue
    if (x < chartArea.left - 1 || x > chartArea.right + 1) continue
    ctx.fillStyle = color
    ctx.beginPath()
    ctx.arc(x, y, DOT_RADIUS * colors.fontSize, 0, 2 * Math.PI)
    ctx.fill()
  }
  ctx.restore()
}
