import { readonly, ref, watch, type Ref } from 'vue'
import { useFieldRevision } from './field-revision'

export interface ShownChoice<Value> {
  /** Displayed choice of the field. */
  readonly shown: Readonly<Ref<Value>>
  /** Shows a choice and passes it on, once however often it is made. */
  readonly choose: (value: Value) => void
}

/**
 * The choice that a field shows: what was chosen at once, before it was decided; and what is so again as soon as it
 * was, also when it was refused.
 */
export function useShownChoice<Value>(value: () => Value, pass: (value: Value) => void): ShownChoice<Value> {
  const shown = ref(value()) as Ref<Value>
  watch([value, useFieldRevision()], () => (shown.value = value()))
  return {
    shown: readonly(shown) as Readonly<Ref<Value>>,
    choose(chosen) {
      if (chosen === shown.value) return
      shown.value = chosen
      pass(chosen)
    }
  }
}
