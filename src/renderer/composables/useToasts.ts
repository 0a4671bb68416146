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

/** A toast stands until it is dismissed: by hand, or by whoever shows it, when it has been there long enough to be read. */
export function createToasts(): Toasts {
  const list = shallowRef<readonly Toast[]>([])
  let lastId = 0
  return {
    list,
    dismiss: (id) => void (list.value = list.value.filter((toast) => toast.id !== id)),
    show: (key, values = {}) => void (list.value = [...list.value, { id: ++lastId, key, values }])
  }
}
