import { computed, ref, shallowRef, watchEffect, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type { EngineConfig } from '#shared/engine'
import { themes, type Preferences, type Theme, type UiLanguage } from '#shared/contract'
import { setLanguage } from '../i18n/i18n'
import type { BridgeClient } from './bridge-client'
import { sharedState } from '../ui/shared-state'

/** Language and theme: applied to the document at once, and stored. What the engine is to be is only stored. */
export interface PreferencesControl {
  readonly language: Readonly<Ref<UiLanguage>>
  readonly theme: Readonly<Ref<Theme>>
  /** The theme in force, the system's choice resolved. */
  readonly scheme: ComputedRef<'light' | 'dark'>
  readonly engine: Readonly<ShallowRef<EngineConfig>>
  readonly toggleLanguage: () => void
  /** Goes through system, light, dark. */
  readonly nextTheme: () => void
  /** Takes a language or a theme, and stores it. */
  readonly choose: (chosen: { readonly language?: UiLanguage; readonly theme?: Theme }) => void
  /** Stores what the next engine process is to run on. Throws: file. */
  readonly setEngine: (engine: EngineConfig) => Promise<void>
}

export const preferencesState = sharedState<PreferencesControl>('Preferences')
export const usePreferences = preferencesState.use

export interface PreferencesOptions {
  readonly bridge: BridgeClient
  readonly initial: Preferences
  readonly page: Window
  readonly onError: (error: unknown) => void
}

export function createPreferences({ bridge, initial, page, onError }: PreferencesOptions): PreferencesControl {
  const language = ref(initial.language)
  const theme = ref(initial.theme)
  const engine = shallowRef(initial.engine)
  const darkSystem = page.matchMedia('(prefers-color-scheme: dark)')
  const systemIsDark = ref(darkSystem.matches)
  darkSystem.addEventListener('change', ({ matches }) => (systemIsDark.value = matches))
  const scheme = computed(() => (theme.value === 'system' ? (systemIsDark.value ? 'dark' : 'light') : theme.value))

  watchEffect(() => {
    setLanguage(language.value)
    page.document.documentElement.lang = language.value
  })
  // Before anything is drawn that reads colours from the style sheet, hence not with the next flush.
  watchEffect(() => (page.document.documentElement.dataset.theme = scheme.value), { flush: 'sync' })

  async function store(): Promise<void> {
    const preferences = { language: language.value, theme: theme.value, engine: engine.value }
    await bridge.call('setPreferences', { preferences })
  }

  return {
    language,
    theme,
    scheme,
    engine,
    toggleLanguage() {
      language.value = language.value === 'en' ? 'zh-CN' : 'en'
      store().catch(onError)
    },
    nextTheme() {
      theme.value = themes[(themes.indexOf(theme.value) + 1) % themes.length]
      store().catch(onError)
    },
    choose(chosen) {
      language.value = chosen.language ?? language.value
      theme.value = chosen.theme ?? theme.value
      store().catch(onError)
    },
    setEngine(request) {
      engine.value = request
      return store()
    }
  }
}
