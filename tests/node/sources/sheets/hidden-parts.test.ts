import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sentence, type Omission } from '#core'
import { loadData } from '../../../../src/node/files/data-file'
import { temporaryFolders } from '../../../support/folders'
import { odsOf, xlsxOf, xlsxRows } from '../../../support/workbooks'

const folder = temporaryFolders()

async function load(bytes: Uint8Array, omit: readonly Omission[] = []) {
  const path = join(folder(), 'book')
  writeFileSync(path, bytes)
  const { table } = await loadData(path, 'book', { omit })
  const told = table.notes.filter(({ code }) => code.includes('hidden'))
  return { lines: [...table.lines], told: told.map(({ code, details }) => sentence(code, details, 'en')), notes: told }
}

const rows = [['a', 'b', 'c'], ...Array.from({ length: 6 }, (_, i) => [i, 10 * i, 'xy'[i % 2]])]
const xlsx = xlsxOf({
  data: `<cols><col min="2" max="2" hidden="1"/><col min="4" max="16384" hidden="1"/></cols>${xlsxRows(rows, [3, 4, 6])}`
})

const odsRow = (cells: readonly (string | number)[], visibility: string, times = 1) =>
  `<table:table-row table:visibility="${visibility}" table:number-rows-repeated="${times}">${cells
    .map((cell) =>
      typeof cell === 'number'
        ? `<table:table-cell office:value-type="float" office:value="${cell}"/>`
        : `<table:table-cell><text:p>${cell}</text:p></table:table-cell>`
    )
    .join('')}</table:table-row>`
const ods = odsOf(
  `<table:table-column/><table:table-column table:visibility="collapse"/><table:table-column table:number-columns-repeated="1000"/>${[
    odsRow(rows[0], 'visible'),
    odsRow(rows[1], 'visible'),
    odsRow(rows[2], 'filter', 2),
    odsRow(rows[4], 'visible'),
    odsRow(rows[5], 'collapse'),
    odsRow(rows[6], 'visible')
  ].join('')}`
)

describe.each([
  ['Excel', xlsx],
  ['OpenDocument', ods]
])('hidden parts of a sheet: %s', (_, book) => {
  it('are read, and this is told', async () => {
    const { lines, told } = await load(book)
    expect(lines).toEqual([2, 3, 4, 5, 6, 7])
    expect(told).toEqual([
      '3 hidden or filtered rows of the sheet are read too (first: row 3).',
      '1 hidden column of the sheet is read too: `B`.'
    ])
  })

  it('are left out on request, and the numbers of the others stay', async () => {
    const { lines, told } = await load(book, ['hidden'])
    expect(lines).toEqual([2, 5, 7])
    expect(told[0]).toBe('3 hidden or filtered rows of the sheet are left out (first: row 3).')
  })
})

describe('a workbook', () => {
  it('without hidden parts says nothing of them', async () => {
    expect((await load(xlsxOf({ data: xlsxRows(rows) }))).told).toEqual([])
    expect((await load(xlsxOf({ data: `<cols><col min="9" max="99" hidden="1"/></cols>${xlsxRows(rows)}` }))).told).toEqual([])
  })

  it('calls columns by the letters of spreadsheet programs', async () => {
    const wide = xlsxRows([
      Array.from({ length: 705 }, (_, i) => `x${i}`),
      Array.from({ length: 705 }, (_, i) => i),
      Array.from({ length: 705 }, (_, i) => i * i)
    ])
    const { notes } = await load(
      xlsxOf({ data: `<cols><col min="26" max="27" hidden="1"/><col min="702" max="703" hidden="true"/></cols>${wide}` })
    )
    expect(notes[0].details.columns).toBe('`Z`, `AA`, `ZZ`, `AAA`')
  })

  it('begins with its first visible sheet', async () => {
    const [lists, data] = [
      xlsxRows([
        ['key', 'n'],
        ['k', 1],
        ['l', 2]
      ]),
      xlsxRows(rows)
    ]
    expect((await load(xlsxOf({ lists, data }, { states: { lists: 'veryHidden' } }))).lines).toHaveLength(6)
    expect((await load(xlsxOf({ lists, data }))).lines).toHaveLength(2)
  })
})
