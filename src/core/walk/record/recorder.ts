import type { Numbers } from '../../tensor/matrix'
import type { Matrix } from '../../tensor/matrix'
import type { TextCode } from '../../messages/catalogue'
import { codeOf } from '../code/line'
import type { Reach } from './reach'
import type { Sign } from './symbols'
import type { CellSum, Level, Phase, Step, StepKind, TermFactor, WalkTensor } from './walk'

/** A tensor that a step reads, and which cells of the result each of its cells enters. */
export interface Reading {
  readonly tensor: WalkTensor
  readonly reach: Reach
  readonly transposed?: true
}

/** A step as its rule describes it. */
export interface StepRule {
  readonly id: string
  readonly phase: Phase
  readonly layer?: number
  readonly level?: Level
  readonly rule: StepKind
  /** The name of the result. */
  readonly sign: Sign
  /** The right side in plain text. */
  readonly formula: string
  /** The right sides as KaTeX source: of element `at` (ij unless given), and of the matrices; the latter is the former's unless given. */
  readonly index: string
  readonly at?: string
  readonly matrix?: string
  /** The whole code, a line each, in the notation of `code/parse.ts`. */
  readonly code: readonly string[]
  readonly why?: TextCode
  readonly reads: readonly Reading[]
  readonly value: Matrix
  /** The factor its numbers are shown with; 1 unless given. */
  readonly scale?: number
  /** The terms of one of its cells. */
  cell(row: number, column: number): CellSum
}

/** A step, and how its cells are made. */
export interface RecordedStep {
  readonly step: Step
  readonly reads: readonly Reading[]
  readonly cell: StepRule['cell']
}

/** Takes down the steps of a walk in order, and the tensors that they are made of. */
export class Recorder {
  readonly tensors = new Map<string, WalkTensor>()
  readonly steps: RecordedStep[] = []

  /** A tensor that is there before the walk. */
  given(id: string, { name, tex }: Sign, matrix: Matrix): WalkTensor {
    const tensor: WalkTensor = { id, name, tex, matrix, scale: 1 }
    this.tensors.set(id, tensor)
    return tensor
  }

  /** The tensor of an id that is there. */
  tensor(id: string): WalkTensor {
    const found = this.tensors.get(id)
    if (!found) throw new Error(`the walk has no tensor ${id}`)
    return found
  }

  /** Takes down one step; answers its result. */
  step(rule: StepRule): WalkTensor {
    const { id, phase, layer = null, level = 'step', sign, formula, index, at = 'ij', value, scale = 1, reads, why = null } = rule
    const tensor: WalkTensor = { id, name: sign.name, tex: sign.tex, matrix: value, scale }
    this.tensors.set(id, tensor)
    const equation = (left: string, right: string) => (right === '' ? left : `${left}=${right}`)
    this.steps.push({
      step: {
        id,
        phase,
        layer,
        level,
        rule: rule.rule,
        result: id,
        shape: [value.rows, value.columns],
        factors: reads.map((reading) => ({ tensor: reading.tensor.id, transposed: reading.transposed ?? false })),
        formula,
        tex: {
          symbolic: sign.tex,
          index: equation(sign.cell(at), index),
          matrix: rule.matrix === undefined ? equation(sign.cell(at), index) : equation(sign.tex, rule.matrix)
        },
        code: codeOf(rule.code),
        why
      },
      reads,
      cell: (row, column) => rule.cell(row, column)
    })
    return tensor
  }
}

/** The number in a cell of a tensor, as it is shown, and its place. */
export function factorAt({ id, name, matrix, scale }: WalkTensor, row: number, column: number, shown = name): TermFactor {
  return { name: shown, value: scale * matrix.data[row * matrix.columns + column], at: { tensor: id, row, column } }
}

/** A number that stands in no tensor. */
export function constant(name: string, value: number): TermFactor {
  return { name, value }
}

/** The numbers of a tensor as they are shown. */
export function shownNumbers({ matrix, scale }: WalkTensor): Numbers {
  return scale === 1 ? matrix.data : Float64Array.from(matrix.data, (x) => x * scale)
}
