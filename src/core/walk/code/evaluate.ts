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
  switch (expression.kind) {
    case 'number':
      return Number(expression.text)
    case 'name':
      if (!Object.hasOwn(bindings, expression.text)) throw new Error(`${expression.text} is no name of this expression`)
      return bindings[expression.text]
    case 'negative':
      return -valueOf(expression.of, bindings)
    case 'binary': {
      const operation = operations[expression.operator]
      if (!operation) throw new Error(`${expression.operator} is of matrices`)
      return operation(valueOf(expression.left, bindings), valueOf(expression.right, bindings))
    }
    case 'call':
      if (!Object.hasOwn(functions, expression.name)) throw new Error(`${expression.name} is no function of numbers`)
      return functions[expression.name](...expression.args.map((arg) => valueOf(arg, bindings)))
    case 'transpose':
      throw new Error('.T is of matrices')
  }
}

/** A square is a product, as the kernels form it; of a negative number there are only whole powers. */
function power(base: number, exponent: number): number {
  if (exponent === 2) return base * base
  if (base >= 0) return pow(base, exponent)
  return exponent % 2 === 0 ? pow(-base, exponent) : -pow(-base, exponent)
}
