import type { GraphNode } from '../autodiff/ops/operation'

/** The short sign of an operation where it has one; every other is drawn by its name. */
const signs: Readonly<Record<string, string>> = {
  add: '+',
  subtract: '−',
  multiply: '×',
  divide: '÷',
  negate: '−',
  matmul: '@',
  power: '^',
  square: '^ 2',
  transpose: '.T',
  sum: 'Σ',
  sqrt: '√',
  sigmoid: 'σ',
  broadcast: 'copy',
  'log softmax': 'log softmax',
  gather: 'pick'
}

/** The operations written between their operands. */
const between: ReadonlySet<string> = new Set(['add', 'subtract', 'multiply', 'divide', 'matmul', 'power'])

/** Returns a number with few digits, its minus as in print. */
export function shortNumber(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '∞' : '−∞'
  return String(Number(value.toPrecision(4))).replace('-', '−')
}

/** A constant as it is drawn inside its operation: a number, or its shape. */
function constantText({ value, inputs }: GraphNode): string {
  if (inputs.length > 0) return constantText(inputs[0])
  return value.data.length === 1 ? shortNumber(value.data[0]) : `${value.rows}×${value.columns}`
}

/** The sign of an operation with the constants that are folded into it: `×`, `2 ×`, `^ 2`, `max 0`. */
export function symbolOf({ operation, inputs }: GraphNode, isConstant: (node: GraphNode) => boolean): string {
  const name = operation?.name ?? ''
  const sign = Object.hasOwn(signs, name) ? signs[name] : name
  if (name === 'slice') {
    const { row, column } = operation?.parameters ?? {}
    return `[${[row, column].map((index) => (index === null ? ':' : String(index))).join(', ')}]`
  }
  if (inputs.length < 2 || !inputs.some(isConstant)) return sign
  const [before, after] = inputs.map((input) => (isConstant(input) ? constantText(input) : ''))
  return between.has(name) ? `${before} ${sign} ${after}`.trim() : `${sign} ${before || after}`
}

/** A value in a node: a number, or the shape of a matrix. */
export function shownText({
  rows,
  columns,
  elements
}: {
  readonly rows: number
  readonly columns: number
  readonly elements: readonly number[]
}): string {
  return rows * columns === 1 ? shortNumber(elements[0]) : `${rows}×${columns}`
}
