import { exp, expm1 } from '../../math/exp'
import { ln } from '../../math/ln'
import { pow } from '../../math/pow'
import { softplus } from '../../math/softplus'
import { tanh } from '../../math/tanh'
import type { Expression, Operator } from './parse'

/** The numbers that the names of an expression stand for. */
export type Bindings = Readonly<Record<string, number>>

const functions: Readonly<Record<string, (...args: number[]) => number>> = {
  abs: Math.abs,
  exp,
  expm1,
  log: ln,
  maximum: Math.max,
  minimum: Math.min,
  sign: Math.sign,
  softplus,
  sqrt: Math.sqrt,
  tanh,
  where: (test, yes, no) => (test ? yes : no)
}

const operations: Readonly<Partial<Record<Operator, (left: number, right: number) => number>>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '**': power,
  '>': (left, right) => Number(left > right),
  '<=': (left, right) => Number(left <= right)
}

/** Computes an expression of numbers in float64. */
export function valueOf(expression: Expression, bindings: Bindings): number {
  return compiled(expression, [], bindings)([])
}

/** A function that computes an expression in float64 from the numbers of its names; `constants` are those that do not change. */
export type Compiled = (values: ArrayLike<number>) => number

/** Makes the function of an expression: it takes the numbers of `names` in their order. Parts without any of them are computed once. */
export function compiled(expression: Expression, names: readonly string[], constants: Bindings): Compiled {
  const make = functionOf(expression, names, constants)
  return typeof make === 'number' ? () => make : make
}

/** The number of an expression of constants, or the function of any other. */
function functionOf(expression: Expression, names: readonly string[], constants: Bindings): number | Compiled {
  const partOf = (part: Expression) => functionOf(part, names, constants)
  switch (expression.kind) {
    case 'number':
      return Number(expression.text)
    case 'name': {
      const place = names.indexOf(expression.text)
      if (place >= 0) return (values) => values[place]
      if (!Object.hasOwn(constants, expression.text)) throw new Error(`${expression.text} is no name of this expression`)
      return constants[expression.text]
    }
    case 'negative':
      return applied((of) => -of, [partOf(expression.of)])
    case 'binary': {
      const operation = operations[expression.operator]
      if (!operation) throw new Error(`${expression.operator} is of matrices`)
      return applied(operation, [partOf(expression.left), partOf(expression.right)])
    }
    case 'call':
      if (!Object.hasOwn(functions, expression.name)) throw new Error(`${expression.name} is no function of numbers`)
      return applied(functions[expression.name], expression.args.map(partOf))
    case 'transpose':
      throw new Error('.T is of matrices')
  }
}

function applied(operation: (...args: number[]) => number, args: readonly (number | Compiled)[]): number | Compiled {
  const constants = args.filter((arg) => typeof arg === 'number')
  if (constants.length === args.length) return operation(...constants)
  const [first, second] = args.map((arg): Compiled => (typeof arg === 'number' ? () => arg : arg))
  if (args.length === 1) return (values) => operation(first(values))
  if (args.length === 2) return (values) => operation(first(values), second(values))
  return (values) => operation(...args.map((arg) => (typeof arg === 'number' ? arg : arg(values))))
}

/** A square is a product, as the kernels form it; of a negative number there are only whole powers. */
function power(base: number, exponent: number): number {
  if (exponent === 2) return base * base
  if (base >= 0) return pow(base, exponent)
  return exponent % 2 === 0 ? pow(-base, exponent) : -pow(-base, exponent)
}
