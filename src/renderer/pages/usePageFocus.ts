import { watch, type ShallowRef } from 'vue'
import { focusMain } from '../keys/focus-main'

/**
 * Has the focus go to each page that is opened, so that its keys act at once; it stays on the switch for who chooses there by arrow keys.
 * `view` is the page that is shown, null while it is loaded.
 */
export function usePageFocus(view: Readonly<ShallowRef<unknown>>): void {
  let isFirst = true
  watch(
    view,
    (shown) => {
      if (!shown) return
      // At the start the focus begins where the window does.
      if (!isFirst && !document.activeElement?.matches('[role="radio"][aria-checked="true"]')) focusMain()
      isFirst = false
    },
    { flush: 'post' }
  )
}
