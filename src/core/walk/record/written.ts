/** A calculation with its numbers: the texts between them, one more than numbers. */
export interface Written {
  readonly texts: readonly string[]
  readonly numbers: readonly number[]
}

/** A calculation from a template; a part may be a calculation itself. */
export function written(strings: TemplateStringsArray, ...parts: readonly (number | Written)[]): Written {
  const texts = [strings[0]]
  const numbers: number[] = []
  parts.forEach((part, index) => {
    if (typeof part === 'number') {
      numbers.push(part)
      texts.push('')
    } else {
      texts[texts.length - 1] += part.texts[0]
      numbers.push(...part.numbers)
      texts.push(...part.texts.slice(1))
    }
    texts[texts.length - 1] += strings[index + 1]
  })
  return { texts, numbers }
}

/** Calculations one after another with a sign between them; `nothing` for none. */
export function joined(parts: readonly Written[], sign: string, nothing = '0'): Written {
  if (parts.length === 0) return { texts: [nothing], numbers: [] }
  const texts: string[] = ['']
  const numbers: number[] = []
  parts.forEach((part, index) => {
    texts[texts.length - 1] += (index === 0 ? '' : sign) + part.texts[0]
    numbers.push(...part.numbers)
    texts.push(...part.texts.slice(1))
  })
  return { texts, numbers }
}

/** A calculation divided by a number, which is left out where it is 1. A sum gets brackets. */
export function dividedBy(calculation: Written, divisor: number): Written {
  if (divisor === 1) return calculation
  return calculation.numbers.length > 1 ? written`(${calculation})/${divisor}` : written`${calculation}/${divisor}`
}

/** Before these a negative number needs brackets, and after it before those. */
const BEFORE = /[·+−/]$/
const AFTER = /^[²/·^]/

/** The calculation as text. A negative number stands in brackets where a sign is before it or a power after it. */
export function writtenText({ texts, numbers }: Written, format: (x: number) => string): string {
  let text = texts[0]
  numbers.forEach((x, index) => {
    const after = texts[index + 1]
    const isNegative = x < 0
    const number = format(x)
    text += (isNegative && (BEFORE.test(text) || AFTER.test(after)) ? `(${number})` : number) + after
  })
  return text
}

const minus = (text: string) => (text.startsWith('-') ? `−${text.slice(1)}` : text)

/** A number with all its digits, in the shortest form that reads back as the same number. */
export function exactNumber(x: number): string {
  return minus(Object.is(x, -0) ? '0' : String(x))
}

/** Digits of a number on screen and on paper. */
const DIGITS = 4

/** A number in at most four significant digits. */
export function briefNumber(x: number): string {
  if (!Number.isFinite(x)) return '–'
  return minus(String(x === 0 ? 0 : Number(x.toPrecision(DIGITS))))
}

/** The relative difference up to which two numbers are the same but for the rounding of float64. */
const NOISE = 1e-12

/** Whether a brief number says less than there is, the last digits of float64 not counted. */
export function isRounded(x: number): boolean {
  return Number.isFinite(x) && Math.abs(Number(x.toPrecision(DIGITS)) - x) > NOISE * Math.abs(x)
}
