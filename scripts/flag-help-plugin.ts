import type { Plugin } from 'vite'

/** The lines that --help says of a setting's flag; no text of theirs has a brace. */
const HELP = /\bhelp:\s*\{[^{}]*\}/g

/** Leaves out of the page what only the terminal says: in the catalogue of settings, each entry has the help of its flag. */
export function withoutFlagHelp(): Plugin {
  return {
    name: 'without-flag-help',
    enforce: 'pre',
    transform: {
      filter: { id: /[\\/]core[\\/]settings[\\/]catalogue\.ts$/ },
      handler: (code) => code.replace(HELP, 'help: {}')
    }
  }
}
