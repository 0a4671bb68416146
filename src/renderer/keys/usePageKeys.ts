import { onActivated, onDeactivated, onScopeDispose, shallowReactive } from 'vue'
import { sharedState } from '../ui/shared-state'

/** A shortcut that holds while a page is open, and its line in the list of shortcuts. */
export interface PageKey {
  /** Chords as in the list of commands: `Shift+ArrowRight`, `,`. All of them do the same. */
  readonly keys: readonly string[]
  /** The action, in the language of the window. */
  readonly label: () => string
  /** Gets the chord that was pressed. */
  readonly run: (chord: string) => unknown
  /** Whether it can be done now; always unless given. */
  readonly isEnabled?: () => boolean
  /** Held down, its keys do it again and again. */
  readonly repeats?: true
}

/** The shortcuts of the page that is open. */
export interface PageKeys {
  readonly list: readonly PageKey[]
  add(keys: readonly PageKey[]): void
  remove(keys: readonly PageKey[]): void
}

export const pageKeysState = sharedState<PageKeys>('PageKeys')

export function createPageKeys(): PageKeys {
  const list = shallowReactive<PageKey[]>([])
  return {
    list,
    add: (keys) => void list.push(...keys.filter((key) => !list.includes(key))),
    remove(keys) {
      for (const key of keys) if (list.includes(key)) list.splice(list.indexOf(key), 1)
    }
  }
}

/**
 * Has shortcuts hold while the component's page is open; the list of shortcuts shows them. They act where the focus is on no element that
 * uses the key itself, and not behind a dialog. Ctrl/⌘ is written Mod.
 */
export function usePageKeys(keys: readonly PageKey[]): void {
  const pageKeys = pageKeysState.use()
  const add = () => pageKeys.add(keys)
  const remove = () => pageKeys.remove(keys)
  add()
  onActivated(add)
  onDeactivated(remove)
  onScopeDispose(remove)
}
