import type { TextCode } from '../../messages/catalogue'
import type { Matrix } from '../../tensor/matrix'
import type { CodeLanguage } from '../code/languages'
import type { Written } from './written'

export const phases = ['forward', 'loss', 'backward', 'update'] as const
export type Phase = (typeof phases)[number]

/** The level of detail: every step, the parts it is made of, or the derivation that a short form leaves out. */
export type Level = 'step' | 'detail' | 'long'

/** The kind of operation that makes a step's result from its factors. */
export type StepKind =
  | 'given'
  | 'matrix-product'
  | 'elementwise'
  | 'elementwise-product'
  | 'difference'
  | 'quotient'
  | 'indicator'
  | 'row-maximum'
  | 'row-sum'
  | 'column-sum'
  | 'mean'
  | 'sum'
  | 'loss'
  | 'jacobian'
  | 'clip'
  | 'update'
  | 'check'
  | 'norm'

/** A tensor as it stands in a step. */
export interface StepFactor {
  /** Its id: that of the step it results from, or X, W1, b1 … */
  readonly tensor: string
  readonly transposed: boolean
}

/** One line of the walk, as plain data. */
export interface Step {
  readonly id: string
  readonly phase: Phase
  /** From 1; null where it belongs to no layer. */
  readonly layer: number | null
  readonly level: Level
  readonly rule: StepKind
  /** The id of the tensor that it gives. */
  readonly result: string
  readonly shape: readonly [number, number]
  readonly factors: readonly StepFactor[]
  /** The right side in plain text. */
  readonly formula: string
  /** KaTeX source: what the result is called, and the whole equation for one element and for the matrices. */
  readonly tex: { readonly symbolic: string; readonly index: string; readonly matrix: string }
  readonly code: Readonly<Record<CodeLanguage, string>>
  /** The sentence that says why; null where the formula says it all. */
  readonly why: TextCode | null
}

/** A tensor of the walk. Its numbers are shown times `scale`: see `Symbols.leavesMean`. */
export interface WalkTensor {
  readonly id: string
  /** In plain text, and as KaTeX source. */
  readonly name: string
  readonly tex: string
  readonly matrix: Matrix
  readonly scale: number
}

/** A number in a term, and the cell it stands in; without a place when it is a constant such as η. */
export interface TermFactor {
  readonly name: string
  readonly value: number
  readonly at?: CellPlace
}

export interface CellPlace {
  readonly tensor: string
  readonly row: number
  readonly column: number
}

/** One summand, with the numbers it is made of. */
export interface Term {
  readonly factors: readonly TermFactor[]
  /** Its contribution to the sum. */
  readonly value: number
}

/** Cells of a step's result: rows and columns from the first to before the last. */
export interface Region {
  readonly rows: readonly [number, number]
  readonly columns: readonly [number, number]
}

/** The results that a cell enters. */
export interface Entered {
  readonly step: string
  readonly regions: readonly Region[]
}

/** A difference quotient beside a derivative. */
export interface CellDifference {
  readonly numeric: number
  /** Whether a kink lies between its two points, so that it need not agree. */
  readonly crossedKink: boolean
}

/** The calculation of a cell: Σ terms / divisor; where `root` is given, the square root of the sum. */
export interface CellSum {
  readonly terms: readonly Term[]
  readonly divisor?: number
  readonly root?: true
  /** The same written out with its numbers. */
  readonly written: Written
}

/** One number of the walk: what it is made of, and what it enters. */
export interface WalkCell extends CellSum {
  readonly value: number
  readonly entersInto: readonly Entered[]
  readonly difference?: CellDifference
}

/** Where a cell of a step's result is, both from 0. */
export interface StepCell {
  readonly step: string
  readonly row: number
  readonly column: number
}
