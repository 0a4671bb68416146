import { useEventListener } from '@vueuse/core'
import { ref, type Ref } from 'vue'
import type { Files } from './useFiles'
import type { RunControls } from './useRunControls'

export interface ShortcutsOptions {
  readonly run: RunControls
  readonly files: Files
  /** While a dialog is open no shortcut acts but its own. */
  readonly isBlocked: () => boolean
}

/** What takes the key itself when it has the focus: typing, choosing, pressing. */
const TAKES_KEYS = 'input, select, textarea, button, a, summary, dialog, [role="tab"], [role="slider"], [role="separator"], [tabindex]:not([tabindex="-1"])'

/** The window's keys. Returns whether the list of them is open. */
export function useShortcuts({ run, files, isBlocked }: ShortcutsOptions): { readonly isListOpen: Ref<boolean> } {
  const isListOpen = ref(false)

  const plain: Record<string, () => unknown> = {
    ' ': run.main,
    ArrowRight: () => run.canStep.value && run.step(),
    '?': () => (isListOpen.value = true)
  }
  const withControl: Record<string, () => unknown> = {
    o: files.openFile,
    s: () => files.exportWeights('safetensors'),
    e: () => files.exportWeights('safetensors')
  }

  useEventListener(window, 'keydown', (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.altKey || isListOpen.value || isBlocked()) return
    const control = event.ctrlKey || event.metaKey
    const action = control ? withControl[event.key.toLowerCase()] : plain[event.key]
    if (!action || (!control && takesKeys(event.target, event.key))) return
    event.preventDefault()
    // A key held down steps on, but does not start and stop the run many times a second.
    if (!event.repeat || event.key === 'ArrowRight') action()
  })

  return { isListOpen }
}

/** Whether what has the focus uses the key itself. `?` is only typed in text fields. */
function takesKeys(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false
  return target.closest(key === '?' ? 'input:not([type="checkbox"]), textarea' : TAKES_KEYS) !== null
}
