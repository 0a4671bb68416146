import { shallowRef, type ShallowRef } from 'vue'
import type { MessageKey } from '../i18n/catalogue'
import { sharedState } from './shared-state'

/** A short message that comes and goes, as a catalogue key, so that it is right in either language while it stands. */
export interface Toast {
  readonly id: number
  readonly key: MessageKey
  readonly values: Readonly<Record<string, string | number>>
}

export interface Toasts {
  readonly list: Readonly<ShallowRef<readonly Toast[]>>
  readonly show: (key: MessageKey, values?: Toast['values']) => void
  readonly dismiss: (id: number) => void
}

export const toastsState = sharedState<Toasts>('Toasts')
export const useToasts = toastsState.use

/** So many at once leave what they lie over in reach. */
const MOST = 4

/**
 * A toast stands until it is dismissed: by hand, or by whoever shows it, when it has been there long enough to be read. Before that it
 * goes when the same is said again, or too many newer ones have come.
 */
export function createToasts(): Toasts {
  const list = shallowRef<readonly Toast[]>([])
  let lastId = 0
  const textOf = ({ key, values }: Pick<Toast, 'key' | 'values'>) => JSON.stringify([key, values])
  return {
    list,
    dismiss: (id) => void (list.value = list.value.filter((toast) => toast.id !== id)),
    show(key, values = {}) {
      const others = list.value.filter((toast) => textOf(toast) !== textOf({ key, values }))
      list.value = [...others, { id: ++lastId, key, values }].slice(-MOST)
    }
  }
}
