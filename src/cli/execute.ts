import {
  AppError,
  createTrainer,
  diagnose,
  engineBuild,
  runEvidence,
  sentence,
  toWire,
  trainFor,
  type Finding,
  type History,
  type Prepared,
  type RowSample,
  type Settings,
  type StopReason,
  type Trainer,
  type TrainingRecord,
  type WireError
} from '#core'
import type { LoadedData } from '../node/files/data-file'
import type { Backend } from '../node/kernels/choose-backend'
import { writeCheck, writeRun, type Outcome, type Run } from '../node/files/run-files'
import { saveOrRescue, type Saved } from '../node/files/rescue-folder'
import { yieldToEventLoop } from '../node/tasks/run-cooperatively'
import { checkSaved, notDone, type CheckChoice } from './check-saved'
import { shortNumber } from './display'
import { messages } from './messages'
import { Progress } from './progress'
import type { CommandContext } from './report-error'
import { resumedChanges, type StoredRun } from './stored-run'
import { version } from './version'

/** Time of training between checks for signals, in milliseconds. */
const SLICE = 25

/** An experiment that is ready to run. */
export interface Experiment {
  readonly data: LoadedData
  readonly settings: Settings
  readonly prepared: Prepared
  readonly backend: Backend
  /** Sample of the file's rows; all unless given. */
  readonly sample?: RowSample
  readonly savesRows: boolean
  /** The run that is trained again or goes on; null for a new one. */
  readonly stored: StoredRun | null
  /** Which gradients are checked after training; null leaves it to the work. */
  readonly check: CheckChoice | null
}

/** Writes a run's files to a folder. */
export interface RunWriter {
  run(folder: string, run: Run): Promise<void>
  /** Adds the gradient check to the files of a run that are there without it. */
  check(folder: string, run: Run): Promise<void>
}

/** A finished run, with the error that ended it, if any. */
export interface Executed {
  readonly run: Run
  readonly error: AppError | null
  /** Whether the process was interrupted, in training or in the check. */
  readonly isInterrupted: boolean
  /** Where it is. */
  readonly saved: Saved
}

/**
 * Trains until done, a number is not finite, or the process is interrupted, and saves the run in a folder; then checks the gradients, and
 * saves that. Whatever becomes of the check or of the folder, the training is kept: elsewhere, where the folder cannot be written.
 * Throws: file; the signal's reason, where it came before the first step.
 */
export async function execute(
  experiment: Experiment,
  folder: string,
  context: CommandContext,
  write: RunWriter = { run: writeRun, check: writeCheck }
): Promise<Executed> {
  const { io, language, signal } = context
  signal.throwIfAborted()
  const { prepared, settings, backend, stored } = experiment
  const earlier = stored?.training ?? null
  const tell = () => void io.stderr.write(`\n${messages[language].stopping}\n`)
  signal.addEventListener('abort', tell)
  const start = io.now()
  let trainer: Trainer | null = null
  let seconds = 0
  let stopped: StopReason | null = null
  const runOf = (outcome: Outcome, failure: WireError | null): Run => ({
    ...experiment,
    outcome,
    findings: findingsOf(experiment, trainer, failure),
    step: trainer?.step ?? 0,
    seconds,
    ...(trainer?.best ? { resultEpoch: trainer.best.epoch } : {}),
    ...(stopped ? { stopped } : {}),
    history: trainer?.history.slice() ?? noHistory,
    build: { app: version, engine: buildsOf(earlier) },
    ...(trainer && outcome.kind !== 'diverged' ? { state: trainer.state() } : {}),
    changes: stored ? resumedChanges(stored, settings) : []
  })
  try {
    trainer = createTrainer(prepared, settings, backend.machine, earlier ? { readyLater: true } : {})
    if (earlier) trainer.restore(earlier.continuation.state)
    stopped = await trainAll(trainer, settings, signal, context)
    seconds = (io.now() - start) / 1000
    const { parameters } = trainer.result
    const isStopped = signal.aborted
    const trained = runOf(isStopped ? { kind: 'interrupted', parameters } : { kind: 'finished', parameters, check: null }, null)
    const saved = await saveOrRescue(folder, (place) => write.run(place, trained))
    if (isStopped || experiment.check === 'none') return { run: trained, error: null, isInterrupted: isStopped, saved }
    const check = await checkSaved(trainer, experiment.check, signal, context)
    if (!check) return { run: trained, error: null, isInterrupted: signal.aborted, saved }
    const checked: Run = { ...trained, outcome: { kind: 'finished', parameters, check } }
    const again = await saveOrRescue(saved.folder, (place) =>
      place === saved.folder ? write.check(place, checked) : write.run(place, checked)
    ).catch((error: unknown) => {
      io.stderr.write(`${notDone(error, language)}\n`)
      return null
    })
    if (!again) return { run: trained, error: null, isInterrupted: false, saved }
    return { run: checked, error: null, isInterrupted: false, saved: again.failure ? again : saved }
  } catch (error) {
    if (!(error instanceof AppError) || !notFinite.has(error.code)) throw error
    if (seconds === 0) seconds = (io.now() - start) / 1000
    const run = runOf(divergence(error, trainer, prepared), toWire(error))
    const saved = await saveOrRescue(folder, (place) => write.run(place, run))
    return { run, error, isInterrupted: false, saved }
  } finally {
    for (const { code, details } of trainer?.notes ?? [])
      io.stderr.write(`${messages[language].note}${sentence(code, details, language)}\n`)
    trainer?.release()
    signal.removeEventListener('abort', tell)
  }
}

