import type { Text } from '../messages/texts-of'
import type { NumberRange } from '../nn/option'

/**
 * The effect of a change of a setting: `data` prepares the table anew, `network` builds the network anew from its seed, `live`
 * takes effect at the next step of a run, `none` changes no number of a run, only when it ends or what is kept of it.
 */
export type Effect = 'data' | 'network' | 'live' | 'none'

/** The flag of the command line that sets a setting. */
export interface SettingFlag {
  readonly name: string
  /** The heading of --help below which it stands. */
  readonly group: 'data' | 'preparing' | 'split' | 'network' | 'loss' | 'training'
  readonly help: Text
  /** The placeholder of its value in --help, where that does not follow from the setting's kind. */
  readonly value?: string
  /** The default in words, where its value does not say it. */
  readonly default?: Text
}

interface Common {
  /** The effect of a change; by part where the parts of a structured setting differ in it. */
  readonly effect: Effect | Readonly<Record<string, Effect>>
  /** Whether every file of settings has it; files of earlier versions may lack the others, which then have their default. */
  readonly required?: true
}

/** A number in a range, or null for off where that can be. */
interface NumberSetting extends Common {
  readonly kind: 'number'
  readonly range: NumberRange
  readonly nullable?: true
  readonly default: number | null
  readonly flag: SettingFlag
}

/** One of a few names; without a default the data decide. */
interface ChoiceSetting extends Common {
  readonly kind: 'choice'
  readonly choices: readonly string[]
  readonly default?: string
  readonly flag: SettingFlag
}

/** Yes or no; the flag turns the default round. */
interface SwitchSetting extends Common {
  readonly kind: 'switch'
  readonly default: boolean
  readonly flag: SettingFlag & { readonly default: Text }
}

/** Anything else: its schema is in structured.ts, its flags are in src/cli/structured-flags.ts; without a default the data decide. */
interface StructuredSetting extends Common {
  readonly kind: 'structured'
  readonly default?: unknown
}

export type Setting = NumberSetting | ChoiceSetting | SwitchSetting | StructuredSetting
