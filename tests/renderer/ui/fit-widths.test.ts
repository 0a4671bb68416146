import { describe, expect, it } from 'vitest'
import { fitWidths } from '../../../src/renderer/ui/fit-widths'

const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0)

describe('the widths of columns', () => {
  it('fill the room where they are a little narrower or wider', () => {
    for (const room of [95, 100, 120]) expect(sum(fitWidths([20, 30, 50], room))).toBeCloseTo(room, 9)
  })

  it('keep their proportions', () => {
    expect(fitWidths([20, 40], 66)).toEqual([22, 44])
  })

  it('are left as they are where far more is to be shown than there is room for', () => {
    expect(fitWidths([60, 60], 100)).toEqual([60, 60])
  })

  it('are not stretched beyond half as much again', () => {
    expect(fitWidths([10, 10], 1000)).toEqual([15, 15])
  })

  it('are left as they are before anything was measured', () => {
    expect(fitWidths([10, 20], 0)).toEqual([10, 20])
    expect(fitWidths([], 100)).toEqual([])
  })
})
