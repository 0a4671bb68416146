import { parseNumber } from '#core'
import type { FlagName } from './flags'

/** The text of each flag that was given. */
export type Values = ReadonlyMap<FlagName, string>

/** A flag whose value the invocation has checked against its choices. */
export function chosen<Choice extends string>(values: Values, name: FlagName, otherwise: Choice): Choice {
  return (values.get(name) as Choice | undefined) ?? otherwise
}

/** NaN for what is not a number; the settings' own rules refuse it then. */
export function number(values: Values, name: FlagName, otherwise: number): number {
  const text = values.get(name)
  return text === undefined ? otherwise : parseNumber(text.trim())
}
