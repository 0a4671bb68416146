import type { Expression, Operator } from './parse'

const operators: Readonly<Record<Operator, string>> = {
  '+': 'add',
  '-': 'subtract',
  '*': 'multiply',
  '/': 'divide',
  '@': 'matmul',
  '**': 'power',
  '>': 'greater',
  '<=': 'atMost'
}

/** An expression in TypeScript, whose functions are those of `typescriptHelpers`. */
export function typescriptText(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
    case 'name':
      return expression.text
    case 'transpose':
      return `transpose(${typescriptText(expression.of)})`
    case 'negative':
      return expression.of.kind === 'number' ? `-${expression.of.text}` : `multiply(-1, ${typescriptText(expression.of)})`
    case 'call':
      return `${expression.name}(${expression.args.map(typescriptText).join(', ')})`
    case 'binary':
      return `${operators[expression.operator]}(${typescriptText(expression.left)}, ${typescriptText(expression.right)})`
  }
}

/** The functions that a script in TypeScript needs: a value is a number or a matrix of rows; one row or column is repeated as needed. */
export const typescriptHelpers = `type Matrix = number[][]
type Value = number | Matrix

const at = (x: Value, i: number, j: number): number =>
  typeof x === 'number' ? x : x[x.length === 1 ? 0 : i][x[0].length === 1 ? 0 : j]
const sizeOf = (...values: Value[]): [number, number] => {
  const matrices = values.filter((x): x is Matrix => typeof x !== 'number')
  return [Math.max(...matrices.map((x) => x.length)), Math.max(...matrices.map((x) => x[0].length))]
}
const each = (f: (...numbers: number[]) => number, ...values: Value[]): any => {
  if (values.every((x) => typeof x === 'number')) return f(...(values as number[]))
  const [rows, columns] = sizeOf(...values)
  return Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => f(...values.map((x) => at(x, i, j)))))
}
const add = (a: Value, b: Value) => each((x, y) => x + y, a, b)
const subtract = (a: Value, b: Value) => each((x, y) => x - y, a, b)
const multiply = (a: Value, b: Value) => each((x, y) => x * y, a, b)
const divide = (a: Value, b: Value) => each((x, y) => x / y, a, b)
const power = (a: Value, b: Value) => each((x, y) => x ** y, a, b)
const greater = (a: Value, b: Value) => each((x, y) => (x > y ? 1 : 0), a, b)
const atMost = (a: Value, b: Value) => each((x, y) => (x <= y ? 1 : 0), a, b)
const maximum = (a: Value, b: Value) => each(Math.max, a, b)
const minimum = (a: Value, b: Value) => each(Math.min, a, b)
const where = (test: Value, yes: Value, no: Value) => each((t, a, b) => (t ? a : b), test, yes, no)
const [exp, log, log1p, expm1, sin, cos, tanh, sqrt, abs, sign] = [
  Math.exp, Math.log, Math.log1p, Math.expm1, Math.sin, Math.cos, Math.tanh, Math.sqrt, Math.abs, Math.sign
].map((f) => (a: Value) => each(f, a))
const softplus = (a: Value) => each((x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))), a)
const ones = (rows: number, columns: number): Matrix => Array.from({ length: rows }, () => Array<number>(columns).fill(1))
const total = (a: Matrix) => a.flat().reduce((sum, x) => sum + x, 0)
const rowsum = (a: Matrix) => a.map((row) => [row.reduce((sum, x) => sum + x, 0)])
const rowmax = (a: Matrix) => a.map((row) => [Math.max(...row)])
const transpose = (a: Matrix): Matrix => a[0].map((_, j) => a.map((row) => row[j]))
const colsum = (a: Matrix): Matrix => [transpose(a).map((column) => total([column]))]
const matmul = (a: Matrix, b: Matrix): Matrix => {
  const columns = transpose(b)
  return a.map((row) => columns.map((column) => row.reduce((sum, x, k) => sum + x * column[k], 0)))
}
const onehot = (y: number[], classes: number): Matrix => y.map((c) => Array.from({ length: classes }, (_, j) => (j === c ? 1 : 0)))
const weightof = (weights: number[], y: number[]): Matrix => y.map((c) => [weights[c]])
const jacobian = (P: Matrix, i: number): Matrix => P[i].map((p, j) => P[i].map((q, k) => (j === k ? p : 0) - p * q))`
