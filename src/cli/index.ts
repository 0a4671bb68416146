import { LabError, toWire, fromWire, type Language } from '#core'
import { exitCodeOf, exitCodes } from './exit-codes'
import { helpText } from './help'
import { askedLanguage, parseInvocation } from './invocation'
import { completeIo, type CommandIo } from './io'
import { systemLanguage } from './language'
import { messages } from './messages'
import { train } from './train'
import { version } from './version'

/**
 * The command line: runs a command and answers its exit code, without ending the process. Results go to stdout, everything else to
 * stderr.
 */
export async function main(argv: readonly string[], given: Partial<CommandIo> = {}): Promise<number> {
  const io = completeIo(given)
  const language = askedLanguage(argv) ?? systemLanguage(io.env)
  try {
    const invocation = parseInvocation(argv)
    if (typeof invocation === 'object') return await train(invocation.values, { io, language })
    io.stdout.write(invocation === 'help' ? helpText(language) : `${version}\n`)
    return exitCodes.done
  } catch (error) {
    return reportError(error, io, language)
  }
}

function reportError(thrown: unknown, io: CommandIo, language: Language): number {
  const error = thrown instanceof LabError ? thrown : fromWire(toWire(thrown))
  const code = exitCodeOf(error.kind)
  io.stderr.write(`${error.sentence(language)}\n`)
  if (code === exitCodes.bug) io.stderr.write(`${messages[language].bug}\n`)
  return code
}
