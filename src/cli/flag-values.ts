import { AppError, parseNumber, piecesOf, unquoted } from '#core'
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

/** Parses names between commas, in double quotes where they contain one; none is empty unless it is quoted. */
export function namesIn(text: string): string[] {
  return piecesOf(text, ',')
    .filter((piece) => piece !== '')
    .map(unquoted)
}

/** Returns the names that a flag lists. */
export function names(values: Values, name: FlagName): string[] {
  return namesIn(values.get(name) ?? '')
}

/** Returns the refusal of a flag whose value is no list of pairs. */
export function badPairs(name: FlagName, value: string): AppError {
  return new AppError('flag.pairs', { flag: `--${name}`, value: value === '' ? '""' : value, placeholder: flags[name].value ?? '' })
}
