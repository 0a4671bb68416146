import type { CommandName } from '#shared/commands'
import { pageNames, type PageName } from '#shared/pages'
import type { PreferencesControl } from '../engine-client/usePreferences'
import type { Files } from '../features/files/useFiles'
import type { RunControls } from '../features/run/useRunControls'
import type { SettingsEditor } from '../features/settings/useSettings'
import type { Shell } from '../features/shell/useShell'

/** Handler of a command. */
export interface CommandHandler {
  readonly run: () => unknown
  /** Whether it can be done now; always unless given. */
  readonly isEnabled?: () => boolean
}

export interface HandlerOptions {
  readonly shell: Shell
  readonly files: Files
  readonly run: RunControls
  readonly settings: Pick<SettingsEditor, 'undo' | 'redo'>
  readonly preferences: PreferencesControl
  readonly openSettings: () => void
  readonly openShortcuts: () => void
}

/** Every command of the list, so that one without a handler does not compile. */
export function commandHandlers(options: HandlerOptions): Readonly<Record<CommandName, CommandHandler>> {
  const { shell, files, run, settings, preferences, openSettings, openShortcuts } = options
  return {
    open: { run: files.openFile },
    paste: { run: () => files.paste() },
    openSettingsFile: { run: shell.openSettingsFile },
    saveSettings: { run: shell.saveSettings },
    openClassSettings: { run: shell.openClassSettings },
    openWeights: { run: shell.openWeights },
    exportWeights: { run: () => files.exportWeights('safetensors') },
    exportHistory: { run: files.exportHistory },
    exportCheck: { run: files.exportCheck },
    print: { run: shell.print },
    run: { run: run.main },
    step: { run: run.step, isEnabled: () => run.canStep.value },
    stepBack: { run: run.stepBack, isEnabled: () => run.canStepBack.value },
    rewind: { run: run.rewind, isEnabled: () => run.canRewind.value },
    newSeed: { run: run.newSeed, isEnabled: () => run.canReseed.value },
    undo: { run: settings.undo },
    redo: { run: settings.redo },
    settings: { run: openSettings },
    sidebar: {
      run: () => preferences.choose({ sidebar: { ...preferences.sidebar.value, isHidden: !preferences.sidebar.value.isHidden } }),
      isEnabled: () => preferences.page.value === 'workbench'
    },
    zoomIn: { run: () => shell.zoom('in') },
    zoomOut: { run: () => shell.zoom('out') },
    zoomReset: { run: () => shell.zoom('reset') },
    'theme:system': { run: () => preferences.choose({ theme: 'system' }) },
    'theme:light': { run: () => preferences.choose({ theme: 'light' }) },
    'theme:dark': { run: () => preferences.choose({ theme: 'dark' }) },
    'language:en': { run: () => preferences.choose({ language: 'en' }) },
    'language:zh-CN': { run: () => preferences.choose({ language: 'zh-CN' }) },
    shortcuts: { run: openShortcuts },
    about: { run: shell.openAbout },
    ...pageHandlers(preferences)
  }
}

function pageHandlers({ choose }: PreferencesControl): Readonly<Record<`page:${PageName}`, CommandHandler>> {
  const entries = pageNames.map((page) => [`page:${page}`, { run: () => choose({ page }) }])
  return Object.fromEntries(entries) as Record<`page:${PageName}`, CommandHandler>
}
