import type { BatchLosses } from '#core'
import { isLogLabel } from '../../charts/axis'
import { placesIn, type ChartWindow } from '../../charts/chart-window'
import { decimate, type Point } from '../../charts/decimate'
import { smooth } from '../../charts/smooth'
import type { ChartColors } from '../../charts/chart-colors'
import type { ChartLook, ChartSeries, CurvePane, KeptCurve } from './chart-series'
import type { LineAxis, LineFrame, LineMark, LineSeries } from '../../charts/line-frame'
import { yRange } from './y-range'

type Scale = ChartLook['scale']

/** Content and appearance of a chart of curves over the epochs. */
export interface CurveFrameOptions extends Pick<CurvePane, 'kind' | 'series' | 'kept' | 'batches'>, ChartLook {
  /** The epochs of the whole run, and those that are looked at closely. */
  readonly whole: ChartWindow
  readonly shown: ChartWindow | null
  /** The epoch that is pointed at. */
  readonly cursor: number | null
  readonly marks: readonly LineMark[]
  readonly formatY: (value: number) => string
  /** Points that the chart is wide enough to tell apart. */
  readonly buckets: number
  readonly colors: ChartColors
}

/** In epochs; about one epoch in two pixels. On a longer, jagged curve dashes would only be noise: it is thin instead. */
export const LONGEST_DASHED = 400

/** Opacity of a raw curve behind its smoothed form, and of the mini-batch losses behind all. */
const FAINT = 0.32
const BATCHES = 0.2

/** Where the epoch axis begins: the untrained network has no place on a logarithmic one. */
export const firstEpoch = (scale: Scale) => (scale === 'logarithmic' ? 1 : 0)

/** Curves of a run over its epochs, with all that lies behind and upon them. */
export function curveFrame(options: CurveFrameOptions): LineFrame {
  const { kind, series, kept, batches, scale, epochScale, smoothing, whole, shown, colors } = options
  const window = shown ?? whole
  const raw = series.map(({ name, values }) => ({ name, values: values() }))
  const lines = smoothing > 0 ? raw.map(({ name, values }) => ({ name, values: smooth(values, smoothing) })) : raw
  const inSight = raw.map(({ values }) => values.subarray(...placesIn(window, values.length)))
  const keptInSight = kept.map(({ epochs, values }) => values.filter((_, i) => epochs[i] >= window.from && epochs[i] <= window.to))
  const range = yRange({ kind, scale, series: [...inSight, ...keptInSight], isClose: shown !== null, isFixed: batches !== null })
  return {
    series: [
      ...lines.map(({ name, values }) => runLine(name, values, window, options)),
      ...kept.map((curve) => keptLine(curve, window, options)),
      ...(smoothing > 0 ? raw.map(({ name, values }) => behind(runLine(name, values, window, options))) : []),
      ...(batches ? [batchLine(batches, window, colors.train)] : [])
    ],
    x: epochAxis(epochScale, window),
    y: { type: scale, ...range, format: (value, ends) => (isWritten(scale, value, ends) ? options.formatY(value) : null) },
    marks: options.marks,
    colors
  }
}

function runLine(name: ChartSeries['name'], values: Float64Array, window: ChartWindow, options: CurveFrameOptions): LineSeries {
  const { epochScale, buckets, colors, cursor } = options
  const isLong = values.length > LONGEST_DASHED
  const [start, end] = placesIn(window, values.length)
  const first = Math.max(start, firstEpoch(epochScale))
  const at = cursor ?? values.findLastIndex(Number.isFinite)
  return {
    points: first < end ? decimate(values, { buckets, first, end, spacing: epochScale }) : [],
    color: name === 'rate' ? colors.train : colors[name],
    look: isLong ? 'solid' : looks[name],
    thin: isLong && name !== 'train' && name !== 'rate',
    dot: { x: at, y: values[at] ?? Number.NaN }
  }
}

const looks = { train: 'solid', rate: 'solid', test: 'dashed', validation: 'dotted' } as const

const behind = (line: LineSeries): LineSeries => ({ ...line, look: 'solid', faint: FAINT, dot: undefined })

function keptLine(
  { place, epochs, values }: KeptCurve,
  { from, to }: ChartWindow,
  { epochScale, colors, cursor }: CurveFrameOptions
): LineSeries {
  const points: Point[] = []
  epochs.forEach((x, i) => {
    if (x >= Math.max(from, firstEpoch(epochScale)) && x <= to) points.push({ x, y: Number.isFinite(values[i]) ? values[i] : Number.NaN })
  })
  const at = cursor === null ? -1 : epochs.indexOf(cursor)
  return {
    points,
    color: colors.kept[(place - 1) % colors.kept.length],
    look: 'dashed',
    thin: true,
    tag: String(place),
    ...(at >= 0 ? { dot: { x: epochs[at], y: values[at] } } : {})
  }
}

/** Down to the lowest and up to the highest of each point. */
function batchLine({ at, low, high }: BatchLosses, { from, to }: ChartWindow, color: string): LineSeries {
  const points: Point[] = []
  at.forEach((x, i) => {
    if (x < from || x > to) return
    points.push({ x, y: low[i] })
    if (high[i] > low[i]) points.push({ x, y: high[i] })
  })
  return { points, color, look: 'solid', faint: BATCHES }
}

function epochAxis(type: Scale, { from, to }: ChartWindow): LineAxis {
  return {
    type,
    low: from,
    high: to,
    format: (epoch, ends) => (Number.isInteger(epoch) && isWritten(type, epoch, ends) ? String(epoch) : null)
  }
}

function isWritten(scale: Scale, value: number, { min, max }: { readonly min: number; readonly max: number }): boolean {
  return scale === 'linear' || isLogLabel(value, Math.log10(max / min))
}
