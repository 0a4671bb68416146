import fs from 'node:fs'
import path from 'node:path'
import { generator } from './generator.mjs'

/** The count of numbers in a row, beside its label. */
const NUMBERS = 20

/** Rows that are written at once. */
const BLOCK = 5000

/**
 * Writes a file of numbers as measurements have them (whole ones, and with 4, 6 or 8 decimals) and a label of three classes, always the
 * same; one that is there already is taken.
 * @param {string} folder
 * @param {number} rows
 * @returns {string} its path
 */
export function numbersFile(folder, rows) {
  const file = path.join(folder, `numbers-${rows}.csv`)
  if (fs.existsSync(file)) return file
  fs.mkdirSync(folder, { recursive: true })
  const draft = `${file}.tmp`
  const handle = fs.openSync(draft, 'w')
  const random = generator(1)
  fs.writeSync(handle, `${Array.from({ length: NUMBERS }, (_, i) => `feature_${i}`).join(',')},label\n`)
  for (let done = 0; done < rows; done += BLOCK) {
    const count = Math.min(BLOCK, rows - done)
    fs.writeSync(handle, Array.from({ length: count }, () => `${rowOf(random)}\n`).join(''))
  }
  fs.closeSync(handle)
  fs.renameSync(draft, file)
  return file
}

/** @param {() => number} random */
function rowOf(random) {
  const kinds = [
    () => String(Math.floor(random() * 1e6)),
    () => (random() * 200 - 100).toFixed(6),
    () => random().toFixed(8),
    () => (random() * 10_000).toFixed(4)
  ]
  const numbers = Array.from({ length: NUMBERS }, (_, i) => kinds[i % kinds.length]())
  return `${numbers.join(',')},class_${Math.floor(random() * 3)}`
}
