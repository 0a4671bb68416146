import { describe, expect, it } from 'vitest'
import { tableBombs } from '../../../../scripts/attack/formats/table-bombs'
import { requireColumns, requireRows, withinLimits } from '../../../../src/node/sources/rows/within-limits'
import { problemOf } from '../../../support/sources'

const MEGABYTE = 1024 * 1024

async function* rowsOf(count: number, row: readonly string[]) {
  for (let at = 0; at < count; at++) yield row
}

/** Returns how many of the rows are passed on, and the code of the problem that they end with, if any. */
async function passedOn(rows: AsyncIterable<readonly string[]>, size: number, partRead = 0) {
  let count = 0
  try {
    for await (const _ of withinLimits(rows, { name: 'a', size }, () => partRead)) count++
  } catch (error) {
    return { count, code: (error as { code: string }).code }
  }
  return { count, code: null }
}

describe('the rows of a file', () => {
  const row = new Array<string>(99).fill('')

  it('may make up to 64 MB, and a hundred bytes for each of its own', async () => {
    const found = await passedOn(rowsOf(1_000_000, row), 0)
    expect(found).toEqual({ count: Math.floor((64 * MEGABYTE) / 800), code: 'data.rows-too-large' })
    expect(await passedOn(rowsOf(found.count * 2, row), 0.64 * MEGABYTE)).toEqual({ count: found.count * 2, code: null })
  })

  it('are refused earlier, where most of the file is yet to come', async () => {
    expect(await passedOn(rowsOf(100_000, row), 0, 0.001)).toEqual({ count: 5050, code: 'data.rows-too-large' })
    expect(await passedOn(rowsOf(20_000, row), 0, 0.5)).toEqual({ count: 20_000, code: null })
  })

  it('have columns that can be shown', async () => {
    expect(await passedOn(rowsOf(1, new Array<string>(100_001).fill('')), 0)).toEqual({ count: 0, code: 'data.too-many-columns' })
    expect(() => requireColumns(100_001, 1)).toThrow(expect.objectContaining({ code: 'data.too-many-columns' }))
    expect(() => requireColumns(100_000, 1)).not.toThrow()
  })

  it('are refused before they are made, where it is known how many they are', () => {
    expect(() => requireRows(8000, 1000, { name: 'a', size: 0 })).not.toThrow()
    expect(() => requireRows(9000, 1000, { name: 'a', size: 0 })).toThrow(expect.objectContaining({ code: 'data.rows-too-large' }))
    expect(() => requireRows(9000, 1000, { name: 'a', size: 100_000 })).not.toThrow()
  })
})

describe('small files that make tables without end', () => {
  const bombs = tableBombs(8 * MEGABYTE)
  // Text, packed or not, is bounded by what unpacks it.
  const names = Object.keys(bombs).filter((name) => !name.startsWith('gzip') && !name.startsWith('zip, as much'))

  it.each(names)('%s', async (name) => {
    const problem = await problemOf(bombs[name][1])
    expect(problem.code).toMatch(
      /^data\.(rows-too-large|sheet-too-wide|sheet-too-long|xml-too-deep|source-damaged|nested-archives|empty-file|array-type|too-many-columns)$|^format\.size$/
    )
  })
})
