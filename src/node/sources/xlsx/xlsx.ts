import { AppError, type Note } from '#core'
import { chosenSheet } from '../sheets/chosen-sheet'
import { HiddenParts } from '../sheets/hidden-parts'
import { sheetRows } from '../sheets/sheet-rows'
import type { ArchiveKind, Row } from '../rows/source'
import { readMomentStyles } from './moment-styles'
import { readSharedStrings } from './shared-strings'
import { readWorkbook } from './workbook'
import { readSheet } from './worksheet'

/**
 * A workbook of Excel. Of a formula the value is read that was computed when it was saved; a number that is shown as a date, a time or a duration becomes one.
 * Source: ECMA-376 (Office Open XML), part 1, sections 18.2 to 18.4 and 18.8.
 */
export const xlsx: ArchiveKind = {
  label: 'Excel (.xlsx)',
  recognizes: (names) => names.includes('xl/workbook.xml'),
  read: (files, options) => {
    const notes: Note[] = []
    const all: string[] = []
    const pointGroups = new Set<number>()
    const hidden = new HiddenParts()
    let chosen = ''
    async function* rows(): AsyncGenerator<Row, void> {
      const entries = new Map(files.map((entry) => [entry.name, entry]))
      const { sheets, from1904 } = await readWorkbook(entries)
      all.push(...sheets.map(({ name }) => name))
      const visible = sheets.find(({ isHidden }) => !isHidden)?.name
      const sheet = sheets[chosenSheet(all, { ...options, visible })]
      chosen = sheet.name
      const texts = await readSharedStrings(entries.get('xl/sharedStrings.xml'))
      const moments = await readMomentStyles(entries.get('xl/styles.xml'))
      const entry = entries.get(sheet.file)
      if (!entry) throw new AppError('data.source-damaged', { kind: xlsx.label, reason: sheet.file })
      yield* sheetRows(readSheet(entry, { texts, moments, from1904 }, { pointGroups, hidden }, options), notes)
    }
    return {
      rows: rows(),
      notes: () => [...notes, ...hidden.notes(options.withoutHidden ?? false)],
      pointGroups,
      sheets: () => ({ chosen, all })
    }
  }
}
