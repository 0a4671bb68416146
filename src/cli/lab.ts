import { AppError, jsonText, mistakeNames, mistakes } from '#core'
import { checkGradient } from './check-gradient'
import { checkLab } from './check-lab'
import { collectLab } from './collect-lab'
import { alignedRows } from './display'
import { exitCodes } from './exit-codes'
import type { Values } from './flag-values'
import type { FlagName } from './flags'
import type { CommandContext } from './report-error'

/** A command of `lab`. */
interface LabCommand {
  /** The placeholder of its operand; null for none. */
  readonly operand: string | null
  /** Its flags, of those that only some of these commands have. */
  readonly flags: readonly FlagName[]
  run(operand: string, values: Values, context: CommandContext): Promise<number> | number
}

/** The commands of `backprop-lab lab`. */
const labCommands = {
  mistakes: { operand: null, flags: ['json'], run: (_, values, context) => listMistakes(values, context) },
  check: { operand: 'FILE', flags: ['json'], run: checkLab },
  'check-gradient': { operand: 'FILE', flags: ['case', 'json'], run: checkGradient },
  collect: { operand: 'FOLDER', flags: ['lab', 'roster', 'secret', 'out'], run: collectLab }
} as const satisfies Record<string, LabCommand>

/** Runs a command of `backprop-lab lab`. Throws: flag. */
export async function runLab(command: string, operand: string, values: Values, context: CommandContext): Promise<number> {
  const names = Object.keys(labCommands) as (keyof typeof labCommands)[]
  const known = names.find((name) => name === command)
  if (!known) throw new AppError('flag.lab-command', { command, commands: names.join(', ') })
  const { operand: placeholder, flags, run }: LabCommand = labCommands[known]
  if (placeholder !== null && operand === '') {
    throw new AppError('flag.no-operand', { command: `lab ${command}`, placeholder, ...(placeholder === 'FILE' && { input: '-' }) })
  }
  if (placeholder === null && operand !== '') throw new AppError('flag.unexpected', { text: operand })
  for (const flag of values.keys()) {
    const takers = names.filter((name) => (labCommands[name].flags as readonly FlagName[]).includes(flag))
    if (takers.length > 0 && !flags.includes(flag))
      throw new AppError('flag.other-command', { flag: `--${flag}`, commands: takers.map((name) => `lab ${name}`).join(', ') })
  }
  return run(operand, values, context)
}

/** Prints every mistake that can be named, with its code. */
function listMistakes(values: Values, { io, language }: CommandContext): number {
  const rows = mistakeNames.map((code) => ({ code, ...mistakes[code].label }))
  io.stdout.write(values.has('json') ? `${jsonText(rows)}\n` : alignedRows(rows.map((row) => [row.code, row[language]])))
  return exitCodes.done
}
