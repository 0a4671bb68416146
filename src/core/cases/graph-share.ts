import type { ExpressionInputs } from '../autodiff/expressions/expression-graph'
import { parseProgram } from '../autodiff/expressions/program'
import { readTensor, tensorText } from '../autodiff/expressions/tensor-text'
import { jsonText, parseJson } from '../formats/json'
import { AppError } from '../messages/app-error'
import { readValues } from './graph-case'
import { CaseField } from './reader'

const FORMAT = 'backprop-lab-graph'
const VERSION = 1

/** A program and the values of its inputs as they are typed. */
export interface TypedProgram {
  readonly text: string
  readonly inputs: readonly { readonly name: string; readonly value: string }[]
}

/**
 * Reads the typed values of a program's inputs.
 * Throws: graph, at a value that is neither a number nor a matrix, and at a name that is given twice.
 */
export function typedInputs({ inputs }: TypedProgram): ExpressionInputs {
  const values = new Map<string, ExpressionInputs[string]>()
  for (const { name, value } of inputs) {
    const tensor = readTensor(value)
    if (tensor === null) throw new AppError('graph.input-text', { name, value: value || '—' })
    if (values.has(name)) throw new AppError('graph.input-twice', { name })
    values.set(name, tensor)
  }
  return Object.fromEntries(values)
}

/** The content of a share file: a program and its inputs as JSON. Throws: as `typedInputs`. */
export function graphShareText(program: TypedProgram): string {
  const inputs = Object.fromEntries(Object.entries(typedInputs(program)))
  return `${jsonText({ format: FORMAT, version: VERSION, expression: program.text, inputs })}\n`
}

/**
 * Reads a share file.
 * Throws: format; case, naming the field; graph, when the program has no meaning.
 */
export function readGraphShare(json: string): TypedProgram {
  const file = new CaseField(parseJson(json), '')
  file.field('format').choice([FORMAT])
  file.field('version').whole(1, VERSION)
  const text = file.requireKeys(['format', 'version', 'expression', 'inputs']).field('expression').text()
  const inputs = Object.entries(readValues(file.field('inputs')))
  parseProgram(text)
  return { text, inputs: inputs.map(([name, value]) => ({ name, value: tensorText(value) })) }
}
