import type { Point } from './decimate'
import type { ChartColors } from './chart-colors'

/** A line of a chart. */
export interface LineSeries {
  readonly points: Point[]
  readonly color: string
  readonly look: 'solid' | 'dashed' | 'dotted'
  readonly thin?: boolean
  /** Opacity where it is only behind another one. */
  readonly faint?: number
  /** A dot on it, where it is pointed at or has come to; none where there is no number. */
  readonly dot?: Point
  /** Whether each of its points has a dot; hollow where this says so. */
  readonly isHollow?: (point: number) => boolean
  /** A word at its right end. */
  readonly tag?: string
}

/** An axis of a chart. */
export interface LineAxis {
  readonly type: 'linear' | 'logarithmic'
  /** Its ends, where they are fixed. */
  readonly low?: number
  readonly high?: number
  /** The numbers that are written on it; round ones unless given. */
  readonly ticks?: readonly number[]
  /** Formats a number on the axis; null where there is no label. */
  readonly format: (value: number, ends: { readonly min: number; readonly max: number }) => string | null
  readonly title?: string
}

/** An upright line at an x. */
export interface LineMark {
  readonly at: number
  readonly look: 'cursor' | 'change' | 'best'
  readonly label?: string
}

/** Everything a chart of lines shows at one moment. */
export interface LineFrame {
  /** The first line is on top. */
  readonly series: readonly LineSeries[]
  readonly x: LineAxis
  readonly y: LineAxis
  readonly marks: readonly LineMark[]
  /** Whether the x axis has lines too, and a line from corner to corner where guessing lies. */
  readonly hasGrid?: boolean
  readonly hasDiagonal?: boolean
  readonly colors: ChartColors
}
