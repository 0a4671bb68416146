import {
  AppError,
  brokenLock,
  createTrainer,
  jsonText,
  prepareTask,
  readSettingsJson,
  trainFor,
  utf8,
  type AnswerValue,
  type Json,
  type Lab,
  type RepeatedRun,
  type RunFigures,
  type Settings,
  type Table
} from '#core'
import { startBackend } from '../kernels/start-backend'
import { runCooperatively, yieldToEventLoop } from '../tasks/run-cooperatively'

/** A run of a lab takes seconds; one that takes longer is left to a person. In milliseconds. */
const LIMIT = 60_000
const SLICE = 50

/**
 * Trains a run of a lab again on the student's own data, as its settings say, and returns its figures: those of the epoch whose weights are the
 * result. Figures are null where the settings cannot be read or do not fit, or training fails or takes more than a minute.
 */
export async function repeatRun(
  given: AnswerValue<'run'>['settings'],
  table: Table,
  own: Settings,
  lab: Lab,
  signal: AbortSignal
): Promise<RepeatedRun> {
  try {
    const { settings } = readSettingsJson(utf8(jsonText(given as Json)))
    const broken = brokenLock(lab, settings, own)
    return broken ? { figures: null, broken } : { figures: await figuresOf(settings, table, signal), broken: null }
  } catch (error) {
    signal.throwIfAborted()
    if (!(error instanceof AppError) || error.kind === 'bug') throw error
    return { figures: null, broken: null }
  }
}

async function figuresOf(settings: Settings, table: Table, signal: AbortSignal): Promise<RunFigures | null> {
  const prepared = await runCooperatively(prepareTask(table, settings), { signal })
  const trainer = createTrainer(prepared, settings, startBackend({ choice: 'auto', threads: 1 }).machine)
  const start = performance.now()
  try {
    while (trainer.epoch < settings.epochs && trainer.stopReason === null) {
      trainFor(trainer, SLICE, settings.epochs, () => performance.now())
      await yieldToEventLoop()
      signal.throwIfAborted()
      if (performance.now() - start > LIMIT) return null
    }
    const { epoch } = trainer.result
    const record = trainer.history.at(epoch)
    const { trainLoss, testLoss, trainMetric, testMetric } = Number.isNaN(record.trainLoss) ? trainer.history.lastEvaluated : record
    const isAccuracy = settings.task === 'classification'
    return {
      'train.loss': trainLoss,
      'test.loss': testLoss,
      ...(isAccuracy && { 'train.accuracy': trainMetric, 'test.accuracy': testMetric })
    }
  } finally {
    trainer.release()
  }
}
