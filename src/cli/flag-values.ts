import { AppError, parseNumber } from '#core'
import { flags, type FlagName } from './flags'

/** The text of each flag that was given. */
export type Values = ReadonlyMap<FlagName, string>

/** Returns a flag's value, which the invocation has checked against its choices. */
export function chosen<Choice extends string>(values: Values, name: FlagName, otherwise: Choice): Choice {
  return (values.get(name) as Choice | undefined) ?? otherwise
}

/** Returns a flag's number; NaN for anything else, which the settings' own rules then refuse. */
export function number(values: Values, name: FlagName, otherwise: number): number {
  const text = values.get(name)
  return text === undefined ? otherwise : parseNumber(text.trim())
}

/** Returns the text of a required flag. Throws: flag, when it is missing or empty. */
export function required(values: Values, name: FlagName): string {
  const value = values.get(name)
  const details = { flag: `--${name}`, placeholder: flags[name].value ?? '' }
  if (value === undefined) throw new AppError('flag.required', details)
  if (value.trim() === '') throw new AppError('flag.empty', details)
  return value
}

/** A name in double quotes, which may contain commas and doubled quotes, or the text up to the next comma. */
const LISTED_NAME = /\s*"((?:[^"]|"")*)"\s*|[^,]+/g

/** Parses comma-separated names as a line of CSV; none is empty unless it is quoted. */
export function namesIn(text: string): string[] {
  return [...text.matchAll(LISTED_NAME)].flatMap(([plain, quoted]) => {
    if (quoted !== undefined) return [quoted.replaceAll('""', '"')]
    return plain.trim() === '' ? [] : [plain.trim()]
  })
}

/** Returns the names that a flag lists. */
export function names(values: Values, name: FlagName): string[] {
  return namesIn(values.get(name) ?? '')
}
