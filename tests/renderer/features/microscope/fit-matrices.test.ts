import { describe, expect, it } from 'vitest'
import { fitMatrices, type Stack } from '../../../../src/renderer/features/microscope/fit-matrices'
import { shownWindows } from '../../../../src/renderer/features/microscope/shown-indices'

const stack = (across: number, rows: number, columns: number): Stack => ({
  wide: [
    { axis: 'across', count: across, digits: 7 },
    { axis: 'columns', count: columns, digits: 7 }
  ],
  high: [
    { axis: 'across', count: across },
    { axis: 'rows', count: rows }
  ],
  margin: { width: 200, height: 80 }
})

describe('the matrices of a step', () => {
  it('have the largest numbers where they are small', () => {
    const { size, windows } = fitMatrices(stack(3, 2, 3), { width: 930, height: 360 })
    expect([size, windows.rows, windows.across]).toEqual(['largest', shownWindows[0], shownWindows[0]])
  })

  it('are written out as far as there is room, the longest side cut first', () => {
    const { size, windows } = fitMatrices(stack(784, 64, 2), { width: 930, height: 360 })
    expect(size).toBe('small')
    expect(windows.columns).toBe(shownWindows[0])
    expect(shownWindows.indexOf(windows.across)).toBeGreaterThanOrEqual(shownWindows.indexOf(windows.rows))
    expect(fitMatrices(stack(784, 64, 2), { width: 1480, height: 900 }).windows.across).toBe(shownWindows[0])
  })

  it('are cut no further than to two numbers, whatever the room', () => {
    const { size, windows } = fitMatrices(stack(784, 1024, 128), { width: 10, height: 10 })
    expect([size, windows.rows, windows.columns, windows.across]).toEqual(['small', ...Array.from({ length: 3 }, () => shownWindows[4])])
  })

  it('never grow in a smaller room', () => {
    const sizes = ['small', 'medium', 'large', 'largest']
    const rooms = [200, 300, 400, 600, 900].map((height) => fitMatrices(stack(8, 8, 8), { width: 3 * height, height }))
    const places = rooms.map(({ size }) => sizes.indexOf(size))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    const cut = rooms.map(({ windows }) => shownWindows.indexOf(windows.rows))
    expect(cut).toEqual([...cut].sort((a, b) => b - a))
  })
})
