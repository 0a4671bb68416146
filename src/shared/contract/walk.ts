import * as v from 'valibot'
import {
  codeLanguages,
  notationNames,
  walkExampleNames,
  type CellDifference,
  type Entered,
  type NetworkSpec,
  type NotationName,
  type Objective,
  type OptimizerSpec,
  type Precision,
  type SampleJacobian,
  type Step,
  type StepCell,
  type Term,
  type Written
} from '#core'
import { aboutRun, answers, command, index, nothing } from './request'
import { sampleSides, type SamplePlace } from './sample'

/** Rows of a chosen mini-batch at most. */
export const MOST_WALKED_ROWS = 4096

/** The most characters of a file of cases that is looked at: as many bytes are read. */
export const MOST_CASE_LENGTH = 4_194_304

/** Where a walk's mini-batch and weights come from. */
const sourceSchema = v.variant('kind', [
  /** The run's next mini-batch, with the dropout masks, the rate and the memory that its step has. */
  v.strictObject({ kind: v.literal('next') }),
  /** The first mini-batch of the first epoch, as if it were the next. */
  v.strictObject({ kind: v.literal('first') }),
  /** Rows of one side of the split, as if they were the next mini-batch. */
  v.strictObject({
    kind: v.literal('rows'),
    side: v.picklist(sampleSides),
    indices: v.pipe(v.array(index), v.minLength(1), v.maxLength(MOST_WALKED_ROWS))
  }),
  /** A small network of the course notes, for which no data need be open. */
  v.strictObject({ kind: v.literal('example'), name: v.picklist(walkExampleNames) }),
  /** The first case of a file of cases; `name` is the file's. */
  v.strictObject({
    kind: v.literal('case'),
    name: v.pipe(v.string(), v.maxLength(300)),
    text: v.pipe(v.string(), v.maxLength(MOST_CASE_LENGTH))
  }),
  /** The mini-batch and the weights of a walk that was shown, while the run may have moved on. */
  v.strictObject({ kind: v.literal('snapshot'), walk: v.pipe(v.string(), v.maxLength(60)) })
])
export type WalkSource = v.InferOutput<typeof sourceSchema>

/** A given number that is replaced before the walk: in X, W1, b1 …, a dropout mask M1 …, or a target Y. */
const editSchema = v.strictObject({
  tensor: v.pipe(v.string(), v.maxLength(20)),
  row: index,
  column: index,
  value: v.pipe(v.number(), v.finite())
})
export type WalkEdit = v.InferOutput<typeof editSchema>

const walkSchema = v.strictObject({
  source: sourceSchema,
  edits: v.optional(v.pipe(v.array(editSchema), v.maxLength(1000)), []),
  notation: v.optional(v.picklist(notationNames), 'app')
})
export type WalkQuestion = v.InferInput<typeof walkSchema>

/** The place of the run that a walk is a snapshot of. The weights have moved on where the run stands at another step. */
export interface WalkStamp {
  readonly run: string
  readonly epoch: number
  readonly step: number
}

/** The mini-batch of a walk. */
export interface WalkBatch {
  readonly size: number
  /** Its rows; null in an example. */
  readonly places: readonly SamplePlace[] | null
  /** Their lines in the file; null in an example. */
  readonly lines: Int32Array | null
  /** Which mini-batch of its epoch it is, from 1, and of how many; null where the rows were chosen. */
  readonly number: number | null
  readonly of: number | null
}

/**
 * Why a walk cannot be taken as a step of the run; null where it can: it is a lesson's, has an edited number, rows of the test or validation
 * set, or a number that is not finite; the run has other weights or settings by now, is going on, or has come to its end.
 */
export type WalkObstacle = 'example' | 'edited' | 'held-out' | 'moved-on' | 'running' | 'not-finite' | 'over' | null

/** A tensor of a walk. Its numbers are as they are shown: those of an error signal without the 1/N where the notation leaves it out. */
export interface WalkTensorView {
  readonly id: string
  /** In plain text, and as KaTeX source. */
  readonly name: string
  readonly tex: string
  readonly rows: number
  readonly columns: number
  /** Whether it was there before the walk: X, W1, b1 …; no step gives it. */
  readonly isGiven: boolean
  /** Row by row; null where there are more than WHOLE_TENSOR: those are asked for by windows. */
  readonly values: Float64Array | null
  /** The least and the largest finite number; both 0 where none is finite. */
  readonly low: number
  readonly high: number
  /** The count of numbers that are not finite. */
  readonly notFinite: number
}

/** A tensor of at most so many numbers comes whole with the walk. */
export const WHOLE_TENSOR = 1024

