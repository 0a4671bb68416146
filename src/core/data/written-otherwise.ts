/** Digits of Arabic, Persian and Hindi, and the Arabic marks before decimals and between thousands. */
const otherDigits = /[\u0660-\u0669\u06F0-\u06F9\u0966-\u096F\u066B\u066C]/g

/** A negative number in parentheses, as accounts have it. */
const inParentheses = /^\(\s*([\d.,](?:[^()]*[^()\s])?)\s*\)$/

/** A number times a power of ten: `1.5×10^3`, `1.5 x 10³`. */
const powerOfTen = /^([+-]?[\d.,]+)\s?[×x·⋅*]\s?10(?:\^\s?([+-]?\d+)|([⁺⁻]?[⁰¹²³⁴-⁹]+))$/

/** A dash in place of decimals that are zero: `50.–`. */
const dashForZeros = /^([+-]?\d[\d.,\s'\u2018\u2019\u02BC]*)[.,][-\u2013\u2014]{1,2}$/

/** A minus sign behind a number of two digits or more, as accounts have it: `100.00-`. (`2-` is rather a mark.) */
const signBehind = /^(\d[\d.,\s'\u2018\u2019\u02BC]*\d)-$/

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const zeros = [0x660, 0x6f0, 0x966]

/**
 * Returns a number that is written in a way of its own (in parentheses or with its sign behind, with a power of ten, a dash for decimals,
 * or the digits of another script) in that of all others; another text as it is.
 */
export function writtenAsOthers(text: string): string {
  return text
    .replace(otherDigits, digitOf)
    .replace(inParentheses, '-$1')
    .replace(dashForZeros, '$1')
    .replace(signBehind, '-$1')
    .replace(powerOfTen, (_, number: string, exponent: string | undefined, above: string) => `${number}e${exponent ?? lowered(above)}`)
}

function digitOf(character: string): string {
  if (character === '\u066B') return '.'
  if (character === '\u066C') return ','
  const code = character.charCodeAt(0)
  return String(code - Math.max(...zeros.filter((zero) => zero <= code)))
}

function lowered(above: string): string {
  return Array.from(above, (sign) => (sign === '⁻' ? '-' : sign === '⁺' ? '+' : String(raised.indexOf(sign)))).join('')
}

/** Whether a trimmed cell is a number that is written in a way of its own. */
export function isWrittenOtherwise(trimmed: string): boolean {
  return writtenAsOthers(trimmed) !== trimmed
}
