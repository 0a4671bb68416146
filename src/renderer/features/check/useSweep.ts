import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { AppError, toWire } from '#core'
import type { SweepView, WireError } from '#shared/contract'
import { useEngine } from '../../engine-client/useEngine'

/** The error of the difference quotient against its step, measured on demand. */
export interface Sweep {
  readonly view: Readonly<ShallowRef<SweepView | null>>
  readonly error: Readonly<ShallowRef<WireError | null>>
  readonly isBusy: Readonly<Ref<boolean>>
  readonly measure: (tensor: string) => Promise<void>
}

export function useSweep(): Sweep {
  const { request } = useEngine()
  const view = shallowRef<SweepView | null>(null)
  const error = shallowRef<WireError | null>(null)
  const isBusy = ref(false)
  return {
    view,
    error,
    isBusy,
    async measure(tensor) {
      if (isBusy.value) return
      isBusy.value = true
      error.value = null
      try {
        view.value = await request('sweepEpsilon', { tensor, element: null })
      } catch (thrown) {
        if (!(thrown instanceof AppError && thrown.code.startsWith('request.'))) error.value = toWire(thrown)
      } finally {
        isBusy.value = false
      }
    }
  }
}