/** A walk without the numbers of its large tensors. */
export interface WalkView {
  /** Names it in the requests below. The engine keeps the last few. */
  readonly id: string
  /** Null in an example. */
  readonly stamp: WalkStamp | null
  readonly notation: NotationName
  readonly batch: WalkBatch
  readonly network: NetworkSpec
  readonly objective: Objective
  readonly optimizer: OptimizerSpec
  /** The rate of this very step. */
  readonly learningRate: number
  readonly clip: number | null
  readonly precision: Precision
  readonly obstacle: WalkObstacle
  /** In the order of the walk, after X and the parameters. */
  readonly tensors: readonly WalkTensorView[]
  readonly steps: readonly Step[]
  readonly firstNotFinite: StepCell | null
  /** The time the engine took for it. */
  readonly milliseconds: number
}

const walkId = v.pipe(v.string(), v.maxLength(60))

/** The largest window, in numbers, and the largest picture, in cells. */
export const MOST_WINDOW = 65_536

const tensorSchema = v.strictObject({
  walk: walkId,
  tensor: v.pipe(v.string(), v.maxLength(40)),
  /** The numbers from a row and a column on; cut off at the tensor's ends. */
  window: v.nullable(
    v.pipe(
      v.strictObject({ row: index, column: index, rows: index, columns: index }),
      v.check(({ rows, columns }) => rows * columns <= MOST_WINDOW)
    )
  ),
  /** The whole tensor in so many cells at most, of which each is the number of the largest magnitude in its part. */
  picture: v.nullable(
    v.pipe(
      v.strictObject({ rows: v.pipe(index, v.minValue(1)), columns: v.pipe(index, v.minValue(1)) }),
      v.check(({ rows, columns }) => rows * columns <= MOST_WINDOW)
    )
  )
})
export type WalkTensorQuestion = v.InferOutput<typeof tensorSchema>

/** A part of a tensor, row by row. */
export interface WalkWindow {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
  readonly values: Float64Array
}

/** A tensor thinned to a picture, row by row; every cell stands for `each` rows × columns, at the lower and right edge for fewer. */
export interface WalkPicture {
  readonly rows: number
  readonly columns: number
  readonly each: { readonly rows: number; readonly columns: number }
  readonly values: Float64Array
}

export interface WalkTensorPart {
  readonly window: WalkWindow | null
  readonly picture: WalkPicture | null
}

/** A sum of more terms is long. */
export const MOST_TERMS = 6

const cellSchema = v.strictObject({
  walk: walkId,
  /** A step's id, or a given tensor. */
  tensor: v.pipe(v.string(), v.maxLength(40)),
  row: index,
  column: index,
  /** The terms that are wanted, from one on; the three largest of a long sum come in any case. */
  from: v.optional(index, 0),
  count: v.optional(v.pipe(index, v.maxValue(500)), MOST_TERMS)
})
export type WalkCellQuestion = v.InferInput<typeof cellSchema>

/** A term with the sum up to it. */
export interface WalkTerm extends Term {
  /** From 0. */
  readonly number: number
  readonly running: number
}

/** One number of a walk: what it is made of, and what it enters. */
export interface WalkCellView {
  readonly value: number
  /** The number of terms; 0 for a given number. */
  readonly count: number
  /** The terms from the wanted one on. */
  readonly terms: readonly WalkTerm[]
  /** The largest three of a long sum in their order, and what the others add up to; null where the sum is not long. */
  readonly largest: { readonly terms: readonly WalkTerm[]; readonly others: number; readonly sumOfOthers: number } | null
  /** The sum is divided by it; 1 where it is not. */
  readonly divisor: number
  /** Whether the square root of the sum is taken. */
  readonly hasRoot: boolean
  /** The calculation with its numbers; null for a given number. Of a long sum it is as long. */
  readonly written: Written | null
  readonly entersInto: readonly Entered[]
  /** A central difference beside a derivative; null where it is none. */
  readonly difference: CellDifference | null
}

const scriptSchema = v.strictObject({ walk: walkId, language: v.picklist(codeLanguages) })

const jacobianSchema = v.strictObject({ walk: walkId, step: v.pipe(v.string(), v.maxLength(40)), row: index })

/** One step of training laid open, and the step itself. */
export const walkRequests = {
  /**
   * Makes a walk, with its progress as `walkProgress` events where it takes long.
   * Throws: request.cancelled, when another one is asked for meanwhile, or `cancelWalk` is.
   */
  walk: answers<WalkView>()(walkSchema),
  /** Ends the walk that is being made, which nobody looks at any more. */
  cancelWalk: command(nothing),
  walkTensor: answers<WalkTensorPart>()(tensorSchema),
  walkCell: answers<WalkCellView>()(cellSchema),
  /** The Jacobian of a step for one sample; null where there is none to show. */
  walkJacobian: answers<SampleJacobian | null>()(jacobianSchema),
  /** A script that does the whole walk in a language and prints its gradients. */
  walkScript: answers<string>()(scriptSchema),
  ...aboutRun({
    /**
     * Trains on exactly the mini-batch of a walk: the weights are then the walk's, to the last bit.
     * Throws: request.no-walk; request.walk-not-taken, where the walk has an obstacle.
     */
    takeWalk: command(v.strictObject({ walk: walkId }))
  })
}
