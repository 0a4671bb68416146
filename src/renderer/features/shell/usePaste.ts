import { useEventListener } from '@vueuse/core'

/** Elements that handle pasting themselves. */
const TYPED = 'input:not([type="checkbox"]), textarea, [contenteditable]'

/** Hands over the text of every paste into the window that no field takes. */
export function usePaste(onText: (text: string) => unknown): void {
  useEventListener(window, 'paste', (event: ClipboardEvent) => {
    if (event.target instanceof Element && event.target.closest(TYPED)) return
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (text.trim() === '') return
    event.preventDefault()
    onText(text)
  })
}
