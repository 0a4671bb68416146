import { activationOf, type ActivationName } from '../../nn/activations'
import { boundBy, namesOf, readDefinition, renamed } from '../code/definition'
import type { Written } from '../record/written'
import { writtenExpression } from './written-expression'

/** Writes a(z) out with its numbers. */
export function writtenActivation(name: ActivationName, z: number): Written {
  const value = readDefinition(activationOf(name).expression.value)
  return writtenExpression(value.expression, boundBy(value, { z }))
}

/** Writes a′(z) out with its numbers. */
export function writtenSlope(name: ActivationName, z: number, a: number): Written {
  const derivative = readDefinition(activationOf(name).expression.derivative)
  return writtenExpression(derivative.expression, boundBy(derivative, { z, a }))
}

/** Whether a′ is computed from a alone. */
export function isSlopeOfA(name: ActivationName): boolean {
  const { before, expression } = readDefinition(activationOf(name).expression.derivative)
  const names = new Set([expression, ...before.map((one) => one.expression)].flatMap(namesOf))
  return names.has('a') && !names.has('z')
}

/** Returns the lines of code that compute a tensor `result` = a(Z). */
export function activationCode(name: ActivationName, Z: string, result: string): string[] {
  return codeLines(activationOf(name).expression.value, { z: Z }, result)
}

/** Returns the lines of code that compute a tensor `result` = a′(Z), with A = a(Z) at hand. */
export function slopeCode(name: ActivationName, Z: string, A: string, result: string): string[] {
  const source = activationOf(name).expression.derivative
  // A constant becomes a tensor of the shape of Z.
  return codeLines(namesOf(readDefinition(source).expression).length === 0 ? `0 * z + ${source}` : source, { z: Z, a: A }, result)
}

function codeLines(source: string, given: Readonly<Record<string, string>>, result: string): string[] {
  const { before, text } = readDefinition(source)
  const names: Record<string, string> = { ...given }
  for (const { name } of before) names[name] = `${result}_${name}`
  return [...before.map((one) => `${names[one.name]} = ${renamed(one.text, names)}`), `${result} = ${renamed(text, names)}`]
}
