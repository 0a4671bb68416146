import { describe, expect, it } from 'vitest'
import type { ChartSeries, KeptCurve } from '../../../../src/renderer/features/curves/chart-series'
import { curveFrame, LONGEST_DASHED, type CurveFrameOptions } from '../../../../src/renderer/features/curves/curve-frame'

const colors = {
  train: '#000001',
  validation: '#000002',
  test: '#000003',
  kept: ['#000004', '#000005'],
  text: '#000006',
  strong: '#000007',
  surface: '#ffffff',
  grid: '#000008',
  border: '#000009',
  font: 'sans-serif',
  fontSize: 12
}
const line = (name: ChartSeries['name'], ...values: number[]): ChartSeries => ({ name, values: () => Float64Array.from(values) })
const kept: KeptCurve = { place: 3, name: '', side: 'test', epochs: Float64Array.of(0, 2, 4), values: Float64Array.of(9, 8, 7) }

const frame = (options: Partial<CurveFrameOptions>) =>
  curveFrame({
    kind: 'loss',
    series: [line('train', 3, 2, 1)],
    kept: [],
    batches: null,
    scale: 'linear',
    epochScale: 'linear',
    smoothing: 0,
    whole: { from: 0, to: 4 },
    shown: null,
    cursor: null,
    marks: [],
    formatY: String,
    buckets: 100,
    colors,
    ...options
  })

describe('the lines of a chart', () => {
  it('tell the sides of the split apart by colour and by dashes', () => {
    const { series } = frame({ series: [line('train', 1), line('validation', 1), line('test', 1)] })
    expect(series.map(({ color, look }) => [color, look])).toEqual([
      [colors.train, 'solid'],
      [colors.validation, 'dotted'],
      [colors.test, 'dashed']
    ])
  })

  it('are not dashed where they are long', () => {
    const long = new Array<number>(LONGEST_DASHED + 1).fill(1)
    const [, test] = frame({ series: [line('train', ...long), line('test', ...long)] }).series
    expect([test.look, test.thin]).toEqual(['solid', true])
  })

  it('have the raw curve faintly behind the smoothed one', () => {
    const { series } = frame({ smoothing: 0.6 })
    expect(series.map(({ faint }) => faint !== undefined)).toEqual([false, true])
    expect(series[1].points.map(({ y }) => y)).toEqual([3, 2, 1])
    expect(series[0].points[0].y).toBeCloseTo(3, 12)
    expect(series[0].points[2].y).toBeGreaterThan(1)
  })

  it('show kept runs by their places, within the window', () => {
    const [, other] = frame({ kept: [kept], shown: { from: 1, to: 4 }, cursor: 2 }).series
    expect(other.tag).toBe('3')
    expect(other.points).toEqual([
      { x: 2, y: 8 },
      { x: 4, y: 7 }
    ])
    expect(other.dot).toEqual({ x: 2, y: 8 })
  })

  it('have the spread of the mini-batches behind them, which does not make the axis longer', () => {
    const batches = { at: Float64Array.of(0.5, 1), low: Float64Array.of(1, 2), high: Float64Array.of(50, 2) }
    const { series, y } = frame({ batches })
    expect(series[1]).toMatchObject({
      faint: 0.2,
      points: [
        { x: 0.5, y: 1 },
        { x: 0.5, y: 50 },
        { x: 1, y: 2 }
      ]
    })
    expect(y.high).toBeLessThan(4)
  })

  it('leave out the untrained network on a logarithmic epoch axis', () => {
    const { series, x } = frame({ epochScale: 'logarithmic', whole: { from: 1, to: 100 }, kept: [kept] })
    expect(series.map(({ points }) => points[0].x)).toEqual([1, 2])
    expect([1, 2, 7, 10, 100].map((epoch) => x.format(epoch, { min: 1, max: 100 }))).toEqual(['1', '2', null, '10', '100'])
  })

  it('have a dot where the curve has come to, and where one points', () => {
    const series = [line('train', 3, 2, Number.NaN)]
    expect(frame({ series }).series[0].dot).toEqual({ x: 1, y: 2 })
    expect(frame({ series, cursor: 0 }).series[0].dot).toEqual({ x: 0, y: 3 })
  })
})
