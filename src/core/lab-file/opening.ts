import type { ExpressionInputs } from '../autodiff/expressions/expression-graph'
import { parseProgram } from '../autodiff/expressions/program'
import { readTensor } from '../autodiff/expressions/tensor-text'
import { walkExampleNames, type WalkExampleName } from '../cases/walk-examples'
import { readFields, type FieldText, type Line } from './fields'
import { choice, matched, optional, refuse, required } from './values'

/** A state of another page that a section offers to open: a program with its inputs, or a step of training of a course note. */
export type LabOpening =
  | { readonly page: 'graph'; readonly program: string; readonly inputs: ExpressionInputs }
  | { readonly page: 'microscope'; readonly example: WalkExampleName }

/** The word behind the fence of such a block. */
export const OPENING = 'open'

const inputsForm = 'x = 2; W = [[1, 0], [-1, 2]]'

/** Reads a block `open`: `page: graph` with `program` and `inputs`, or `page: microscope` with `example`. Throws: lab-file. */
export function readOpening(lines: readonly Line[], start: number): LabOpening {
  const fields = readFields(lines, ['page', 'program', 'inputs', 'example'], start)
  const page = required(fields, 'page', choice(['graph', 'microscope'] as const))
  // A key of the other page would be read by nobody.
  const [foreign] = page === 'graph' ? [fields.of.example] : [fields.of.program ?? fields.of.inputs]
  if (foreign) throw refuse(foreign, page, page === 'graph' ? 'program, inputs' : 'example')
  if (page === 'microscope') return { page, example: required(fields, 'example', choice(walkExampleNames)) }
  return { page, program: required(fields, 'program', program), inputs: optional(fields, 'inputs', inputs, {}) }
}

function program(field: FieldText, key: string): string {
  try {
    parseProgram(field.text)
  } catch {
    throw refuse(field, key, 'z = w * x + b; sigmoid(z)')
  }
  return field.text
}

function inputs(field: FieldText, key: string): ExpressionInputs {
  return Object.fromEntries(
    field.text.split(';').map((part) => {
      const [name, text] = matched({ ...field, text: part.trim() }, key, /^([A-Za-z]\w*)\s*=\s*(.+)$/, inputsForm)
      const value = readTensor(text)
      if (value === null) throw refuse({ ...field, text: part.trim() }, key, inputsForm)
      return [name, value]
    })
  )
}
