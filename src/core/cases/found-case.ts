import type { ExpressionInputs } from '../autodiff/expressions/expression-graph'
import { parseProgram } from '../autodiff/expressions/program'
import { readValues } from './graph-case'
import { firstCase } from './reader'
import { walkProblem } from './walk-case'

/** The first case of a file, as it is looked at: a step of training, number by number, or a program as a graph. */
export type FoundCase = { readonly kind: 'step' } | { readonly kind: 'program'; readonly text: string; readonly inputs: ExpressionInputs }

/**
 * Reads what the first case of a JSON text is about, a share file of a graph being one too.
 * Throws: format, when it is not JSON; case, naming the field; spec; graph, when a program has no meaning.
 */
export function readFoundCase(text: string): FoundCase {
  const first = firstCase(text)
  const expression = first.field('expression')
  if (!expression.isPresent) {
    walkProblem(first)
    return { kind: 'step' }
  }
  parseProgram(expression.text())
  return { kind: 'program', text: expression.text(), inputs: readValues(first.field('inputs')) }
}
