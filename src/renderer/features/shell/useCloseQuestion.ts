import { useEventListener } from '@vueuse/core'
import { useEngine } from '../../engine-client/useEngine'
import { useText } from '../../i18n/useText'
import { useConfirm } from '../../ui/useConfirm'

/** While the session cannot be saved, asks before the window is closed: what is not saved goes with it. */
export function useCloseQuestion(): void {
  const { saveProblem } = useEngine()
  const { ask } = useConfirm()
  const { explain } = useText()
  let mayClose = false

  useEventListener(window, 'beforeunload', (event: BeforeUnloadEvent) => {
    if (mayClose || !saveProblem.value) return
    event.preventDefault()
    const values = { reason: explain(saveProblem.value) }
    void ask({ title: 'close.title', body: 'close.body', ok: 'close.ok', cancel: 'close.cancel', values }).then((yes) => {
      mayClose = yes
      if (yes) window.close()
    })
  })
}
