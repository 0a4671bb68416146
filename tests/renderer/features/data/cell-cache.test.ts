import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import type { CellBlock, CellPage } from '#shared/contract'
import { CellCache } from '../../../../src/renderer/features/data/cell-cache'
import { eventually } from '../../../support/eventually'

/** A table of endless rows and 50 columns whose cells tell where they stand. */
function page({ from, count, firstColumn, columns: wide }: CellBlock): CellPage {
  const columns = Math.min(wide, 50 - firstColumn)
  return {
    from,
    firstColumn,
    columns,
    lines: Int32Array.from({ length: count }, (_, i) => from + i + 2),
    uses: new Uint8Array(count).fill(1),
    cells: Array.from({ length: count * columns }, (_, i) => `${from + Math.floor(i / columns)}:${firstColumn + (i % columns)}`),
    marks: new Uint8Array(count * columns)
  }
}

const area = (firstRow: number, endRow: number, firstColumn = 0, endColumn = 10) => ({ firstRow, endRow, firstColumn, endColumn })

function cacheOf(fetch = (block: CellBlock) => Promise.resolve(page(block))) {
  const asked: CellBlock[] = []
  const onArrival = vi.fn()
  const cache = new CellCache((block) => {
    asked.push(block)
    return fetch(block)
  }, onArrival)
  return { cache, asked, onArrival }
}

describe('the cells of a table that is elsewhere', () => {
  it('are asked for where they are looked at, and then known', async () => {
    const { cache, asked, onArrival } = cacheOf()
    expect(cache.cell(5, 3)).toBeUndefined()
    cache.want(area(250, 260))
    await eventually(() => expect(onArrival).toHaveBeenCalledTimes(1))
    expect(asked).toEqual([{ from: 200, count: 100, firstColumn: 0, columns: 40 }])
    expect(cache.cell(255, 3)).toEqual({ text: '255:3', mark: 0 })
    expect(cache.row(255)).toEqual({ line: 257, use: 1 })
  })

  it('are those of every block that is in sight', async () => {
    const { cache } = cacheOf()
    cache.want(area(190, 210, 35, 45))
    await eventually(() => expect(cache.cell(205, 44)?.text).toBe('205:44'))
    expect([cache.cell(195, 36)?.text, cache.cell(205, 36)?.text, cache.cell(195, 44)?.text]).toEqual(['195:36', '205:36', '195:44'])
    expect(cache.cell(195, 50)).toBeUndefined()
  })

  it('are not asked for twice', async () => {
    const { cache, asked, onArrival } = cacheOf()
    cache.want(area(0, 10))
    cache.want(area(1, 11))
    await eventually(() => expect(onArrival).toHaveBeenCalled())
    cache.want(area(2, 12))
    expect(asked).toHaveLength(1)
  })

  it('are skipped where one scrolled past them', async () => {
    const gates: (() => void)[] = []
    const { cache, asked } = cacheOf((block) => new Promise((resolve) => gates.push(() => resolve(page(block)))))
    cache.want(area(0, 300))
    expect(asked.map(({ from }) => from)).toEqual([0, 100])
    cache.want(area(5000, 5010))
    gates[0]()
    await eventually(() => expect(asked.map(({ from }) => from)).toEqual([0, 100, 5000]))
  })

  it('stay in sight while they are renewed, and are gone with their table', async () => {
    const { cache, asked, onArrival } = cacheOf()
    cache.want(area(0, 10))
    await eventually(() => expect(onArrival).toHaveBeenCalledTimes(1))
    cache.renew()
    expect(cache.cell(0, 0)?.text).toBe('0:0')
    expect(asked).toHaveLength(2)
    await eventually(() => expect(onArrival).toHaveBeenCalledTimes(2))
    cache.clear()
    expect(cache.cell(0, 0)).toBeUndefined()
  })

  it('are not requested again and again when they are not available', async () => {
    const { cache, asked } = cacheOf(() => Promise.reject(new Error('gone')))
    cache.want(area(0, 10))
    await flushPromises()
    expect(asked).toHaveLength(1)
  })

  it('are kept for a while only', async () => {
    const { cache, asked, onArrival } = cacheOf()
    for (let block = 0; block < 100; block++) {
      cache.want(area(block * 100, block * 100 + 10))
      await flushPromises()
    }
    expect(onArrival).toHaveBeenCalledTimes(100)
    expect(cache.cell(0, 0)).toBeUndefined()
    expect(cache.cell(9905, 0)?.text).toBe('9905:0')
    expect(asked).toHaveLength(100)
  })
})
