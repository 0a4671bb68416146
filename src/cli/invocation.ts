import { parseArgs } from 'node:util'
import { AppError, piecesOf, type Language } from '#core'
import { commands, type Command, type Flag } from './flag'
import { flagNames, flags, type FlagName } from './flags'

/** Commands of later versions. */
const laterCommands = ['bench']

/** Placeholder of each command's operand; null for none. */
const operands = {
  train: null,
  data: 'FILE',
  predict: null,
  grad: 'FILE',
  fit: 'FILE',
  graph: 'FILE',
  walk: 'FILE',
  lab: 'COMMAND'
} as const satisfies Record<Command, string | null>

/** A parsed command line: the text of each given flag, '' for a switch; and the operand. */
export interface Invocation {
  readonly command: Command
  readonly values: ReadonlyMap<FlagName, string>
  /** Empty where the command takes none. */
  readonly operand: string
  /** The file that the operand, itself a command of `lab`, is about; empty where it takes none. */
  readonly file: string
}

const example = 'backprop-lab train --data iris --out runs/iris'

/**
 * Parses the arguments and checks that every flag is known, given once, and has a value where it needs one.
 * --help and --version take precedence over every error.
 * Throws: flag.
 */
export function parseInvocation(argv: readonly string[]): Invocation | 'help' | 'version' {
  const tokens = tokensOf(argv)
  const asks = (name: string) => tokens.some((token) => token.kind === 'option' && token.name === name)
  if (asks('help')) return 'help'
  if (asks('version')) return 'version'
  const positionals = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []))
  const command = requireCommand(positionals[0])
  const values = new Map<FlagName, string>()
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const name = requireFlag(token.name, token.rawName, command)
    if (values.has(name)) throw new AppError('flag.twice', { flag: token.rawName })
    values.set(name, requireValue(flags[name], token))
  }
  // Last, since an unknown flag leaves its value behind, and it is the flag that is wrong.
  const placeholder = operands[command]
  const needed = placeholder === null ? 1 : 2
  const allowed = command === 'lab' ? 3 : needed
  if (positionals.length > allowed) throw new AppError('flag.unexpected', { text: positionals[allowed] })
  if (positionals.length < needed && !(command === 'walk' && values.has('model'))) {
    throw new AppError('flag.no-operand', {
      command,
      placeholder: placeholder ?? '',
      ...(command === 'data' || command === 'lab' ? {} : { input: '-' })
    })
  }
  return { command, values, operand: positionals[1] ?? '', file: positionals[2] ?? '' }
}

/** Returns the language given by --lang; null without one, or for an unsupported one. */
export function askedLanguage(argv: readonly string[]): Language | null {
  const token = tokensOf(argv).find((one) => one.kind === 'option' && one.name === 'lang')
  const value = token?.kind === 'option' ? token.value : undefined
  return value === 'zh' || value === 'en' ? value : null
}

function tokensOf(argv: readonly string[]) {
  const options = Object.fromEntries(flagNames.map((name) => [name, { type: flags[name].value === null ? 'boolean' : 'string' } as const]))
  return parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true }).tokens
}

function requireCommand(word: string | undefined): Command {
  if (word === undefined) throw new AppError('flag.no-command', { example })
  const details = { command: word, commands: commands.join(', ') }
  const known = commands.find((command) => command === word)
  if (known) return known
  throw new AppError(laterCommands.includes(word) ? 'flag.command-not-yet' : 'flag.unknown-command', details)
}

function requireFlag(name: string, written: string, command: Command): FlagName {
  const known = flagNames.find((one) => one === name)
  if (known && written.startsWith('--')) {
    const { of = ['train'] }: Flag = flags[known]
    if (!of.includes(command)) throw new AppError('flag.other-command', { flag: written, commands: of.join(', ') })
    return known
  }
  throw new AppError('flag.unknown', { flag: written })
}

interface OptionToken {
  readonly rawName: string
  readonly value?: string | undefined
  readonly inlineValue?: boolean | undefined
}

function requireValue(entry: Flag, { rawName: flag, value, inlineValue }: OptionToken): string {
  const { value: placeholder, list } = entry
  if (placeholder === null) {
    if (value !== undefined) throw new AppError('flag.takes-no-value', { flag, value })
    return ''
  }
  // A value may begin with one dash, as −1 does; with two it is the next flag, and the value is missing.
  if (value === undefined || (!inlineValue && value.startsWith('--'))) throw new AppError('flag.needs-value', { flag, placeholder })
  for (const one of list ? piecesOf(value, ',') : [value.trim()]) requireChoice(flag, one, entry)
  return value
}

function requireChoice(flag: string, value: string, { choices }: Flag): void {
  if (!choices || choices.includes(value)) return
  throw new AppError('spec.choice', { field: flag, value: value === '' ? '""' : value, choices: choices.join(', ') })
}
