import { describe, expect, it } from 'vitest'
import { estimateLoad } from '../../../../src/renderer/features/data/load-estimate'

const reading = (bytes: number, total = 100) => ({ stage: 'reading' as const, bytes, total })

describe('how long a file will still take', () => {
  it('is as long as what was read took, in proportion', () => {
    expect(estimateLoad(reading(25), 10)).toEqual({ share: 0.25, left: 30 })
    expect(estimateLoad(reading(80), 4)).toEqual({ share: 0.8, left: expect.closeTo(1) })
  })

  it('is not estimated from too little, nor where it is about to end', () => {
    expect(estimateLoad(reading(25), 0.2).left).toBeNull()
    expect(estimateLoad(reading(99), 10).left).toBeNull()
    expect(estimateLoad(reading(0), 10)).toEqual({ share: 0, left: null })
    expect(estimateLoad(reading(5, 0), 10)).toEqual({ share: 0, left: null })
  })

  it('is not reported for what follows the reading', () => {
    expect(estimateLoad({ ...reading(5, 20), stage: 'counting' }, 3)).toEqual({ share: 0.25, left: null })
  })
})
