import { activationNames, type ActivationName } from '../nn/activations'
import type { GraphNode, OperationParameters } from '../autodiff/ops/operation'
import { zeros, type Matrix } from '../tensor/matrix'
import { activationCode, slopeCode } from '../walk/rules/activations'

/** A node as its line of code needs it. */
export interface CodeOperation {
  readonly node: GraphNode
  /** The name of its result. */
  readonly result: string
  /** The names or numbers of its inputs. */
  readonly args: readonly string[]
  /** Whether an input is a number, not a matrix. */
  readonly isNumber: (index: number) => boolean
  /** Names a matrix that is given before the first line. */
  readonly given: (value: Matrix) => string
  /** The name of the activation's value where a derivative reads it. */
  readonly activated: (name: ActivationName) => string | null
}

type Lines = (operation: CodeOperation) => string[]

/** One line from the texts of the inputs. */
function line(text: (...args: string[]) => string): Lines {
  return ({ result, args }) => [`${result} = ${text(...args)}`]
}

/** A line for matrices; a number is left as it is. */
function matrixLine(text: (x: string, operation: CodeOperation) => string): Lines {
  return (operation) => {
    const { result, args, isNumber } = operation
    return [`${result} = ${isNumber(0) ? args[0] : text(args[0], operation)}`]
  }
}

function parameter({ operation }: GraphNode, name: string): OperationParameters[string] {
  return operation?.parameters?.[name] ?? null
}

/** 1 where an element is chosen. */
function maskOf({ value: { rows, columns } }: GraphNode, isChosen: (i: number, j: number) => boolean): Matrix {
  const mask = zeros(rows, columns)
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) mask.data[i * columns + j] = isChosen(i, j) ? 1 : 0
  return mask
}

function totalOver(over: unknown, text: string): string {
  return over === 'all' ? `total(${text})` : over === 'rows' ? `colsum(${text})` : `rowsum(${text})`
}

/** `-3` in a form that stands anywhere. */
export function numberText(value: number): string {
  const text = String(Math.abs(value)).replace('e+', 'e')
  return value < 0 ? `(-${text})` : text
}

const shifted: Lines = ({ result, args: [x] }) => [`${result}_shifted = ${x} - rowmax(${x})`]

/** The line of each operation that expressions and their gradients are made of, in the language of `walk/code`. */
const lines: Readonly<Record<string, Lines>> = {
  add: line((a, b) => `${a} + ${b}`),
  subtract: line((a, b) => `${a} - ${b}`),
  multiply: line((a, b) => `${a} * ${b}`),
  divide: line((a, b) => `${a} / ${b}`),
  power: line((a, b) => `${a} ** ${b}`),
  'power term': ({ node, result, args: [c, a, b] }) => {
    const logarithms = parameter(node, 'logarithms')
    return [`${result} = ${c} * ${a} ** ${b}${logarithms === 1 ? ` * log(${a})` : ''}`]
  },
  max: line((a, b) => `maximum(${a}, ${b})`),
  min: line((a, b) => `minimum(${a}, ${b})`),
  greater: line((a, b) => `where(${a} > ${b}, 1.0, where(${b} > ${a}, 0.0, 0.5))`),
  negate: line((x) => `-${x}`),
  exp: line((x) => `exp(${x})`),
  ln: line((x) => `log(${x})`),
  sqrt: line((x) => `sqrt(${x})`),
  square: line((x) => `${x} ** 2`),
  sin: line((x) => `sin(${x})`),
  cos: line((x) => `cos(${x})`),
  abs: line((x) => `abs(${x})`),
  sign: line((x) => `sign(${x})`),
  clamp: ({ node, result, args: [x] }) => [
    `${result} = minimum(maximum(${x}, ${numberText(Number(parameter(node, 'low')))}), ${numberText(Number(parameter(node, 'high')))})`
  ],
  between: ({ node, result, args: [x] }) => {
    const [low, high] = ['low', 'high'].map((name) => numberText(Number(parameter(node, name))))
    return [`${result} = where(${low} <= ${x}, where(${x} <= ${high}, 1.0, 0.0), 0.0)`]
  },
  matmul({ node, result, args: [a, b], isNumber }) {
    if (isNumber(0) || isNumber(1)) return [`${result} = ${a} * ${b}`]
    const transposed = parameter(node, 'transposed')
    return [`${result} = ${transposed === 'left' ? `${a}.T` : a} @ ${transposed === 'right' ? `${b}.T` : b}`]
  },
  transpose: matrixLine((x) => `${x}.T`),
  broadcast: ({ node: { value }, result, args: [x] }) => [`${result} = ${x} * ones(${value.rows}, ${value.columns})`],
  sum: matrixLine((x, { node }) => totalOver(parameter(node, 'over'), x)),
  mean: matrixLine((x, { node }) => {
    const count = node.inputs[0].value.data.length / node.value.data.length
    return `${totalOver(parameter(node, 'over'), x)} / ${count}`
  }),
  softmax: (operation) => {
    const { result, args, isNumber } = operation
    if (isNumber(0)) return [`${result} = ${args[0]} ** 0`]
    const e = `${result}_e`
    return [...shifted(operation), `${e} = exp(${result}_shifted)`, `${result} = ${e} / rowsum(${e})`]
  },
  'log softmax': (operation) => {
    const { result, args, isNumber } = operation
    if (isNumber(0)) return [`${result} = 0 * ${args[0]}`]
    return [...shifted(operation), `${result} = ${result}_shifted - log(rowsum(exp(${result}_shifted)))`]
  },
  gather: matrixLine((x, { node, given }) => {
    const indices = parameter(node, 'indices') as ArrayLike<number>
    return `rowsum(${x} * ${given(maskOf(node.inputs[0], (i, j) => indices[i] === j))})`
  }),
  slice: matrixLine((x, { node, given }) => {
    const [row, column] = ['row', 'column'].map((name) => parameter(node, name))
    const mask = given(maskOf(node.inputs[0], (i, j) => (row === null || row === i) && (column === null || column === j)))
    return totalOver(row !== null && column !== null ? 'all' : row !== null ? 'rows' : 'columns', `${x} * ${mask}`)
  })
}

function activationLines(name: string): Lines | null {
  const base = activationNames.find((one) => one === name.replace(/′$/, ''))
  if (base === undefined) return null
  if (base === name) return ({ args: [z], result }) => activationCode(base, z, result)
  return ({ args: [z], result, activated }) => {
    const a = activated(base) ?? `${result}_a`
    const before = activated(base) === null ? activationCode(base, z, a) : []
    return [...before, ...slopeCode(base, z, a, result)]
  }
}

/** The lines of code of one operation; null for one that no program or gradient leads to. */
export function operationLines(operation: CodeOperation): string[] | null {
  const name = operation.node.operation?.name ?? ''
  const write = Object.hasOwn(lines, name) ? lines[name] : activationLines(name)
  return write?.(operation) ?? null
}
