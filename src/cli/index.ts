import { AppError } from '#core'
import { yieldToEventLoop } from '../node/tasks/run-cooperatively'
import { helpText } from './help'
import { askedLanguage, parseInvocation, type Invocation } from './invocation'
import { completeIo, type CommandIo } from './io'
import { drawGraph } from './graph'
import { systemLanguage } from './language'
import { exitCodes } from './exit-codes'
import { reportError, type CommandContext } from './report-error'
import { solveCases } from './cases'
import { predictRows } from './predict'
import { showData } from './show-data'
import { train } from './train'
import { runLab } from './lab'
import { version } from './version'
import { walkThrough } from './walk'

/**
 * Runs a command of the command line and returns its exit code, without ending the process. Results go to stdout, everything else to
 * stderr. A signal lets it stop where nothing is lost; a second one ends the process.
 */
export async function main(argv: readonly string[], given: Partial<CommandIo> = {}): Promise<number> {
  const io = completeIo(given)
  const language = askedLanguage(argv) ?? systemLanguage(io.env)
  const stop = new AbortController()
  const listenNoMore = io.onInterrupt(
    () => stop.abort(),
    () => io.leave()
  )
  const context = { io, language, signal: stop.signal }
  try {
    const code = await answer(argv, context)
    // A signal that came during the last of the work counts now.
    await yieldToEventLoop()
    return await written(stop.signal.aborted ? exitCodes.interrupted : code, argv, context)
  } finally {
    listenNoMore()
  }
}

async function answer(argv: readonly string[], context: CommandContext): Promise<number> {
  const { io, language } = context
  try {
    const invocation = parseInvocation(argv)
    if (typeof invocation === 'object') return await run(invocation, context)
    io.stdout.write(invocation === 'help' ? helpText(language) : `${version}\n`)
    return exitCodes.done
  } catch (error) {
    return reportError(error, context)
  }
}

/**
 * Waits until stdout has taken everything. Where it could not, the exit code says so: of `train`, whose results are in files, that they are
 * elsewhere. A reader that has gone has what it wanted.
 */
async function written(code: number, [command]: readonly string[], { io, language }: CommandContext): Promise<number> {
  const reason = await io.stdout.flushed?.()
  if (reason) io.stderr.write(`${new AppError('file.stdout', { reason }).sentence(language)}\n`)
  await io.stderr.flushed?.()
  if (!reason || code !== exitCodes.done) return code
  return command === 'train' ? exitCodes.elsewhere : exitCodes.usage
}

function run({ command, values, operand, file }: Invocation, context: CommandContext): Promise<number> {
  switch (command) {
    case 'train':
      return train(values, context)
    case 'data':
      return showData(values, operand, context)
    case 'predict':
      return predictRows(values, context)
    case 'grad':
    case 'fit':
      return solveCases(command, operand, context)
    case 'graph':
      return drawGraph(values, operand, context)
    case 'walk':
      return walkThrough(values, operand, context)
    case 'lab':
      return runLab(operand, file, values, context)
  }
}