/** The builds of the arithmetic that trained a run, in order. */
function buildsOf(earlier: TrainingRecord | null): string {
  return [...new Set([...(earlier?.build?.split(' + ') ?? []), engineBuild])].join(' + ')
}

/** Diagnoses a run; without a trainer, where the untrained network's loss was not finite already, by its settings and data. */
function findingsOf({ prepared, settings, backend }: Experiment, trainer: Trainer | null, failure: WireError | null): Finding[] {
  const examined = trainer ?? createTrainer(prepared, settings, backend.machine, { readyLater: true })
  const findings = diagnose(runEvidence({ settings, prepared, trainer: examined, failure }))
  if (!trainer) examined.release()
  return findings
}

const notFinite: ReadonlySet<string> = new Set(['numeric.diverged', 'numeric.squares-overflow', 'numeric.not-finite'])

const none = new Float64Array(0)
const noHistory: History = { trainLoss: none, testLoss: none, trainMetric: none, testMetric: none }

/** Returns the position of a divergence. */
function divergence({ details }: AppError, trainer: Trainer | null, { network }: Prepared): Outcome {
  return {
    kind: 'diverged',
    step: Number(details.step ?? trainer?.step ?? 0),
    layer: Number(details.layer ?? network.layers.length),
    tensor: String(details.tensor ?? 'loss'),
    parameters: trainer?.best?.parameters ?? null
  }
}

/** Trains to the last epoch, or until a stopping rule applies; returns that rule. */
async function trainAll(
  trainer: Trainer,
  settings: Pick<Settings, 'epochs' | 'stop'>,
  signal: AbortSignal,
  { io, language }: CommandContext
): Promise<StopReason | null> {
  const say = messages[language]
  const progress = new Progress(io, say.training, language)
  const { epochs } = settings
  const end = io.now() + 1000 * (settings.stop.seconds ?? Infinity)
  let last = epochs
  try {
    while (trainer.epoch < last && !signal.aborted && trainer.stopReason === null) {
      trainFor(trainer, SLICE, last, () => io.now())
      // The epoch in progress is the last, so that metrics and weights are consistent.
      if (io.now() >= end) last = Math.min(last, trainer.isAtEpochEnd ? trainer.epoch : trainer.epoch + 1)
      const { trainLoss, testLoss } = trainer.history.lastEvaluated
      const text = say.losses(shortNumber(trainLoss), Number.isNaN(testLoss) ? null : shortNumber(testLoss))
      progress.update({ done: trainer.epoch, total: epochs, text })
      await yieldToEventLoop()
    }
  } finally {
    progress.end()
  }
  return trainer.stopReason ?? (last < epochs && !signal.aborted ? 'time' : null)
}
