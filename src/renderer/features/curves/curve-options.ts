import type { ChartLook } from './chart-series'
import type { ChartKind } from './y-range'

/** The weights of the moving average. */
const smoothings = { none: 0, some: 0.6, much: 0.9 } as const

/** Options of the curves. */
export interface CurveOptions {
  readonly scale: ChartLook['scale']
  readonly epochScale: ChartLook['epochScale']
  readonly smoothing: keyof typeof smoothings
  /** Whether the losses of the mini-batches lie behind that of the training rows. */
  readonly hasBatches: boolean
}

/** Default options. */
export const firstOptions: CurveOptions = { scale: 'linear', epochScale: 'linear', smoothing: 'none', hasBatches: true }

/** A learning rate is not smoothed, and what ends at 1 has no logarithmic axis. */
export function lookOf(kind: ChartKind, { scale, epochScale, smoothing }: CurveOptions): ChartLook {
  return {
    scale: kind === 'loss' || kind === 'rate' ? scale : 'linear',
    epochScale,
    smoothing: kind === 'rate' ? 0 : smoothings[smoothing]
  }
}
