import type { Optimizer, UpdateContext, UpdateStep } from '../../nn/optimizer'
import { namesOf, readDefinition, renamed, termsOf } from '../code/definition'
import { compiled, type Bindings } from '../code/evaluate'
import type { Written } from '../record/written'
import { writtenExpression } from './written-expression'

/** A step of an update, computed from what it reads. */
export interface UpdateRule extends UpdateStep {
  /** The names that it reads cell by cell: `W`, `g`, or that of a step, which before it is done is its value before the update. */
  readonly reads: readonly string[]
  /** Its value, from the numbers of `reads`. */
  value(values: readonly number[]): number
  /** The terms that add up to it, each with the names of what it reads; from the numbers of `reads`. */
  terms(values: readonly number[]): { readonly value: number; readonly reads: readonly string[] }[]
  written(values: readonly number[]): Written
  /** In the notation of code/parse.ts, from the names in code of what it reads. */
  code(names: readonly string[]): string
}

/** Returns the steps of an update with such settings; the last one is the new parameter. */
export function updateRules({ steps }: Optimizer, context: UpdateContext): UpdateRule[] {
  const numbers: Bindings = { ...context.options, eta: context.learningRate, t: context.step }
  return steps.filter(({ when }) => when?.(context) ?? true).map((step) => ruleOf(step, numbers))
}

function ruleOf(step: UpdateStep, numbers: Bindings): UpdateRule {
  const { expression } = readDefinition(step.expression)
  const isRead = (name: string) => !Object.hasOwn(numbers, name)
  const reads = namesOf(expression).filter(isRead)
  const terms = termsOf(expression).map((term) => ({ valueOf: compiled(term, reads, numbers), reads: namesOf(term).filter(isRead) }))
  const bound = (values: readonly number[]): Bindings => ({ ...numbers, ...Object.fromEntries(reads.map((name, r) => [name, values[r]])) })
  const codeNames = Object.fromEntries(Object.keys(numbers).map((name) => [name, numberCode(name)]))
  return {
    ...step,
    reads,
    value: (values) => terms.reduce((sum, { valueOf }) => sum + valueOf(values), 0),
    terms: (values) => terms.map(({ valueOf, reads }) => ({ value: valueOf(values), reads })),
    written: (values) => writtenExpression(expression, bound(values)),
    code: (names) => renamed(step.expression, { ...codeNames, ...Object.fromEntries(reads.map((name, r) => [name, names[r]])) })
  }
}

/** Returns the numbers that the code of an update reads, by their names there. */
export function updateNumbersInCode({ options, steps }: Optimizer, context: UpdateContext): Record<string, number> {
  const given = Object.keys(options).map((name): [string, number] => [numberCode(name), context.options[name]])
  const countsUpdates = steps.some(({ expression }) => namesOf(readDefinition(expression).expression).includes('t'))
  return { eta: context.learningRate, ...Object.fromEntries(given), ...(countsUpdates ? { t: context.step } : {}) }
}

/** `weightDecay` is weight_decay in code. */
function numberCode(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
