import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { AppError, cellText, readCsv, suggestSettings, type Column, type Details, type Settings, type Table } from '#core'

/** A table from CSV text. */
export function tableOf(text: string): Table {
  return readCsv(new TextEncoder().encode(text))
}

/** A table from columns of cells, none of which needs quotes. */
export function tableOfColumns(columns: Readonly<Record<string, readonly (string | number)[]>>): Table {
  const cells = Object.values(columns)
  const rows = Array.from({ length: cells[0].length }, (_, row) => cells.map((column) => column[row]).join(','))
  return tableOf([Object.keys(columns).join(','), ...rows].join('\n'))
}

/** The texts of a column's cells. */
export function cellsOf(column: Column): string[] {
  return Array.from(column.missing, (_, row) => cellText(column, row))
}

export const sampleNames = ['iris', 'wine', 'breast-cancer', 'digits', 'penguins'] as const
export type SampleName = (typeof sampleNames)[number]

/** The bytes of a data set that the app ships. */
export function sampleBytes(name: SampleName): Uint8Array {
  return readFileSync(resolve(import.meta.dirname, `../../data/${name}.csv`))
}

export function sampleTable(name: SampleName): Table {
  return readCsv(sampleBytes(name))
}

/** The rows of a shipped data set, split by hand: those files have neither quotes nor line ends inside cells. */
export function sampleCells(name: SampleName): string[][] {
  const text = new TextDecoder().decode(sampleBytes(name))
  return text
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','))
}

/** Suggested settings with some of them replaced. */
export function settingsFor(table: Table, changes: Partial<Settings> = {}): Settings {
  return { ...suggestSettings(table, changes), ...changes }
}

/** The code, details and both sentences of the AppError that an action throws. */
export function refusalOf(action: () => unknown): { code: string; details: Details; en: string; zh: string } {
  try {
    action()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { code: error.code, details: error.details, en: error.sentence('en'), zh: error.sentence('zh') }
  }
  throw new Error('Nothing was refused.')
}
