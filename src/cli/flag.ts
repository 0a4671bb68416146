import type { Language } from '#core'

export type BothLanguages = Readonly<Record<Language, string>>

/** The commands there are. */
export const commands = ['train', 'data', 'predict', 'grad', 'fit', 'graph'] as const
export type Command = (typeof commands)[number]

/** Under which heading of --help a flag stands. */
export type FlagGroup = 'data' | 'reading' | 'preparing' | 'split' | 'network' | 'loss' | 'training' | 'seeds' | 'graph' | 'general'

export interface Flag {
  /** The commands it belongs to; `train` unless given. */
  readonly of?: readonly Command[]
  /** The placeholder of its value; null for a switch. */
  readonly value: string | null
  readonly group: FlagGroup
  readonly help: BothLanguages
  /** The default; null where there is none. */
  readonly default: string | BothLanguages | null
  /** The only values it takes. */
  readonly choices?: readonly string[]
  /** Whether it takes several of them, with commas between. */
  readonly list?: true
}

/** An entry of the table of flags. */
export function flag(entry: Flag): Flag {
  return entry
}

export const required: BothLanguages = { en: 'required', zh: '必填' }
