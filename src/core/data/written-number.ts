import type { DecimalMark, Notation } from './number'

/**
 * Forms in which numbers are written, in one byte, so that texts need not be stored: value and form reproduce the text exactly.
 *
 * | form | text of x |
 * | --- | --- |
 * | 0 … 22 | number of decimals: 2 is `5.10` |
 * | 24 … 39 | up to 15 decimals with thousands separators: 26 is `1,234.50` |
 * | 40 | the shortest round-trip form: `1e+21` |
 * | 41, 42 | the shortest form with an exponent of two digits or more: `1e-05`, `1E-05` |
 * | 48 … 63 | 100 x with that number of decimals and a percent sign: 49 is `12.5%` |
 * | 64 … 88, 96 … 120 | one digit, that number of decimals, an exponent of two digits or more: 66 is `1.25e-05`, 98 is `1.25E-05` |
 */
const shortestForm = 40
const shortestExponent = 41
const percentForms = 48
export const exponentForms = 64
export const upperCase = 32
export const groupedForms = 24

/** Largest form of a fixed number of decimals, equal to that number. */
export const mostDecimals = 22
const mostMarkedDecimals = 15
export const mostExponentDecimals = 24

const exponentText = /^-?\d(?:[.,](\d+))?([eE])[+-]\d{2,}$/
const percentText = /^-?\d+(?:[.,](\d+))?%$/

/** Returns the form in which a text writes a value; −1 when no form reproduces the text. */
export function formOf(text: string, value: number, notation: Notation): number {
  const decimals = text.length - 1 - text.indexOf(notation.decimal)
  const fixed = decimals === text.length ? 0 : decimals
  if (fixed <= mostDecimals && writeNumber(value, fixed, notation.decimal) === text) return fixed
  return candidates(text, notation).find((form) => writeNumber(value, form, notation.decimal) === text) ?? -1
}

function candidates(text: string, { grouped }: Notation): number[] {
  const exponent = exponentText.exec(text)
  const percent = percentText.exec(text)
  const forms = [shortestForm]
  if (percent) forms.push(...decimalsOf(percent[1], mostMarkedDecimals, percentForms))
  if (exponent) {
    const capital = exponent[2] === 'E' ? 1 : 0
    forms.push(shortestExponent + capital, ...decimalsOf(exponent[1], mostExponentDecimals, exponentForms + upperCase * capital))
  }
  if (grouped) forms.push(...decimalsOf(/[.,](\d{0,2}|\d{4,})$/.exec(text)?.[1], mostMarkedDecimals, groupedForms), groupedForms + 3)
  return forms
}

function decimalsOf(decimals: string | undefined, most: number, base: number): number[] {
  const count = decimals?.length ?? 0
  return count <= most ? [base + count] : []
}

/** Writes a finite value in a form. */
export function writeNumber(value: number, form: number, decimal: DecimalMark): string {
  const plain = writePlain(value, form)
  const text = decimal === ',' ? plain.replace('.', ',') : plain
  if (form < groupedForms || form > groupedForms + mostMarkedDecimals) return text
  const mark = decimal === ',' ? '.' : ','
  return text.replace(/\d+/, (digits) => digits.replace(/\B(?=(?:\d{3})+$)/g, mark))
}

function writePlain(value: number, form: number): string {
  if (form <= mostDecimals) return value.toFixed(form)
  if (form <= groupedForms + mostMarkedDecimals) return value.toFixed(form - groupedForms)
  if (form === shortestForm) return String(value)
  if (form < percentForms) return twoDigitExponent(value.toExponential(), form > shortestExponent)
  if (form < exponentForms) return `${(100 * value).toFixed(form - percentForms)}%`
  const isUpper = form >= exponentForms + upperCase
  return twoDigitExponent(value.toExponential(form - exponentForms - (isUpper ? upperCase : 0)), isUpper)
}

function twoDigitExponent(text: string, isUpper: boolean): string {
  const padded = text.replace(/([+-])(\d)$/, '$10$2')
  return isUpper ? padded.replace('e', 'E') : padded
}
