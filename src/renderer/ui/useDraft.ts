import { ref, watch, type Ref } from 'vue'
import { useFieldRevision } from './field-revision'

/** A field's value as it is shown, or what the user makes of it until that is decided. */
export interface Draft<Value> {
  readonly draft: Ref<Value>
  /** To be called when the draft is passed on: what is decided about it is then shown. */
  readonly markSent: () => void
  /** Shows the value again, whatever has been typed. */
  readonly reset: () => void
  /** To be called when the field is left: shows what has become of the value, unless something typed is still to be passed on. */
  readonly leave: () => void
}

/**
 * Returns the draft of a field. It follows the value, and shows it again when a change was refused, which `revision`
 * tells. An answer that comes while the user is typing is about an earlier change: it leaves alone what has been typed
 * since the last `markSent`.
 */
export function useDraft<Value extends string | number | boolean>(value: () => Value, revision = useFieldRevision()): Draft<Value> {
  const draft = ref(value()) as Ref<Value>
  /** The value shown or passed on last: a draft that differs is being typed. */
  let base = draft.value
  let isBehind = false

  function reset(): void {
    draft.value = base = value()
    isBehind = false
  }

  const leave = () => {
    if (isBehind && draft.value === base) reset()
  }

  watch([value, revision], () => {
    isBehind = true
    leave()
  })

  return {
    draft,
    markSent() {
      base = draft.value
      isBehind = false
    },
    reset,
    leave
  }
}
