import { join } from 'node:path'
import { conclude, epochsOf, sentence, type AppError } from '#core'
import { weightsFileName, type Run } from '../node/files/run-files'
import type { Saved } from '../node/files/rescue-folder'
import type { Executed } from './execute'
import { exitCodes } from './exit-codes'
import { messages } from './messages'
import type { CommandContext } from './report-error'
import { doctorLine, resultTable } from './result-table'

/** Reports where training diverged; returns the exit code. */
export function reportDivergence(error: AppError, run: Run, saved: Saved, context: CommandContext): number {
  const { io, language } = context
  const out = saved.folder
  const { history, resultEpoch } = run
  const say = messages[language]
  const doctor = doctorLine(run, language)
  io.stderr.write(`${error.sentence(language)}\n${say.divergedSaved(epochsOf(history), out, resultEpoch ?? null)}\n`)
  if (doctor) io.stderr.write(`${say.doctor}  ${doctor}\n`)
  tellPlace(saved, context)
  return exitCodes.diverged
}

/** Reports the result of a run; returns the exit code. The last line on stdout is the path of the weights and nothing else. */
export function reportResult({ run, isInterrupted, saved }: Executed, context: CommandContext): number {
  const { io, language } = context
  const out = saved.folder
  const say = messages[language]
  const { outcome, history } = run
  io.stdout.write(`${resultTable(run, language)}${say.weights}\n${join(out, weightsFileName('safetensors'))}\n`)
  tellPlace(saved, context)
  if (isInterrupted) {
    const isChecking = outcome.kind === 'finished'
    io.stderr.write(`${isChecking ? say.checkStopped(out) : say.stopped(epochsOf(history), run.step, out)}\n`)
    return exitCodes.interrupted
  }
  if (outcome.kind !== 'finished' || !outcome.check?.isWrong) return saved.failure ? exitCodes.elsewhere : exitCodes.done
  const { code, details } = conclude(outcome.check)
  io.stderr.write(`${sentence(code, details, language)}\n`)
  return exitCodes.wrongGradient
}

/** Says why the results are not in the chosen folder, and where they are. */
export function tellPlace({ folder, failure }: Saved, { io, language }: CommandContext): void {
  if (failure) io.stderr.write(`${failure.sentence(language)} ${messages[language].elsewhere(folder)}\n`)
}
