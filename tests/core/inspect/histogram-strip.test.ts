import { describe, expect, it } from 'vitest'
import { createRandom, histogramOf, histogramStrip } from '#core'

const random = createRandom(3)
const draws = (count: number, scale: number) => histogramOf(Float64Array.from({ length: count }, () => scale * random.normal()))
const rowsOf = ({ bins, shares }: ReturnType<typeof histogramStrip>) =>
  Array.from({ length: shares.length / bins }, (_, time) => Array.from(shares.subarray(time * bins, (time + 1) * bins)))
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)

describe('histograms over time', () => {
  it('share their bins, and each keeps its sum', () => {
    const parts = [draws(1000, 3), draws(17, 0.01), draws(400, 1)]
    const strip = histogramStrip(parts, 10)
    expect([strip.from, strip.to]).toEqual([Math.min(...parts.map(({ from }) => from)), Math.max(...parts.map(({ to }) => to))])
    for (const row of rowsOf(strip)) expect(sum(row)).toBeCloseTo(1, 5)
  })

  it('are as they were where they already share them', () => {
    const one = draws(1000, 1)
    const [row] = rowsOf(histogramStrip([one], one.counts.length))
    row.forEach((share, bin) => expect(share).toBeCloseTo(one.counts[bin] / 1000, 6))
  })

  it('hold equal numbers in one bin, and nothing where there is none', () => {
    const strip = histogramStrip([histogramOf([2, 2]), histogramOf([NaN]), histogramOf([0, 4])], 4)
    expect(rowsOf(strip)).toEqual([[0, 0, 1, 0], [0, 0, 0, 0], [0.5, 0, 0, 0.5].map((share) => expect.closeTo(share, 6) as number)])
    expect(histogramStrip([histogramOf([])])).toMatchObject({ from: 0, to: 0 })
    expect(rowsOf(histogramStrip([histogramOf([5, 5])], 3))).toEqual([[1, 0, 0]])
  })

  it('stay finite at the ends of the range', () => {
    const strip = histogramStrip([histogramOf([-1e308, 1e308]), histogramOf([0])], 4)
    for (const row of rowsOf(strip)) expect(sum(row)).toBeCloseTo(1, 5)
  })
})
