import { graphTask, type DerivativeOptions } from '../autodiff/expressions/expression-derivatives'
import type { ExpressionInputs } from '../autodiff/expressions/expression-graph'
import type { TensorValue } from '../autodiff/expressions/tensor-value'
import type { JsonObject } from '../formats/json'
import type { CooperativeTask } from '../tasks/task'
import { readId, type CaseField } from './reader'

/** A number, or a matrix as rows of numbers, all of one length. Throws: case. */
function readValue(field: CaseField): TensorValue {
  if (field.isNumber) return field.number()
  const [first, ...others] = field.someItems()
  const row = first.someItems().map((item) => item.number())
  return [row, ...others.map((other) => other.numbers(row.length))]
}

/** Reads values by name. Throws: case. */
export function readValues(field: CaseField): ExpressionInputs {
  return Object.fromEntries(field.names().map((name) => [name, readValue(field.field(name))]))
}

/**
 * Computes the value of an expression at given inputs, and its gradients or Jacobians. The Hessian comes with programs of numbers alone,
 * with `--hessian`, and beside the Hessian–vector product of a case with a direction.
 * Throws: case; graph, when the expression is malformed.
 */
export function* solveGraphCaseTask(field: CaseField, options: DerivativeOptions = {}): CooperativeTask<JsonObject> {
  const text = field.field('expression').text()
  const inputs = readValues(field.field('inputs'))
  const direction = field.field('direction')
  const along = direction.isPresent && !direction.isNull ? { direction: readValues(direction) } : {}
  const { nodes: _, ...answer } = yield* graphTask(text, inputs, { ...options, ...along })
  return { id: readId(field.field('id')), ...answer }
}
