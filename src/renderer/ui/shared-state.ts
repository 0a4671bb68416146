import { hasInjectionContext, inject, type InjectionKey } from 'vue'

/**
 * A piece of state that the whole window shares: provided once with `app.provide(key, …)`, found by any component with
 * `use`.
 */
export interface SharedState<T> {
  readonly key: InjectionKey<T>
  /** Throws where nothing provides it. */
  readonly use: () => T
}

/** Declares shared state. */
export function sharedState<T>(name: string): SharedState<T> {
  const key: InjectionKey<T> = Symbol(name)
  return {
    key,
    use() {
      const state = hasInjectionContext() ? inject(key, null) : null
      if (state === null) throw new Error(`${name} is used where nothing provides it.`)
      return state
    }
  }
}
