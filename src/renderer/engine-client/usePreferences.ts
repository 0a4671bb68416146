import { computed, ref, shallowRef, watchEffect, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type { EngineConfig } from '#shared/engine'
import { themes, type Preferences, type Sidebar, type Theme, type UiLanguage } from '#shared/contract'
import type { PageName } from '#shared/pages'
import { setLanguage } from '../i18n/i18n'
import type { BridgeClient } from './bridge-client'
import { sharedState } from '../ui/shared-state'

/** Language, theme, page and sidebar: applied at once, and stored. What the engine is to be is only stored. */
export interface PreferencesControl {
  readonly language: Readonly<Ref<UiLanguage>>
  readonly theme: Readonly<Ref<Theme>>
  /** The theme in force, the system's choice resolved. */
  readonly scheme: ComputedRef<'light' | 'dark'>
  readonly engine: Readonly<ShallowRef<EngineConfig>>
  /** The page that is open. */
  readonly page: Readonly<Ref<PageName>>
  readonly sidebar: Readonly<ShallowRef<Sidebar>>
  readonly toggleLanguage: () => void
  /** Goes through system, light, dark. */
  readonly nextTheme: () => void
  /** Takes what is given, and stores it. */
  readonly choose: (chosen: Partial<Pick<Preferences, 'language' | 'theme' | 'page' | 'sidebar'>>) => void
  /** Stores what the next engine process is to run on. Throws: file. */
  readonly setEngine: (engine: EngineConfig) => Promise<void>
}

export const preferencesState = sharedState<PreferencesControl>('Preferences')
export const usePreferences = preferencesState.use

export interface PreferencesOptions {
  readonly bridge: BridgeClient
  readonly initial: Preferences
  readonly window: Window
  readonly onError: (error: unknown) => void
}

export function createPreferences({ bridge, initial, window, onError }: PreferencesOptions): PreferencesControl {
  const language = ref(initial.language)
  const theme = ref(initial.theme)
  const engine = shallowRef(initial.engine)
  const page = ref(initial.page)
  const sidebar = shallowRef(initial.sidebar)
  const darkSystem = window.matchMedia('(prefers-color-scheme: dark)')
  const systemIsDark = ref(darkSystem.matches)
  darkSystem.addEventListener('change', ({ matches }) => (systemIsDark.value = matches))
  const scheme = computed(() => (theme.value === 'system' ? (systemIsDark.value ? 'dark' : 'light') : theme.value))

  watchEffect(() => {
    setLanguage(language.value)
    window.document.documentElement.lang = language.value
  })
  // Before anything is drawn that reads colours from the style sheet, hence not with the next flush.
  watchEffect(() => (window.document.documentElement.dataset.theme = scheme.value), { flush: 'sync' })

  async function store(): Promise<void> {
    const preferences = { language: language.value, theme: theme.value, engine: engine.value, page: page.value, sidebar: sidebar.value }
    await bridge.call('setPreferences', { preferences })
  }

  return {
    language,
    theme,
    scheme,
    engine,
    page,
    sidebar,
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
      page.value = chosen.page ?? page.value
      sidebar.value = chosen.sidebar ?? sidebar.value
      store().catch(onError)
    },
    setEngine(request) {
      engine.value = request
      return store()
    }
  }
}
