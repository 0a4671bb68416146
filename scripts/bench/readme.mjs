import { Stop } from '../lib/say.mjs'

const START = '<!-- bench:start -->'
const END = '<!-- bench:end -->'

/**
 * A README with another table between its two markers.
 * @param {string} text
 * @param {string} table
 * @param {string} file its name, for the message
 */
export function withTable(text, table, file) {
  const start = text.indexOf(START)
  const end = text.indexOf(END)
  if (start < 0 || end < start) throw new Stop(`${file} has no place for the table: it goes between the lines ${START} and ${END}.`)
  return `${text.slice(0, start + START.length)}\n${table}\n${text.slice(end)}`
}
