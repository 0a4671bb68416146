import fs from 'node:fs'
import path from 'node:path'
import { Stop } from '../say.mjs'

/** The packages that state a licence and come without its text, by the file that has it. */
const WITHOUT_TEXT = new Map([
  ['@cowasm/kernel', 'cowasm'],
  ['dylink', 'cowasm'],
  ['awaiting', 'awaiting']
])

/** Packages that come with a text and do not state which licence it is. */
const UNNAMED = new Map([['@wapython/unionfs', 'Unlicense']])

/** Programs that run here and are no part of the bundles, with the files of their licences. */
const BESIDE = [
  ['python-wasm - 0.28.1 (BSD-3-Clause)', 'cowasm'],
  ['@cowasm/py-numpy - 1.1.0 (BSD-3-Clause)', 'cowasm'],
  ['python - 3.11.1 (PSF-2.0)', 'python'],
  ['numpy - 1.24.1 (BSD-3-Clause)', 'numpy']
]

/**
 * Completes the list of licences that Vite writes of the bundled packages: with what they leave out, and with Python, NumPy and what
 * compiled them.
 * @param {string} list in the form in which Vite lists the bundled packages
 * @returns {string} the same, every entry with its licence and its text
 */
export function completeLicences(list) {
  const entries = list.split(/^(?=## \S+ - \d)/m).map((entry) => {
    const found = /^## (\S+) - (\S+)(?: \((.+)\))?\n([^]*)$/.exec(entry)
    return found === null ? entry : completed(found)
  })
  return (
    [...entries.map((entry) => entry.trimEnd()), ...BESIDE.map(([title, file]) => `## ${title}\n\n${textOf(file)}`)].join('\n\n') + '\n'
  )
}

/** @param {RegExpExecArray} found */
function completed([, name, version, stated, text]) {
  const licence = stated ?? UNNAMED.get(name)
  const file = WITHOUT_TEXT.get(name)
  const full = text.trim() || (file && textOf(file))
  if (!licence || !full) throw new Stop(`The licence of ${name}, which runs Python, is not known (scripts/lib/python/licences.mjs).`)
  return `## ${name} - ${version} (${licence})\n\n${full}`
}

/** @param {string} name */
function textOf(name) {
  return fs.readFileSync(path.join(import.meta.dirname, 'licences', `${name}.txt`), 'utf8').trim()
}
