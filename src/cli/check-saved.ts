import { AppError, GradientCheck, scopeFor, taskOf, toWire, fromWire, type GradientCheckReport, type Trainer } from '#core'
import { runCooperatively } from '../node/tasks/run-cooperatively'
import { messages } from './messages'
import { Progress } from './progress'
import type { CommandContext } from './report-error'

/** The choices of `--check`. */
export const checkChoices = ['full', 'sample', 'none'] as const
export type CheckChoice = (typeof checkChoices)[number]

/** Time of checking between looks at signals, in milliseconds. */
const SLICE = 25

/**
 * Checks the gradients of the first mini-batch at a run's resulting weights, as its kernels compute them. Null when the check was
 * interrupted or could not be done, which is said on stderr: the training is saved already.
 */
export async function checkSaved(
  trainer: Trainer,
  choice: CheckChoice | null,
  signal: AbortSignal,
  { io, language }: CommandContext
): Promise<GradientCheckReport | null> {
  const say = messages[language]
  const progress = new Progress(io, say.checking, language)
  try {
    const { network, live, result } = trainer
    const { batch, masks, gradients } = trainer.firstGradients(result.parameters)
    const scope = choice === null ? scopeFor(network, batch.X.rows) : choice === 'full' ? 'all' : 'sampled'
    if (scope === 'sampled') io.stderr.write(`${say.sampled}\n`)
    const problem = { network, objective: live.objective, parameters: result.parameters, batch, masks, trained: gradients }
    const check = new GradientCheck({ ...problem, scope })
    const onProgress = () => progress.update({ done: check.done, total: check.total, text: '' })
    await runCooperatively(taskOf(check), { signal, slice: SLICE, onProgress })
    return check.report()
  } catch (error) {
    if (!signal.aborted) io.stderr.write(`${notDone(error, language)}\n`)
    return null
  } finally {
    progress.end()
  }
}

/** The sentence that a check was not done, or not saved, and why; the training is saved. */
export function notDone(thrown: unknown, language: CommandContext['language']): string {
  const error = thrown instanceof AppError ? thrown : fromWire(toWire(thrown))
  return new AppError('check.not-done', { reason: error.sentence(language) }).sentence(language)
}
