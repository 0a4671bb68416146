import type { Plugin } from 'vite'

/** The lines that --help says of a setting's flag; none of these texts has a brace. */
const HELP = /\bhelp:\s*\{[^{}]*\}/g

/** A whole table of sentences, such as `export const flagTexts = {…} as const`. */
const TABLE = /export const (\w+) = \{[\s\S]*/

/**
 * Keeps out of the page what only the terminal says: the help of the flags in the catalogue of settings, and the sentences about flags.
 */
export function withoutTerminalTexts(): Plugin {
  return {
    name: 'without-terminal-texts',
    enforce: 'pre',
    transform: {
      filter: { id: /[\\/]core[\\/](settings[\\/]catalogue|messages[\\/]flag)\.ts$/ },
      handler: (code, id) => (/catalogue\.ts$/.test(id) ? code.replace(HELP, 'help: {}') : code.replace(TABLE, 'export const $1 = {}'))
    }
  }
}
