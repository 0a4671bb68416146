import { useEventListener } from '@vueuse/core'
import { onScopeDispose } from 'vue'
import { commandNames, commandOf, type CommandName } from '#shared/commands'
import { pageNames } from '#shared/pages'
import { labLocks, pagesThere } from '../features/lab-mode/lab-mode'
import { chordOf, isTakenByFocus } from '../keys/chord'
import type { PageKey, PageKeys } from '../keys/usePageKeys'
import { commandHandlers, type HandlerOptions } from './handlers'

export interface CommandsOptions extends HandlerOptions {
  /** While a dialog is open no command acts that could change what it is about. */
  readonly isBlocked: () => boolean
  /** The shortcuts of the page that is open. */
  readonly pageKeys: PageKeys
}

/** While a lab is worked on, no file is opened or saved, and no page opened that it locks. */
function isInLab(name: CommandName): boolean {
  if (!labLocks.value) return true
  const page = pageNames.find((one) => name === `page:${one}`)
  return page ? pagesThere().includes(page) : !commandOf(name).menu?.startsWith('file.')
}

/** The commands by their chords. */
const byChord = new Map<string, CommandName>(
  commandNames.flatMap((name) => (commandOf(name).native ? [] : (commandOf(name).keys ?? []).map((chord) => [chord, name] as const)))
)

/** Has the choices of the menu and the keys of the window do what the list of commands says. */
export function useCommands(options: CommandsOptions): void {
  const { shell, files, preferences, pageKeys, isBlocked } = options
  const handlers = commandHandlers(options)
  const mayAct = (name: CommandName) => commandOf(name).always || (!isBlocked() && isInLab(name))

  function holdsHere(name: CommandName): boolean {
    const { page } = commandOf(name)
    return page === undefined || page === preferences.page.value
  }

  function pressPageKey({ run, isEnabled, repeats }: PageKey, chord: string, event: KeyboardEvent): void {
    if (isBlocked() || isTakenByFocus(event) || isEnabled?.() === false) return
    event.preventDefault()
    if (!event.repeat || repeats) run(chord)
  }

  function perform(name: CommandName): void {
    const { run, isEnabled } = handlers[name]
    if (isEnabled?.() ?? true) run()
  }

  onScopeDispose(shell.onMenu(({ command }) => mayAct(command) && perform(command)))
  onScopeDispose(shell.onRecent((grant) => !isBlocked() && files.openGrant(grant)))

  // A field in which something was typed that does not count yet: there Ctrl+Z takes back letters.
  let typedIn: EventTarget | null = null
  useEventListener(window, 'input', ({ target }) => (typedIn = target), { capture: true })
  useEventListener(window, ['change', 'focusout'], () => (typedIn = null), { capture: true })

  useEventListener(window, 'keydown', (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.altKey) return
    const chord = chordOf(event)
    const own = pageKeys.list.find(({ keys }) => keys.includes(chord))
    if (own) return pressPageKey(own, chord, event)
    const name = byChord.get(chord)
    if (!name || !mayAct(name) || !holdsHere(name)) return
    if ((name === 'undo' || name === 'redo') && typedIn !== null && typedIn === event.target) return
    if (isTakenByFocus(event)) return
    event.preventDefault()
    // Held down, a key steps on, but does not start and stop the run many times a second.
    if (!event.repeat || commandOf(name).repeats) perform(name)
  })
}
