import { readonly, type Ref } from 'vue'
import { useDraft } from './useDraft'

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
export function useShownChoice<Value extends string | boolean>(value: () => Value, pass: (value: Value) => void): ShownChoice<Value> {
  const { draft, markSent } = useDraft(value)
  return {
    shown: readonly(draft) as Readonly<Ref<Value>>,
    choose(chosen) {
      if (chosen === draft.value) return
      draft.value = chosen
      markSent()
      pass(chosen)
    }
  }
}
