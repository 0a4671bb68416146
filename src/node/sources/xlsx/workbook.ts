import { AppError, type PackedEntry } from '#core'
import { attribute, readXmlWhole } from '../archives/archive-xml'
import { isTrue } from './boolean-text'

/** A sheet, and the name of its file in the archive. */
export interface Sheet {
  readonly name: string
  readonly file: string
  readonly isHidden: boolean
}

export interface Workbook {
  readonly sheets: readonly Sheet[]
  readonly from1904: boolean
}

/** Reads which sheets a workbook has, in their order. Throws: data, format. */
export async function readWorkbook(entries: ReadonlyMap<string, PackedEntry>): Promise<Workbook> {
  const entry = entries.get('xl/workbook.xml')
  if (!entry) throw new AppError('data.source-damaged', { kind: 'Excel (.xlsx)', reason: 'xl/workbook.xml' })
  const files = await readRelations(entries.get('xl/_rels/workbook.xml.rels'))
  const sheets: Sheet[] = []
  let from1904 = false
  await readXmlWhole(entry, {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = isTrue(attributes.date1904)
      if (name !== 'sheet') return
      const id = attribute(attributes, 'id') ?? ''
      const file = files.get(id) ?? `xl/worksheets/sheet${sheets.length + 1}.xml`
      sheets.push({ name: attributes.name ?? `${sheets.length + 1}`, file, isHidden: (attributes.state ?? 'visible') !== 'visible' })
    },
    text: () => undefined,
    close: () => undefined
  })
  return { sheets, from1904 }
}

/** The files of the relations of a workbook, by their id. */
async function readRelations(entry: PackedEntry | undefined): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>()
  if (!entry) return files
  await readXmlWhole(entry, {
    open: (name, { Id: id = '', Target: target = '' }) => {
      if (name === 'Relationship') files.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`)
    },
    text: () => undefined,
    close: () => undefined
  })
  return files
}
