/** The most characters of a cell or a name that are shown. */
export const MOST_SHOWN = 40

/**
 * Returns a cell or a name, which may be as long as a file, as it is shown in a line: at most so many characters, a longer one ending with an
 * ellipsis, and control characters, which a terminal would obey, by their pictures (`␛`, `␉`).
 */
export function oneLine(text: string, most = MOST_SHOWN): string {
  // Twice as many units hold as many characters of any kind.
  const characters = Array.from(text.slice(0, 2 * most + 2))
  const shown = text.length <= most || characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`
  return shown.replace(CONTROL, pictureOf)
}

// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\x00-\x1f\x7f-\x9f]/g
const DELETE = 0x7f
/** U+2400 is the picture of the character 0, and so on. */
const PICTURES = 0x2400

/** The picture of a control character; those from 0x80, which have none, are shown as the replacement character. */
function pictureOf(character: string): string {
  const code = character.charCodeAt(0)
  if (code === DELETE) return '␡'
  return code < DELETE ? String.fromCharCode(PICTURES + code) : '\ufffd'
}
