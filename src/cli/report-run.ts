import { join } from 'node:path'
import { conclude, epochsOf, sentence, type AppError } from '#core'
import { weightsFileName, type Run } from '../node/files/run-files'
import type { Executed } from './execute'
import { exitCodes } from './exit-codes'
import { messages } from './messages'
import type { CommandContext } from './report-error'
import { doctorLine, resultTable } from './result-table'

/** Reports where training diverged; returns the exit code. */
export function reportDivergence(error: AppError, run: Run, out: string, { io, language }: CommandContext): number {
  const { history, resultEpoch } = run
  const say = messages[language]
  const doctor = doctorLine(run, language)
  io.stderr.write(`${error.sentence(language)}\n${say.divergedSaved(epochsOf(history), out, resultEpoch ?? null)}\n`)
  if (doctor) io.stderr.write(`${say.doctor}  ${doctor}\n`)
  return exitCodes.diverged
}

/** Reports the result of a run; returns the exit code. The last line on stdout is the path of the weights and nothing else. */
export function reportResult({ run, isInterrupted }: Executed, out: string, { io, language }: CommandContext): number {
  const say = messages[language]
  const { outcome, history } = run
  io.stdout.write(`${resultTable(run, language)}${say.weights}\n${join(out, weightsFileName('safetensors'))}\n`)
  if (isInterrupted) {
    const isChecking = outcome.kind === 'finished'
    io.stderr.write(`${isChecking ? say.checkStopped(out) : say.stopped(epochsOf(history), run.step, out)}\n`)
    return exitCodes.interrupted
  }
  if (outcome.kind !== 'finished' || !outcome.check?.isWrong) return exitCodes.done
  const { code, details } = conclude(outcome.check)
  io.stderr.write(`${sentence(code, details, language)}\n`)
  return exitCodes.wrongGradient
}
