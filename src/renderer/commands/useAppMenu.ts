import { useEventListener } from '@vueuse/core'
import { onScopeDispose } from 'vue'
import type { MenuAction, ZoomMove } from '#shared/shell'
import type { Files } from '../features/files/useFiles'
import type { PreferencesControl } from '../engine-client/usePreferences'
import type { RunControls } from '../features/run/useRunControls'
import type { Shell } from '../features/shell/useShell'

export interface AppMenuOptions {
  readonly shell: Shell
  readonly files: Files
  readonly run: RunControls
  readonly preferences: PreferencesControl
  readonly openSettings: () => void
  readonly openShortcuts: () => void
  /** While a dialog is open nothing of the menu acts that could change what it is about. */
  readonly isBlocked: () => boolean
}

/** What holds for a dialog too: it changes how things look and nothing else. */
const always = /^(language|theme):/

const zoomKeys: Readonly<Record<string, ZoomMove>> = { '+': 'in', '=': 'in', '-': 'out', '0': 'reset' }

/** Has the choices of the menu, and the keys that stand in it and nowhere else, do what they say. */
export function useAppMenu(options: AppMenuOptions): void {
  const { shell, files, run, preferences, openSettings, openShortcuts, isBlocked } = options
  const actions: Readonly<Record<MenuAction, () => unknown>> = {
    open: files.openFile,
    paste: () => files.paste(),
    openSettingsFile: shell.openSettingsFile,
    saveSettings: shell.saveSettings,
    openClassSettings: shell.openClassSettings,
    openWeights: shell.openWeights,
    exportWeights: () => files.exportWeights('safetensors'),
    exportHistory: files.exportHistory,
    exportCheck: files.exportCheck,
    print: shell.print,
    run: run.main,
    step: () => run.canStep.value && run.step(),
    rewind: () => run.canRewind.value && run.rewind(),
    newSeed: () => run.canReseed.value && run.newSeed(),
    settings: openSettings,
    shortcuts: openShortcuts,
    about: shell.openAbout,
    'language:en': () => preferences.choose({ language: 'en' }),
    'language:zh-CN': () => preferences.choose({ language: 'zh-CN' }),
    'theme:system': () => preferences.choose({ theme: 'system' }),
    'theme:light': () => preferences.choose({ theme: 'light' }),
    'theme:dark': () => preferences.choose({ theme: 'dark' })
  }

  onScopeDispose(shell.onMenu(({ action }) => (always.test(action) || !isBlocked()) && actions[action]()))
  onScopeDispose(shell.onRecent((grant) => !isBlocked() && files.openGrant(grant)))

  useEventListener(window, 'keydown', (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || !(event.ctrlKey || event.metaKey)) return
    const move = zoomKeys[event.key]
    const prints = event.key.toLowerCase() === 'p' && !event.shiftKey && !isBlocked()
    if (!move && !prints) return
    event.preventDefault()
    if (move) void shell.zoom(move)
    else void shell.print()
  })
}
