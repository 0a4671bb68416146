import { AppError, jsonText, mistakeNames, mistakes } from '#core'
import { checkGradient } from './check-gradient'
import { checkLab } from './check-lab'
import { alignedRows } from './display'
import { exitCodes } from './exit-codes'
import type { Values } from './flag-values'
import type { CommandContext } from './report-error'

/** The commands of `backprop-lab lab`, each with whether it is about a file. */
const labCommands = { mistakes: false, check: true, 'check-gradient': true } as const

/** `backprop-lab lab mistakes`, `lab check FILE`, `lab check-gradient FILE --case …`. Throws: flag. */
export async function runLab(command: string, file: string, values: Values, context: CommandContext): Promise<number> {
  const known = (Object.keys(labCommands) as (keyof typeof labCommands)[]).find((name) => name === command)
  if (!known) throw new AppError('flag.lab-command', { command, commands: Object.keys(labCommands).join(', ') })
  if (labCommands[known] && file === '')
    throw new AppError('flag.no-operand', { command: `lab ${command}`, placeholder: 'FILE', input: '-' })
  if (!labCommands[known] && file !== '') throw new AppError('flag.unexpected', { text: file })
  if (known === 'mistakes') return listMistakes(values, context)
  return known === 'check' ? checkLab(file, values, context) : checkGradient(file, values, context)
}

/** Prints every mistake that can be named, with its code. Throws: flag. */
function listMistakes(values: Values, { io, language }: CommandContext): number {
  if (values.has('case')) throw new AppError('flag.other-command', { flag: '--case', commands: 'lab check-gradient' })
  const rows = mistakeNames.map((code) => ({ code, ...mistakes[code].label }))
  io.stdout.write(values.has('json') ? `${jsonText(rows)}\n` : alignedRows(rows.map((row) => [row.code, row[language]])))
  return exitCodes.done
}
