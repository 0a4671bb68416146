import { AppError, fromWire, toWire, type Language } from '#core'
import { exitCodeOf, exitCodes } from './exit-codes'
import type { CommandIo } from './io'
import { messages } from './messages'
import { remedyFlags } from './remedy-flags'

export interface CommandContext {
  readonly io: CommandIo
  readonly language: Language
  /** Aborted by the first signal. */
  readonly signal: AbortSignal
}

/**
 * Prints an error on stderr, with the flags that are remedies, and returns its exit code; one that only says that a signal has arrived, as
 * such. An error in the data is prefixed with the name of the file, unless the sentence contains it.
 */
export function reportError(thrown: unknown, { io, language, signal }: CommandContext, file?: string): number {
  if (signal.aborted && isOfSignal(thrown, signal)) {
    io.stderr.write(`${messages[language].stoppedBefore}\n`)
    return exitCodes.interrupted
  }
  const error = thrown instanceof AppError ? thrown : fromWire(toWire(thrown))
  const code = exitCodeOf(error.kind)
  const isInFile = inFile.has(error.kind) && file !== undefined && error.details.name !== file
  io.stderr.write(
    `${isInFile ? messages[language].inFile(file) : ''}${error.sentence(language)}${messages[language].flags(remedyFlags(error))}\n`
  )
  if (code === exitCodes.bug) io.stderr.write(`${messages[language].bug}\n`)
  return code
}

/** The kinds of errors that are about the content of a file. */
const inFile: ReadonlySet<AppError['kind']> = new Set(['data', 'format', 'lab-file'])

function isOfSignal(thrown: unknown, signal: AbortSignal): boolean {
  if (thrown instanceof AppError) return thrown.code === 'data.cancelled'
  return thrown === signal.reason || (thrown instanceof Error && thrown.name === 'AbortError')
}
