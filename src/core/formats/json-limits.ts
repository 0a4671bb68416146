import { AppError } from '../messages/app-error'

/**
 * The limits of a JSON text, which is scanned before anything is built from it. The deepest file of the app has ten levels, the largest
 * tables of features and cases have some ten thousand objects and keys, a network of 20 million weights is 20 million numbers.
 */
export const jsonLimits = {
  /** Objects and lists within one another. */
  depth: 100,
  /** Objects, lists and keys in all: each takes some tens of bytes of memory for as few as three in the file. */
  parts: 2_000_000,
  /** Keys of one object. */
  keys: 100_000,
  /** Values in all, by the commas between them. */
  values: 32_000_000,
  /** Characters of a key: as many as a cell of a table may have, since columns and classes are keys. */
  keyLength: 1_048_576
} as const

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COLON = 0x3a
const COMMA = 0x2c
const OPEN_LIST = 0x5b
const CLOSE_LIST = 0x5d
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d

/**
 * Scans a text that should be JSON, in one pass and without recursion, and refuses what is larger than the limits, a key that occurs twice
 * in one object, and the key `__proto__`. What is not JSON is left to the parser.
 * Throws: format.
 */
export function requireJsonLimits(text: string): void {
  // The keys of each open object; null for a list, and for an object before its first key.
  const open: (Set<string> | null)[] = []
  let parts = 0
  let values = 0
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case OPEN_LIST:
      case OPEN_OBJECT:
        open.push(null)
        if (open.length > jsonLimits.depth) throw new AppError('format.too-deep', { limit: jsonLimits.depth })
        requireWithin('parts', ++parts)
        break
      case CLOSE_LIST:
      case CLOSE_OBJECT:
        open.pop()
        break
      case COMMA:
        requireWithin('values', ++values)
        break
      case QUOTE: {
        const start = at
        at = endOfString(text, start)
        if (!isKey(text, at) || open.length === 0) break
        requireWithin('parts', ++parts)
        open[open.length - 1] = withKey(open[open.length - 1], keyOf(text.slice(start, at + 1)))
      }
    }
  }
}

/**
 * Returns the place of the quote that closes a string; the text's end where none does. A regular expression would run out of stack on a
 * string with millions of escaped characters.
 */
export function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === BACKSLASH) at++
    else if (code === QUOTE) return at
  }
  return text.length
}

/** Whether a colon follows the string that closes at a place. */
function isKey(text: string, end: number): boolean {
  for (let at = end + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === COLON) return true
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return false
  }
  return false
}

/** Returns the key that a token stands for, such as `a` for `"\u0061"`; of a malformed one, which the parser refuses, the token. */
function keyOf(token: string): string {
  if (token.length > jsonLimits.keyLength) {
    throw new AppError('format.too-large', { what: `${token.slice(0, 40)}…"`, actual: token.length, limit: jsonLimits.keyLength })
  }
  if (!token.includes('\\')) return token.slice(1, -1)
  try {
    return JSON.parse(token) as string
  } catch {
    return token
  }
}

function withKey(keys: Set<string> | null, key: string): Set<string> {
  if (keys) requireWithin('keys', keys.size + 1)
  if (key === '__proto__') throw new AppError('format.reserved-name', { name: key })
  if (keys?.has(key)) throw new AppError('format.duplicate-name', { name: key.slice(0, 80) })
  return (keys ?? new Set()).add(key)
}

function requireWithin(what: 'parts' | 'keys' | 'values', count: number): void {
  if (count > jsonLimits[what]) throw new AppError('format.too-many-values', { limit: jsonLimits[what] })
}
