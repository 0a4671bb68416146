import {
  Chart,
  LineController,
  LineElement,
  LinearScale,
  LogarithmicScale,
  PointElement,
  type ChartDataset,
  type ChartOptions,
  type Scale
} from 'chart.js'
import annotationPlugin, { type AnnotationOptions } from 'chartjs-plugin-annotation'
import type { Point } from './decimate'
import { translucent, type ChartColors } from './chart-colors'
import type { LineAxis, LineFrame, LineMark, LineSeries } from './line-frame'

Chart.register(LineController, LineElement, LinearScale, LogarithmicScale, PointElement, annotationPlugin)

/** Beside the size of the labels, so that lines grow with the type on large screens. */
const LINE_WIDTH = 0.14
const THIN_LINE_WIDTH = 0.07
const DASHES = { solid: [], dashed: [0.42, 0.33], dotted: [0.14, 0.25] } as const
const DOT_RADIUS = 0.29
const LABELS_WIDTH = 4.2

/** Common options of line charts. */
export const lineOptions: ChartOptions<'line'> = {
  animation: false,
  maintainAspectRatio: false,
  parsing: false,
  normalized: true,
  events: [],
  layout: { padding: { right: 8, top: 4 } },
  elements: { point: { radius: 0 } }
}

/** A line, with points instead of numbers by index. */
export type LineDataset = ChartDataset<'line', Point[]>

/** A line as Chart.js takes it. */
export function datasetOf(
  { points, color, look, thin, faint, isHollow }: LineSeries,
  { fontSize: size, surface }: ChartColors
): LineDataset {
  return {
    data: points,
    borderColor: faint ? translucent(color, faint) : color,
    borderWidth: (thin || faint ? THIN_LINE_WIDTH : LINE_WIDTH) * size,
    borderDash: DASHES[look].map((length) => length * size),
    borderJoinStyle: 'round',
    // On the very edge of the plot a line keeps its width.
    clip: { left: 0, right: 0, top: 2, bottom: 2 },
    // An epoch that was not evaluated leaves no hole.
    spanGaps: true,
    pointRadius: isHollow ? DOT_RADIUS * size * 0.75 : 0,
    pointBorderColor: color,
    pointBackgroundColor: isHollow ? points.map((_, i) => (isHollow(i) ? surface : color)) : color
  }
}

/** The axes as Chart.js takes them. */
export function scalesOf({ x, y, hasGrid = false, colors }: LineFrame) {
  const grid = { color: colors.grid, drawTicks: false }
  return {
    x: { ...axisOf(x, colors, 9), border: { color: colors.grid }, grid: { ...grid, display: hasGrid } },
    y: {
      ...axisOf(y, colors, 7),
      border: { color: colors.grid, display: false },
      grid,
      // A fixed width keeps the charts' plots in line and still while labels change.
      afterFit(axis: Scale) {
        axis.width = Math.round(colors.fontSize * (LABELS_WIDTH + (y.title ? 1.4 : 0)))
      }
    }
  }
}

function axisOf({ type, low, high, ticks, format, title }: LineAxis, { text, font: family, fontSize: size }: ChartColors, most: number) {
  const font = { family, size }
  return {
    type,
    min: low,
    max: high,
    title: { display: title !== undefined, text: title ?? '', color: text, font, padding: 2 },
    ...(ticks ? { afterBuildTicks: (axis: Scale) => (axis.ticks = ticks.map((value) => ({ value }))) } : {}),
    ticks: {
      color: text,
      font,
      padding: 5,
      maxRotation: 0,
      maxTicksLimit: most,
      autoSkip: ticks === undefined,
      // An end of the axis that is on no step is not labelled: steps stay even.
      includeBounds: false,
      callback(this: Scale, value: string | number) {
        return format(Number(value), this)
      }
    }
  }
}

/** Marks, dots and tags as the annotation plugin takes them. */
export function annotationsOf({ series, marks, hasDiagonal, x, y, colors }: LineFrame): AnnotationOptions[] {
  const { fontSize } = colors
  const diagonal: AnnotationOptions[] = hasDiagonal
    ? [
        {
          type: 'line',
          xMin: x.low,
          yMin: y.low,
          xMax: x.high,
          yMax: y.high,
          borderColor: colors.border,
          borderWidth: 1,
          borderDash: [4, 4],
          drawTime: 'beforeDatasetsDraw'
        }
      ]
    : []
  const lines = marks.map((mark) => lineOf(mark, colors))
  // The first line is on top.
  const dots = series.toReversed().flatMap(({ dot, color }) => (dot && Number.isFinite(dot.y) ? [dotOf(dot, color, fontSize)] : []))
  const tags = series.flatMap((line) => tagOf(line, colors))
  return [...diagonal, ...lines, ...dots, ...tags]
}

function lineOf({ at, look, label }: LineMark, { text, test, surface, font: family, fontSize }: ChartColors): AnnotationOptions {
  const color = look === 'best' ? test : text
  return {
    type: 'line',
    scaleID: 'x',
    value: at,
    borderColor: color,
    borderWidth: 1,
    borderDash: { cursor: [], change: [2, 3], best: [5, 3] }[look],
    drawTime: 'beforeDatasetsDraw',
    adjustScaleRange: false,
    label: {
      drawTime: 'afterDatasetsDraw',
      display: label !== undefined,
      content: label ?? '',
      position: 'start',
      color,
      backgroundColor: translucent(surface, 0.85),
      font: { family, size: fontSize * 0.92, weight: 'normal' },
      padding: 2,
      borderRadius: 2
    }
  }
}

function dotOf({ x, y }: Point, color: string, fontSize: number): AnnotationOptions {
  return {
    type: 'point',
    xValue: x,
    yValue: y,
    radius: DOT_RADIUS * fontSize,
    backgroundColor: color,
    borderWidth: 0,
    adjustScaleRange: false,
    // Not outside the plot, but whole on its edge. At first, nothing has a place yet.
    display: ({ chart: { scales, chartArea } }) => {
      if (!chartArea) return false
      const [left, top] = [scales.x.getPixelForValue(x), scales.y.getPixelForValue(y)]
      return left >= chartArea.left - 1 && left <= chartArea.right + 1 && top >= chartArea.top - 1 && top <= chartArea.bottom + 1
    }
  }
}

function tagOf({ points, tag, color }: LineSeries, { font: family, fontSize }: ChartColors): AnnotationOptions[] {
  const end = points.findLast(({ y }) => Number.isFinite(y))
  if (tag === undefined || !end) return []
  return [
    {
      type: 'label',
      xValue: end.x,
      yValue: end.y,
      content: tag,
      color,
      font: { family, size: fontSize * 0.92, weight: 'bold' },
      padding: 0,
      position: { x: 'end', y: 'end' },
      yAdjust: -2,
      adjustScaleRange: false
    }
  ]
}
