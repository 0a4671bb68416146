import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { cellText, type Column, type Encoding } from '#core'
import { loadData } from '../../../src/node/files/data-file'
import { describeIf } from '../../support/conditions'
import { pandas, printedBy } from '../../support/python'

/** A table as pandas reads it, with the options that its form needs given by hand; null stands for a missing cell. */
interface Answer {
  readonly file: string
  readonly columns: readonly {
    readonly name: string
    readonly kind: 'number' | 'text' | 'truth'
    readonly cells: readonly (number | string | null)[]
  }[]
}

/** Encodings that are never guessed: their bytes are as valid in GB18030 or Windows-1252, so that a person chooses them. */
const chosen: Readonly<Record<string, Encoding>> = {
  'big5.csv': 'big5',
  'shift-jis.csv': 'shift_jis',
  'euc-kr.csv': 'euc-kr',
  'cp1250.csv': 'windows-1250',
  'cp1251.csv': 'windows-1251'
}

/** A column in the form of an answer. */
function cellsOf(column: Column, kind: Answer['columns'][number]['kind']): (number | string | null)[] {
  return Array.from(column.missing, (isMissing, row) => {
    if (isMissing === 1) return null
    if (column.kind === 'number') return column.values[row]
    return kind === 'truth' ? cellText(column, row).toLowerCase() : cellText(column, row)
  })
}

describeIf(pandas, 'tables are read without an option, but for rare encodings, as pandas reads them with the right ones', () => {
  const folder = mkdtempSync(join(tmpdir(), 'backprop-lab-pandas-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const answers = pandas.met ? (printedBy(pandas, join(import.meta.dirname, 'tables-with-pandas.py'), folder) as Answer[]) : []

  it('in 60 files and more', () => expect(answers.length).toBeGreaterThan(60))

  it.each(answers)('$file', async ({ file, columns }) => {
    const { table } = await loadData(join(folder, file), file, { encoding: chosen[file] })
    const own = table.columns.map((column, c) => ({ name: column.name, cells: cellsOf(column, columns[c]?.kind) }))
    expect(own).toEqual(columns.map(({ name, cells }) => ({ name, cells })))
  })
})
