import { inject, provide, readonly, ref, type InjectionKey, type Ref } from 'vue'
import { useText } from '../../i18n/useText'
import { usePageKeys } from '../../keys/usePageKeys'

/** Which part of the results has the whole place: a card's name, `details`, or none. */
interface Maximised {
  readonly name: Readonly<Ref<string | null>>
  readonly toggle: (name: string) => void
}

const key: InjectionKey<Maximised> = Symbol('maximised')

/** Makes the state for the results below this component; Escape takes the whole place back. */
export function provideMaximised(): Maximised {
  const { t } = useText()
  const name = ref<string | null>(null)
  const state: Maximised = {
    name: readonly(name),
    toggle: (chosen) => (name.value = name.value === chosen ? null : chosen)
  }
  usePageKeys([{ keys: ['Escape'], label: () => t('tabs.restore'), isEnabled: () => name.value !== null, run: () => (name.value = null) }])
  provide(key, state)
  return state
}

/** Which part has the whole place. */
export function useMaximised(): Maximised {
  const state = inject(key)
  if (!state) throw new Error('useMaximised is used outside the results.')
  return state
}
