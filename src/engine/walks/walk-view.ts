import { precisionOf, shownNumbers, type Walk, type WalkCell, type WalkTensor } from '#core'
import {
  MOST_TERMS,
  WHOLE_TENSOR,
  type WalkCellQuestion,
  type WalkCellView,
  type WalkPicture,
  type WalkTensorPart,
  type WalkTensorQuestion,
  type WalkTensorView,
  type WalkTerm,
  type WalkView,
  type WalkWindow
} from '#shared/contract'
import { noSuch, type WalkSnapshot } from './walk-source'

/** The largest terms of a long sum that are shown beside what the others add up to. */
const LARGEST = 3

/** A walk without the numbers of its large tensors. */
export function walkView(walk: Walk, { stamp, batch }: WalkSnapshot): Omit<WalkView, 'id' | 'obstacle' | 'milliseconds'> {
  const { network, objective, optimizer, learningRate, clip = null, parameters, notation = 'app' } = walk.problem
  const results = new Set(walk.steps.map(({ result }) => result))
  return {
    stamp,
    notation,
    batch,
    network,
    objective,
    optimizer,
    learningRate,
    clip,
    precision: precisionOf(parameters[0].W),
    tensors: Array.from(walk.tensors.values(), (tensor) => tensorView(tensor, !results.has(tensor.id))),
    steps: walk.steps,
    firstNotFinite: walk.firstNotFinite
  }
}

function tensorView(tensor: WalkTensor, isGiven: boolean): WalkTensorView {
  const { id, name, tex, matrix, scale } = tensor
  const { rows, columns, data } = matrix
  let [low, high, notFinite] = [Infinity, -Infinity, 0]
  for (const x of data) {
    if (!Number.isFinite(x)) notFinite++
    else {
      if (x < low) low = x
      if (x > high) high = x
    }
  }
  const hasAny = low <= high
  return {
    id,
    name,
    tex,
    rows,
    columns,
    isGiven,
    values: data.length <= WHOLE_TENSOR ? Float64Array.from(shownNumbers(tensor)) : null,
    low: hasAny ? scale * low : 0,
    high: hasAny ? scale * high : 0,
    notFinite
  }
}

/** A window of a tensor, and its picture. Throws: request, for a tensor that is not there. */
export function tensorPart(walk: Walk, { tensor: id, window, picture }: Omit<WalkTensorQuestion, 'walk'>): WalkTensorPart {
  const tensor = walk.tensors.get(id)
  if (!tensor) throw noSuch(`tensor ${id}`)
  return { window: window && windowOf(tensor, window), picture: picture && pictureOf(tensor, picture) }
}

function windowOf({ matrix, scale }: WalkTensor, wanted: NonNullable<WalkTensorQuestion['window']>): WalkWindow {
  const row = Math.min(wanted.row, matrix.rows)
  const column = Math.min(wanted.column, matrix.columns)
  const rows = Math.min(wanted.rows, matrix.rows - row)
  const columns = Math.min(wanted.columns, matrix.columns - column)
  const values = new Float64Array(rows * columns)
  for (let i = 0, e = 0; i < rows; i++) {
    const from = (row + i) * matrix.columns + column
    for (let j = 0; j < columns; j++) values[e++] = scale * matrix.data[from + j]
  }
  return { row, column, rows, columns, values }
}

function pictureOf({ matrix, scale }: WalkTensor, room: NonNullable<WalkTensorQuestion['picture']>): WalkPicture {
  const each = { rows: Math.ceil(matrix.rows / room.rows), columns: Math.ceil(matrix.columns / room.columns) }
  const [rows, columns] = [Math.ceil(matrix.rows / each.rows), Math.ceil(matrix.columns / each.columns)]
  const values = new Float64Array(rows * columns)
  for (let i = 0, e = 0; i < matrix.rows; i++) {
    const cells = Math.floor(i / each.rows) * columns
    for (let j = 0; j < matrix.columns; j++, e++) {
      const cell = cells + Math.floor(j / each.columns)
      const x = matrix.data[e]
      // A number that is not finite is seen, however many are.
      if (!Number.isFinite(x) || Math.abs(x) > Math.abs(values[cell])) values[cell] = scale * x
    }
  }
  return { rows, columns, each, values }
}

/** One number: its terms, and the results it enters. Throws: request, for a number that is not there. */
export function cellView(walk: Walk, question: Omit<WalkCellQuestion, 'walk'>): WalkCellView {
  const { tensor: id, row, column, from = 0, count = MOST_TERMS } = question
  const tensor = walk.tensors.get(id)
  if (!tensor || row >= tensor.matrix.rows || column >= tensor.matrix.columns) throw noSuch(`number ${id}[${row},${column}]`)
  if (!walk.steps.some(({ result }) => result === id)) return givenCell(walk, tensor, row, column)
  const cell = walk.cell({ step: id, row, column })
  const terms = withRunningSums(cell)
  return {
    value: cell.value,
    count: terms.length,
    terms: terms.slice(from, from + count),
    largest: terms.length > MOST_TERMS ? largestOf(terms) : null,
    divisor: cell.divisor ?? 1,
    hasRoot: cell.root ?? false,
    written: cell.written,
    entersInto: cell.entersInto,
    difference: cell.difference ?? null
  }
}

function givenCell(walk: Walk, { id, matrix, scale }: WalkTensor, row: number, column: number): WalkCellView {
  return {
    value: scale * matrix.data[row * matrix.columns + column],
    count: 0,
    terms: [],
    largest: null,
    divisor: 1,
    hasRoot: false,
    written: null,
    entersInto: walk.entersInto({ tensor: id, row, column }),
    difference: null
  }
}

function withRunningSums({ terms }: WalkCell): WalkTerm[] {
  let running = 0
  return terms.map((term, number) => ({ ...term, number, running: (running += term.value) }))
}

function largestOf(terms: readonly WalkTerm[]): NonNullable<WalkCellView['largest']> {
  const largest = [...terms]
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value))
    .slice(0, LARGEST)
    .sort((a, b) => a.number - b.number)
  const others = terms.filter((term) => !largest.includes(term))
  return { terms: largest, others: others.length, sumOfOthers: others.reduce((sum, { value }) => sum + value, 0) }
}
