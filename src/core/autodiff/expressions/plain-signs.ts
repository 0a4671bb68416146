/** Signs of a keyboard in another mode, and of textbooks, with the plain ones they stand for. Each is one UTF-16 unit, as is its replacement. */
const signs: Readonly<Record<string, string>> = {
  '−': '-',
  '–': '-',
  '×': '*',
  '·': '*',
  '⋅': '*',
  '∙': '*',
  '⊙': '*',
  '∗': '*',
  '÷': '/',
  '∕': '/',
  '【': '[',
  '】': ']',
  '。': '.'
}

/** Full-width signs and digits (U+FF01 to U+FF40 and U+FF3B to U+FF5E without letters), which lie this far above the plain ones. */
const FULL_WIDTH = 0xfee0

/** Returns the text with every full-width or textbook sign made plain; every character keeps its place. */
export function plainSigns(text: string): string {
  return text
    .replace(/[！-＠［-｀｛-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH))
    .replace(/[−–×·⋅∙⊙∗÷∕【】。]/g, (sign) => signs[sign])
}
