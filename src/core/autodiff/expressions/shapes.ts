import { AppError } from '../../messages/app-error'
import type { Note } from '../../messages/catalogue'
import { shapeOf, type Matrix } from '../../tensor/matrix'
import type { GraphNode } from '../ops/operation'
import { placeIn, type TextPlace } from './place'

/** A notice about a part of a text, and the text that the part would have with the remedy. */
export interface ExpressionNote extends Note {
  /** The character to replace, from 0, and what replaces it. */
  readonly fix: { readonly offset: number; readonly length: number; readonly text: string } | null
}

interface Operand {
  /** As it is written. */
  readonly text: string
  readonly value: Matrix
}

/** An operator between two operands. */
interface Operated {
  readonly text: string
  readonly at: number
  readonly operation: string
  readonly left: Operand
  readonly right: Operand
}

function fit(a: number, b: number): boolean {
  return a === b || a === 1 || b === 1
}

function isNumber({ rows, columns }: Matrix): boolean {
  return rows === 1 && columns === 1
}

/** Returns a text that an operator may follow: in parentheses, unless it is a name or has some already. */
function tight(text: string): string {
  return /^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(text) || /^[([].*[)\]]$/.test(text) ? text : `(${text})`
}

/** The matrix product that fits, one factor transposed or both exchanged; empty where none does. */
function fittingProduct({ text: l, value: a }: Operand, { text: r, value: b }: Operand): string {
  const [left, right] = [tight(l), tight(r)]
  if (isNumber(a) || isNumber(b)) return `${left} * ${right}`
  if (a.columns === b.rows) return `${left} @ ${right}`
  if (a.rows === b.rows) return `${left}.T @ ${right}`
  if (a.columns === b.columns) return `${left} @ ${right}.T`
  return b.columns === a.rows ? `${right} @ ${left}` : ''
}

/**
 * Makes sure that the shapes of two operands fit their operator.
 * Throws: graph, at the operator, with both shapes and, where there is one, the product that fits.
 */
export function requireShapes({ text, at, operation, left, right }: Operated): void {
  const place = placeIn(text, at)
  const shapes = { left: left.text, leftShape: shapeOf(left.value), right: right.text, rightShape: shapeOf(right.value) }
  if (operation === 'matmul') {
    if (left.value.columns === right.value.rows) return
    const inner = { columns: left.value.columns, rows: right.value.rows }
    throw new AppError('graph.product-shapes', { ...place, ...shapes, ...inner, suggestion: fittingProduct(left, right) })
  }
  if (fit(left.value.rows, right.value.rows) && fit(left.value.columns, right.value.columns)) return
  const suggestion = operation === 'multiply' ? fittingProduct(left, right) : ''
  throw new AppError('graph.elementwise-shapes', { ...place, ...shapes, sign: text[at], suggestion })
}

/** Notices a sign that is probably not meant: `*` between a matrix and another shape that their matrix product would fit. */
export function noteAbout({ text, at, operation, left, right }: Operated): ExpressionNote | null {
  const [a, b] = [left.value, right.value]
  if (operation !== 'multiply' || isNumber(a) || isNumber(b) || shapeOf(a) === shapeOf(b) || a.columns !== b.rows) return null
  return { code: 'graph.elementwise-note', details: { ...placeIn(text, at) }, fix: { offset: at, length: 1, text: '@' } }
}

/** A column where each row is taken as a sample with one score: probably a row was meant. */
export function columnNotes(text: string, { from, to }: { from: number; to: number }, { value }: GraphNode): ExpressionNote[] {
  if (value.columns > 1 || value.rows === 1) return []
  const written = text.slice(from, to)
  const fix = { offset: from, length: to - from, text: `${tight(written)}.T` }
  return [{ code: 'graph.column-note', details: { ...placeIn(text, from), shape: shapeOf(value), name: written }, fix }]
}

/**
 * Runs the building of a function's nodes; an error of a shape inside it names the function and what it was given.
 * Throws: graph.
 */
export function shapeProblem(
  { name, place, args }: { readonly name: string; readonly place: TextPlace; readonly args: readonly GraphNode[] },
  build: () => GraphNode
): GraphNode {
  try {
    return build()
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'shape') throw error
    throw new AppError('graph.function-shapes', { ...place, name, shapes: args.map(({ value }) => shapeOf(value)).join(', ') })
  }
}
