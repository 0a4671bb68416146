import * as v from 'valibot'
import { texts, type Details, type TextCode } from '../messages/catalogue'
import { isInRange, type NumberRange } from '../nn/option'

/** The message of a rule inside a schema: the code of its sentence and the figures in it, which parseSettings reads. */
export function rule(code: TextCode, details: Details = {}): string {
  return JSON.stringify({ code, details })
}

/** The rule that a message stands for; null for a message of valibot's own. */
export function readRule(message: string): { code: TextCode; details: Details } | null {
  if (!message.startsWith('{')) return null
  const parsed = JSON.parse(message) as { code: TextCode; details: Details }
  return parsed.code in texts ? parsed : null
}

/** The schema of a number in a range, with the sentence that fits it. */
export function numberSchema(range: NumberRange): v.GenericSchema<number> {
  const message = rangeRule(range)
  return v.pipe(
    v.number(message),
    v.finite(message),
    v.check((x) => isInRange(range, x), message)
  )
}

function rangeRule({ min = -Infinity, exclusiveMin, max = Infinity, exclusiveMax, integer }: NumberRange): string {
  if (integer) return rule('spec.whole-number', { low: min, high: max })
  if (exclusiveMin !== undefined) return rule('spec.above', { above: exclusiveMin })
  if (exclusiveMax === undefined) return rule('spec.non-negative')
  return min === 0 && exclusiveMax === 1 ? rule('spec.fraction') : rule('spec.between', { from: min, below: exclusiveMax })
}

export function choiceSchema<const Names extends readonly string[]>(names: Names): v.GenericSchema<Names[number]> {
  return v.picklist(names, rule('spec.choice', { choices: names.join(', ') }))
}
