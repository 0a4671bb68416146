import type { Language } from '#core'

export type BothLanguages = Readonly<Record<Language, string>>

/** The commands. */
export const commands = ['train', 'data', 'predict', 'grad', 'fit', 'graph', 'walk', 'lab'] as const
export type Command = (typeof commands)[number]

/** Heading of a flag in --help. */
export type FlagGroup =
  'data' | 'reading' | 'preparing' | 'split' | 'network' | 'loss' | 'training' | 'seeds' | 'graph' | 'walk' | 'lab' | 'general'

export interface Flag {
  /** The commands it applies to; `train` unless given. */
  readonly of?: readonly Command[]
  /** The placeholder of its value; null for a switch. */
  readonly value: string | null
  readonly group: FlagGroup
  readonly help: BothLanguages
  /** The default; null where there is none. */
  readonly default: string | BothLanguages | null
  /** The accepted values. */
  readonly choices?: readonly string[]
  /** Whether it accepts several of them, separated by commas. */
  readonly list?: true
}

/** Defines an entry of the table of flags. */
export function flag(entry: Flag): Flag {
  return entry
}

export const required: BothLanguages = { en: 'required', zh: '必填' }
