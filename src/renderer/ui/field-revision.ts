import { inject, ref, type InjectionKey, type Ref } from 'vue'

/**
 * A number that changes whenever a change was decided. Fields show what was typed until then; after it they show the
 * value again, also when that is the old one, because the change was refused.
 */
export const fieldRevisionKey: InjectionKey<Readonly<Ref<number>>> = Symbol('field revision')

/** The revision of the fields around this component; without one it never changes. */
export function useFieldRevision(): Readonly<Ref<number>> {
  return inject(fieldRevisionKey, ref(0))
}
