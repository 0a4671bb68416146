import { inject, type InjectionKey, type Ref } from 'vue'

/** The part around a component that can be given the whole place, as `MaximisablePart` provides it. */
export interface Maximise {
  readonly isMaximised: Readonly<Ref<boolean>>
  readonly toggle: () => void
}

export const maximiseKey: InjectionKey<Maximise> = Symbol('maximise')

/** The part around this component; null where it cannot be maximised. */
export function useMaximise(): Maximise | null {
  return inject(maximiseKey, null)
}

/** Whether a double click on a header is meant for it, and not for something in it. */
export function isOnHeader({ target }: Event): boolean {
  return target instanceof Element && target.closest('button, input, select, a, [role="tab"], [role="radio"], [role="combobox"]') === null
}
