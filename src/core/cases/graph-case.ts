import { graphOf } from '../autodiff/expressions/expression-graph'
import { readId, type CaseField } from './reader'

/**
 * Computes value, gradients and Hessian of an expression at given inputs; rows and columns of the Hessian in the order of the inputs.
 * Throws: case; graph, when the expression is malformed.
 */
export function solveGraphCase(field: CaseField) {
  const expression = field.field('expression').text()
  const inputs = field.field('inputs')
  const values = Object.fromEntries(inputs.names().map((name) => [name, inputs.field(name).number()]))
  const { value, gradients, hessian } = graphOf(expression, values)
  return { id: readId(field.field('id')), value, gradients, hessian }
}
