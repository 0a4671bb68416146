import { shallowRef, type ShallowRef } from 'vue'
import type { MessageKey } from '../locales'
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

/** `lifetime`: how long a toast stands, in milliseconds; the default is time to read two lines twice. */
export function createToasts({ lifetime = 8000 }: { lifetime?: number } = {}): Toasts {
  const list = shallowRef<readonly Toast[]>([])
  let lastId = 0
  const dismiss = (id: number) => (list.value = list.value.filter((toast) => toast.id !== id))
  return {
    list,
    dismiss,
    show(key, values = {}) {
      const id = ++lastId
      list.value = [...list.value, { id, key, values }]
      setTimeout(dismiss, lifetime, id)
    }
  }
}
