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
import { version } from './version'
import { walkThrough } from './walk'

/**
 * Runs a command of the command line and returns its exit code, without ending the process. Results go to stdout, everything else to
 * stderr.
 */
export async function main(argv: readonly string[], given: Partial<CommandIo> = {}): Promise<number> {
  const io = completeIo(given)
  const language = askedLanguage(argv) ?? systemLanguage(io.env)
  try {
    const invocation = parseInvocation(argv)
    if (typeof invocation === 'object') return await run(invocation, { io, language })
    io.stdout.write(invocation === 'help' ? helpText(language) : `${version}\n`)
    return exitCodes.done
  } catch (error) {
    return reportError(error, { io, language })
  }
}

function run({ command, values, operand }: Invocation, context: CommandContext): Promise<number> {
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
  }
}
