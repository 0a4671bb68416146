import type { Ref } from 'vue'
import { commandOf, type CommandName } from '#shared/commands'
import type { UiLanguage } from '#shared/contract'
import type { Texts } from '../i18n/useText'
import { sharedState } from '../ui/shared-state'

/** The names of commands and of their keys, in the language of the window and as its system writes keys. */
export interface KeyNames {
  /** The keys of a chord such as `Mod+Shift+Z`, each by its name. */
  readonly keysOf: (chord: string) => readonly string[]
  /** A command by its name outside the menu. */
  readonly nameOf: (command: CommandName) => string
  /** Title of a button that does what a command does: the command's name unless another is given, and its first keys. */
  readonly titleOf: (command: CommandName, title?: string) => string
}

export const keyNamesState = sharedState<KeyNames>('KeyNames')
export const useKeyNames = keyNamesState.use

export interface KeyNamesOptions {
  /** As `process.platform` names it. */
  readonly platform: string
  readonly language: Readonly<Ref<UiLanguage>>
  /** Gives the texts of that language. */
  readonly t: Texts['t']
}

export function createKeyNames({ platform, language, t }: KeyNamesOptions): KeyNames {
  const isMac = platform === 'darwin'
  const names: Readonly<Record<string, () => string>> = {
    Mod: () => (isMac ? '⌘' : 'Ctrl'),
    Shift: () => (isMac ? '⇧' : 'Shift'),
    ' ': () => t('shortcuts.space'),
    ArrowLeft: () => '←',
    ArrowRight: () => '→',
    ArrowUp: () => '↑',
    ArrowDown: () => '↓',
    '-': () => '−'
  }
  // The last key of a chord may be a plus itself.
  const keysOf = (chord: string) => chord.split(/\+(?=.)/).map((key) => names[key]?.() ?? key)

  function nameOf(command: CommandName): string {
    const { words, long } = commandOf(command)
    return (long ?? words)[language.value].replace('…', '')
  }

  return {
    keysOf,
    nameOf,
    titleOf(command, title = nameOf(command)) {
      const [chord] = commandOf(command).keys ?? []
      return chord === undefined ? title : t('shortcuts.titled', { title, keys: keysOf(chord).join(isMac ? '' : '+') })
    }
  }
}
