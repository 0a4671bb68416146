import { AppError } from '../../messages/app-error'
import { parseNumber } from '../../data/number'
import { parseProgram } from './program'
import type { TensorValue } from './tensor-value'

/** Whether a text is one pair of brackets with none inside: however long it is, nothing in it is nested. */
function isFlat(text: string): boolean {
  return /^\s*\[[^[\]()]*\]\s*$/.test(text)
}

/** Reads a number, or a matrix as a program writes it: `[1, 2; 3, 4]`. Null for anything else. Throws: graph, for rows of unequal length. */
export function readTensor(text: string): TensorValue | null {
  const number = parseNumber(text.trim())
  if (Number.isFinite(number)) return number
  try {
    const [{ name, tree }, ...others] = parseProgram(text, isFlat(text) ? Infinity : undefined)
    return name === null && others.length === 0 && tree.kind === 'matrix' ? tree.rows : null
  } catch (error) {
    if (error instanceof AppError && error.code !== 'graph.ragged') return null
    throw error
  }
}

/** Returns a value as a program writes it: a number, or `[1, 2; 3, 4]`. */
export function tensorText(value: TensorValue): string {
  return typeof value === 'number' ? String(value) : `[${value.map((row) => row.join(', ')).join('; ')}]`
}
