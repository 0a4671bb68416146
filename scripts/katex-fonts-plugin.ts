import type { Plugin } from 'vite'

/** A font of KaTeX's in a form that only older browsers need. */
const OLD_FORMS = /,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\(["'](?:woff|truetype)["']\)/g

/** Families that no formula of the window is set in; a formula that asked for one would be set in the ordinary one. */
const UNUSED = 'Fraktur|SansSerif|Script|Typewriter'
const UNUSED_FACES = new RegExp(String.raw`@font-face\s*\{[^}]*KaTeX_(?:${UNUSED})\b[^}]*\}`, 'g')
const UNUSED_METRICS = new RegExp(String.raw`"(?:${UNUSED})-\w+": \{[^}]*\},?`, 'g')

/**
 * Leaves of KaTeX's fonts only the WOFF2 files, the third of the size, for Chromium reads no others where it has these; and of its
 * families, with what it knows of their letters, only those that are used.
 */
export function katexFonts(): Plugin {
  return {
    name: 'katex-fonts',
    enforce: 'pre',
    transform: {
      filter: { id: /katex[^/]*\.(css|mjs)$/ },
      handler: (code, id) =>
        id.endsWith('.css') ? code.replace(OLD_FORMS, '').replace(UNUSED_FACES, '') : code.replace(UNUSED_METRICS, '')
    }
  }
}
