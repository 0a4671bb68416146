/** Brackets with what they hold, and one pair within them: a matrix. */
const BRACKETS = String.raw`[[［【](?:[^[\]［］【】]|[[［【][^\]］】]*[\]］】])*[\]］】]`

/** Returns the pieces of a text between marks, without the spaces around them. Marks in brackets, or in the double quotes that a piece begins with, are none. */
export function piecesOf(text: string, marks: string): string[] {
  const quoted = /\s*"(?:[^"]|"")*"/y
  const plain = new RegExp(`(?:${BRACKETS}|[^${marks}])*`, 'y')
  const pieces: string[] = []
  let at = 0
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = at
    const [found = ''] = pattern.exec(text) ?? []
    at += found.length
    return found
  }
  for (;;) {
    pieces.push((take(quoted) + take(plain)).trim())
    if (at >= text.length) return pieces
    at += 1
  }
}

/** Returns a name without the double quotes around it, in which a quote is doubled. */
export function unquoted(name: string): string {
  return /^"(?:[^"]|"")*"$/.test(name) ? name.slice(1, -1).replaceAll('""', '"') : name
}

/** Reads `name=value`, the name as it is or in double quotes; null where there is not one equals sign after it. */
export function pairOf(piece: string): [name: string, value: string] | null {
  const found = /^\s*("(?:[^"]|"")*"|[^=＝]*?)\s*[=＝]([^=＝]*)$/.exec(piece)
  return found && [unquoted(found[1]), found[2].trim()]
}
