import { strToU8, zipSync } from 'fflate'

/** An Excel workbook of sheets, each the XML inside its element, with the XML of its formats of cells. */
export function xlsxOf(
  sheets: Readonly<Record<string, string>>,
  { styles = '', states = {} }: { readonly styles?: string; readonly states?: Readonly<Record<string, string>> } = {}
): Uint8Array {
  const names = Object.keys(sheets)
  const list = names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" state="${states[name] ?? 'visible'}"/>`).join('')
  return zipSync({
    'xl/workbook.xml': strToU8(`<workbook xmlns:r="r"><sheets>${list}</sheets></workbook>`),
    'xl/styles.xml': strToU8(`<styleSheet>${styles}</styleSheet>`),
    ...Object.fromEntries(names.map((name, i) => [`xl/worksheets/sheet${i + 1}.xml`, strToU8(`<worksheet>${sheets[name]}</worksheet>`)]))
  })
}

/** Rows of cells as a sheet of Excel has them: numbers, and texts in place. */
export function xlsxRows(rows: readonly (readonly (string | number)[])[], hidden: readonly number[] = []): string {
  const cell = (value: string | number) =>
    typeof value === 'number' ? `<c><v>${value}</v></c>` : `<c t="inlineStr"><is><t>${value}</t></is></c>`
  const row = (cells: readonly (string | number)[], i: number) =>
    `<row r="${i + 1}"${hidden.includes(i + 1) ? ' hidden="1"' : ''}>${cells.map(cell).join('')}</row>`
  return `<sheetData>${rows.map(row).join('')}</sheetData>`
}

/** An OpenDocument spreadsheet of one sheet, of the XML inside its element. */
export function odsOf(sheet: string): Uint8Array {
  const namespaces = ['office', 'table', 'text'].map((name) => `xmlns:${name}="${name}"`).join(' ')
  return zipSync({
    'META-INF/manifest.xml': strToU8('<manifest/>'),
    'content.xml': strToU8(
      `<office:document-content ${namespaces}><office:body><office:spreadsheet><table:table table:name="data">${sheet}</table:table></office:spreadsheet></office:body></office:document-content>`
    )
  })
}
