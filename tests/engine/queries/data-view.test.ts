import { describe, expect, it } from 'vitest'
import { cellText, prepare, suggestSettings, type Settings } from '#core'
import { cellMarks, rowUses } from '#shared/contract'
import { cellPage, columnProfiles, rowOnLine, scatterPoints } from '../../../src/engine/queries/data-view'
import type { DataContext } from '../../../src/engine/context/run-context'
import { sampleTable, tableOf } from '../../support/tables'

const table = sampleTable('penguins')
const settings = suggestSettings(table, { target: 'species' })

function dataContext(changes: Partial<Settings> = {}): DataContext {
  const chosen = { ...settings, ...changes }
  return { table, settings: chosen, prepared: prepare(table, chosen) }
}

describe('a page of cells', () => {
  const page = cellPage(dataContext(), { from: 0, count: 10, firstColumn: 1, columns: 3 })

  it('has the texts of the file, row by row', () => {
    expect(page.cells).toHaveLength(30)
    for (let row = 0; row < 10; row++) {
      const own = page.cells.slice(3 * row, 3 * row + 3)
      expect(own).toEqual(table.columns.slice(1, 4).map((column) => cellText(column, row)))
    }
    expect(page.lines[0]).toBe(2)
  })

  it('marks what is missing', () => {
    // Line 5 is the first with missing measurements; the island is there.
    expect(Array.from(page.marks.subarray(9, 12), (mark) => cellMarks[mark])).toEqual(['plain', 'missing', 'missing'])
  })

  it('is cut off at the ends of the table', () => {
    const last = cellPage(dataContext(), { from: 340, count: 100, firstColumn: 5, columns: 40 })
    expect([last.lines.length, last.columns, last.cells.length]).toEqual([4, 2, 8])
  })

  it('tells what each row is used for', () => {
    const { prepared } = dataContext({ validation: 0.1 })
    const all = cellPage(dataContext({ validation: 0.1 }), { from: 0, count: 1000, firstColumn: 0, columns: 1 })
    const count = (use: string) => all.uses.filter((one) => rowUses[one] === use).length
    expect([count('train'), count('validation'), count('test'), count('unused')]).toEqual([
      prepared?.train.lines.length,
      prepared?.validation.lines.length,
      prepared?.test.lines.length,
      prepared?.droppedRows
    ])
    const testLines = all.lines.filter((_, row) => rowUses[all.uses[row]] === 'test')
    expect(testLines).toEqual(prepared?.test.lines)
  })

  it('marks cells of a number column that are none', () => {
    const odd = tableOf(`a,b\n${Array.from({ length: 20 }, (_, i) => (i === 4 ? 'x,1' : `${i},1`)).join('\n')}\n`)
    const marks = cellPage({ table: odd, settings, prepared: null }, { from: 4, count: 1, firstColumn: 0, columns: 2 }).marks
    expect(Array.from(marks, (mark) => cellMarks[mark])).toEqual(['unusable', 'plain'])
  })
})

it('the row on a line is found, or the one after it', () => {
  const gaps = tableOf('a,b\n1,2\n\n\n3,4\n"5\n",6\n7,8\n')
  expect([1, 2, 3, 4, 5, 6, 7, 8, 99].map((line) => rowOnLine(gaps, line))).toEqual([0, 0, 1, 1, 1, 2, 3, 3, 3])
})

describe('a column’s profile', () => {
  it('has type, distribution and association with the target', async () => {
    const [island, mass, species] = await columnProfiles(dataContext(), ['island', 'body_mass_g', 'species'])
    expect(island).toMatchObject({ type: 'category', associations: [{ kind: 'cramers-v', target: 'species' }] })
    expect(mass).toMatchObject({ type: 'integer', missing: 2, associations: [{ kind: 'correlation-ratio' }] })
    expect(species.associations).toEqual([])
  })

  it('follows the target', async () => {
    const regression = dataContext({ ...suggestSettings(table, { target: 'body_mass_g' }) })
    const [flipper] = await columnProfiles(regression, ['flipper_length_mm'])
    expect(flipper.associations[0]).toMatchObject({ kind: 'pearson', target: 'body_mass_g' })
    // The well-known correlation of the two.
    expect(flipper.associations[0].value).toBeCloseTo(0.871, 3)
  })

  it('of an unknown column is refused by name', async () => {
    await expect(columnProfiles(dataContext(), ['nose'])).rejects.toMatchObject({ code: 'data.no-column' })
  })
})

describe('points of two columns', () => {
  it('leave out rows in which either is missing, and are coloured by class', async () => {
    const points = await scatterPoints(dataContext(), { x: 'bill_length_mm', y: 'bill_depth_mm' })
    expect([points.rows, points.lines.length]).toEqual([342, 342])
    expect(points.target.labels).toEqual(['Adelie', 'Chinstrap', 'Gentoo'])
    expect(points.x.values[0]).toBe(39.1)
  })

  it('stand at the numbers of texts', async () => {
    const { y } = await scatterPoints(dataContext(), { x: 'bill_length_mm', y: 'island' })
    expect(y.labels).toEqual(['Biscoe', 'Dream', 'Torgersen'])
    expect(new Set(y.values)).toEqual(new Set([0, 1, 2]))
  })

  it('are drawn from very many rows, in file order', async () => {
    const rows = Array.from({ length: 9000 }, (_, i) => `${i},${i % 7},${i % 2}`)
    const large = tableOf(`a,b,c\n${rows.join('\n')}\n`)
    const chosen = suggestSettings(large)
    const points = await scatterPoints({ table: large, settings: chosen, prepared: null }, { x: 'a', y: 'b' })
    expect([points.rows, points.lines.length]).toEqual([9000, 4000])
    expect(points.lines).toEqual(points.lines.slice().sort())
    points.lines.forEach((line, i) => expect(points.x.values[i]).toBe(line - 2))
  })
})
