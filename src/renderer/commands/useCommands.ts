import { useEventListener } from '@vueuse/core'
import { onScopeDispose } from 'vue'
import { commandNames, commandOf, type CommandName } from '#shared/commands'
import { commandHandlers, type HandlerOptions } from './handlers'

export interface CommandsOptions extends HandlerOptions {
  /** While a dialog is open no command acts that could change what it is about. */
  readonly isBlocked: () => boolean
}

/** Elements that use keys themselves when focused: to type, choose, press or scroll. */
const SCROLLED = '[role="region"], [role="table"]'
const FLOATING = '[role="dialog"], [role="alertdialog"]'
const MOVED_IN = `input, select, textarea, [role="tab"], [role="radio"], [role="slider"], ${FLOATING}, ${SCROLLED}`
const USES_KEY: Readonly<Record<string, string>> = {
  ' ': `input, select, textarea, button, a, summary, ${FLOATING}, ${SCROLLED}`,
  ArrowLeft: MOVED_IN,
  ArrowRight: MOVED_IN,
  '?': 'input:not([type="checkbox"]), textarea'
}

/** The commands by their chords. */
const byChord = new Map<string, CommandName>(
  commandNames.flatMap((name) => (commandOf(name).native ? [] : (commandOf(name).keys ?? []).map((chord) => [chord, name] as const)))
)

/** The chord of a key press as the list of commands writes it. A sign other than a letter says whether Shift is held down by itself. */
function chordOf({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): string {
  if (!ctrlKey && !metaKey) return key
  const isLetter = /^\p{L}$/u.test(key)
  return `Mod+${shiftKey && isLetter ? 'Shift+' : ''}${isLetter ? key.toUpperCase() : key}`
}

/** Has the choices of the menu and the keys of the window do what the list of commands says. */
export function useCommands(options: CommandsOptions): void {
  const { shell, files, isBlocked } = options
  const handlers = commandHandlers(options)
  const mayAct = (name: CommandName) => commandOf(name).always || !isBlocked()

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
    const name = byChord.get(chord)
    if (!name || !mayAct(name)) return
    if ((name === 'undo' || name === 'redo') && typedIn !== null && typedIn === event.target) return
    if (!chord.startsWith('Mod+') && usesKey(event.target, event.key)) return
    event.preventDefault()
    // Held down, a key steps on, but does not start and stop the run many times a second.
    if (!event.repeat || commandOf(name).repeats) perform(name)
  })
}

function usesKey(target: EventTarget | null, key: string): boolean {
  return target instanceof Element && target.closest(USES_KEY[key]) !== null
}
