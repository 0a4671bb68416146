import fs from 'node:fs'
import path from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { generator } from './generator.mjs'

/** The count of columns, the last of which has texts. */
const COLUMNS = 20

/** Rows that are encoded at once. */
const BLOCK = 5000

/**
 * Writes an Excel workbook of numbers with all their digits and a label of three classes, always the same; one that is there already is
 * taken.
 * @param {string} folder
 * @param {number} rows
 * @returns {string} its path
 */
export function workbookFile(folder, rows) {
  const file = path.join(folder, `numbers-${rows}.xlsx`)
  if (fs.existsSync(file)) return file
  fs.mkdirSync(folder, { recursive: true })
  const archive = zipSync(
    {
      'xl/workbook.xml': strToU8('<workbook xmlns:r="r"><sheets><sheet name="data" sheetId="1" r:id="rId1"/></sheets></workbook>'),
      'xl/_rels/workbook.xml.rels': strToU8('<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>'),
      'xl/worksheets/sheet1.xml': sheetOf(rows)
    },
    { level: 1 }
  )
  fs.writeFileSync(`${file}.tmp`, archive)
  fs.renameSync(`${file}.tmp`, file)
  return file
}

/** @param {number} rows */
function sheetOf(rows) {
  const random = generator(1)
  const names = rowOf(1, (column) => textCell(column === COLUMNS - 1 ? 'label' : `feature_${column}`))
  const parts = [strToU8(`<worksheet><sheetData>${names}`)]
  for (let done = 0; done < rows; done += BLOCK) {
    const lines = Array.from({ length: Math.min(BLOCK, rows - done) }, (_, i) =>
      rowOf(done + i + 2, (column) =>
        column === COLUMNS - 1 ? textCell(`class_${Math.floor(random() * 3)}`) : ['', `<v>${200 * random() - 100 + random() / 1e8}</v>`]
      )
    )
    parts.push(strToU8(lines.join('')))
  }
  return Buffer.concat([...parts, strToU8('</sheetData></worksheet>')])
}

/**
 * @param {number} row
 * @param {(column: number) => string[]} cellOf the attributes of a cell, and its content
 */
function rowOf(row, cellOf) {
  const cells = Array.from({ length: COLUMNS }, (_, column) => {
    const [attributes, content] = cellOf(column)
    return `<c r="${String.fromCharCode(65 + column)}${row}"${attributes}>${content}</c>`
  })
  return `<row r="${row}">${cells.join('')}</row>`
}

/** @param {string} text */
function textCell(text) {
  return [' t="inlineStr"', `<is><t>${text}</t></is>`]
}
