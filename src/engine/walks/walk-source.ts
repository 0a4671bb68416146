import {
  AppError,
  copyOptimizerState,
  copyParameters,
  dropoutMasks,
  firstCase,
  gatherSamples,
  hasDropout,
  precisionOf,
  walkExample,
  walkProblem,
  type Prepared,
  type Settings,
  type Trainer,
  type WalkProblem
} from '#core'
import type { SamplePlace, WalkBatch, WalkSource, WalkStamp } from '#shared/contract'

/** The run that walks are made of, and what it is at. */
export interface WalkedRun {
  readonly id: string
  readonly prepared: Prepared
  readonly settings: Settings
  readonly trainer: Trainer
  readonly isRunning: boolean
  readonly hasFailed: boolean
  /** The last epoch of the run. */
  readonly goal: number
}

/** The mini-batch and the weights that walks are made from, which stay as they were while the run goes on. */
export interface WalkSnapshot {
  readonly problem: WalkProblem
  /** Null in an example. */
  readonly stamp: WalkStamp | null
  readonly batch: WalkBatch
  /** Whether the mini-batch is the run's next one. */
  readonly isNext: boolean
  /** Whether its rows are of the training set. */
  readonly isOfTraining: boolean
}

/** A source that is looked up in a run. */
type RunSource = Extract<WalkSource, { readonly kind: 'next' | 'first' | 'rows' }>

/** The snapshot of a lesson's network. */
export function exampleSnapshot(name: Extract<WalkSource, { readonly kind: 'example' }>['name']): WalkSnapshot {
  return withoutRun(walkExample(name))
}

/** The snapshot of the first case in a JSON text. Throws: format, case, spec. */
export function caseSnapshot(text: string): WalkSnapshot {
  return withoutRun(walkProblem(firstCase(text)))
}

function withoutRun(problem: WalkProblem): WalkSnapshot {
  const batch = { size: problem.batch.X.rows, places: null, lines: null, number: null, of: null }
  return { problem, stamp: null, batch, isNext: false, isOfTraining: false }
}

/**
 * The snapshot of a run: chosen rows are taken as if they were the next mini-batch, with the rate of the next step and its masks.
 * Throws: request, for a row that is not there.
 */
export function runSnapshot({ id, prepared, trainer, settings }: WalkedRun, source: RunSource): WalkSnapshot {
  const { network } = trainer
  const next = trainer.nextStep()
  const rows = rowsOf(source, trainer, next.rows)
  const side = source.kind === 'rows' ? source.side : 'train'
  const known = prepared[side].rows.length
  const unknown = rows.find((row) => row >= known)
  if (unknown !== undefined) throw noSuch(`row ${unknown} of the ${side} rows`)
  const parameters = copyParameters(trainer.parameters)
  const precision = precisionOf(parameters[0].W)
  const isNext = rows.length === next.rows.length && side === 'train' && rows.every((row, i) => row === next.rows[i])
  const batches = Math.ceil(prepared.train.rows.length / trainer.live.batchSize)
  return {
    problem: {
      network,
      objective: next.objective,
      parameters,
      batch: gatherSamples(prepared[side], rows),
      ...(hasDropout(network) ? { masks: dropoutMasks(network, rows.length, settings.seeds.shuffle, next.step, precision) } : {}),
      optimizer: settings.optimizer,
      learningRate: next.learningRate,
      state: copyOptimizerState(trainer.optimizerState),
      clip: next.clip
    },
    stamp: { run: id, epoch: trainer.epoch, step: trainer.step },
    batch: {
      size: rows.length,
      places: Array.from(rows, (index): SamplePlace => ({ side, index })),
      lines: Int32Array.from(rows, (row) => prepared[side].lines[row]),
      number: isNext ? Math.floor(next.from / trainer.live.batchSize) + 1 : null,
      of: isNext ? batches : null
    },
    isNext,
    isOfTraining: side === 'train'
  }
}

function rowsOf(source: RunSource, trainer: Trainer, next: Int32Array): Int32Array {
  if (source.kind === 'next') return next
  return source.kind === 'first' ? trainer.orders.first(trainer.live.batchSize) : Int32Array.from(source.indices)
}

/** The error of a question about something that a walk does not have. */
export function noSuch(what: string): AppError {
  return new AppError('request.invalid', { name: 'walk', problem: `there is no ${what}` })
}
