import { useEventListener } from '@vueuse/core'
import { ref, type Ref } from 'vue'
import type { Files } from '../features/files/useFiles'
import type { RunControls } from '../features/run/useRunControls'
import type { SettingsEditor } from '../features/settings/useSettings'

export interface ShortcutsOptions {
  readonly run: RunControls
  readonly files: Files
  readonly settings: Pick<SettingsEditor, 'undo' | 'redo'>
  readonly openSettings: () => void
  /** While a dialog is open no shortcut acts but its own. */
  readonly isBlocked: () => boolean
}

/** What uses a key itself when it has the focus: to type, to choose, to press, to scroll. */
const SCROLLED = '[role="region"], [role="table"]'
const FLOATING = '[role="dialog"], [role="alertdialog"]'
const MOVED_IN = `input, select, textarea, [role="tab"], [role="radio"], [role="slider"], ${FLOATING}, ${SCROLLED}`
const USES_KEY: Readonly<Record<string, string>> = {
  ' ': `input, select, textarea, button, a, summary, ${FLOATING}, ${SCROLLED}`,
  ArrowLeft: MOVED_IN,
  ArrowRight: MOVED_IN,
  '?': 'input:not([type="checkbox"]), textarea'
}

/** The window's keys. Returns whether the list of them is open. */
export function useShortcuts({ run, files, settings, openSettings, isBlocked }: ShortcutsOptions): { readonly isListOpen: Ref<boolean> } {
  const isListOpen = ref(false)

  const plain: Record<string, () => unknown> = {
    ' ': run.main,
    ArrowRight: () => run.canStep.value && run.step(),
    ArrowLeft: () => run.canStepBack.value && run.stepBack(),
    '?': () => (isListOpen.value = true)
  }
  const withControl: Record<string, () => unknown> = {
    o: files.openFile,
    s: () => files.exportWeights('safetensors'),
    e: () => files.exportWeights('safetensors'),
    ',': openSettings,
    z: settings.undo,
    y: settings.redo
  }

  // A field in which something was typed that does not count yet: there Ctrl+Z takes back letters.
  let typedIn: EventTarget | null = null
  useEventListener(window, 'input', ({ target }) => (typedIn = target), { capture: true })
  useEventListener(window, ['change', 'focusout'], () => (typedIn = null), { capture: true })

  useEventListener(window, 'keydown', (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.altKey || isListOpen.value || isBlocked()) return
    const control = event.ctrlKey || event.metaKey
    const letter = event.key.toLowerCase()
    if (control && 'zy'.includes(letter) && typedIn !== null && typedIn === event.target) return
    const action = control ? withControl[letter === 'z' && event.shiftKey ? 'y' : letter] : plain[event.key]
    if (!action || (!control && usesKey(event.target, event.key))) return
    event.preventDefault()
    // A key held down steps on, but does not start and stop the run many times a second.
    if (!event.repeat || event.key.startsWith('Arrow')) action()
  })

  return { isListOpen }
}

function usesKey(target: EventTarget | null, key: string): boolean {
  return target instanceof Element && target.closest(USES_KEY[key]) !== null
}
