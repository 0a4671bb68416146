import { basename } from 'node:path'
import type { MenuItemConstructorOptions } from 'electron'
import { languages, themes, type Preferences, type UiLanguage } from '#shared/contract'
import type { MenuAction, ZoomMove } from '#shared/shell'
import { menuWords } from './menu-words'

type Item = MenuItemConstructorOptions

export interface MenuOptions {
  readonly platform: NodeJS.Platform
  readonly preferences: Pick<Preferences, 'language' | 'theme'>
  /** Paths of the tables opened last. */
  readonly recent: readonly string[]
  readonly hasClassSettings: boolean
  readonly act: (action: MenuAction) => void
  readonly openRecent: (path: string) => void
  readonly clearRecent: () => void
  readonly openLogs: () => void
  readonly zoom: (move: ZoomMove) => void
}

const languageNames = { en: 'English', 'zh-CN': '中文' } as const satisfies Record<UiLanguage, string>

/** The whole menu. On macOS it is the bar at the top of the screen, elsewhere it opens from the window's header or with Alt. */
export function menuBar(options: MenuOptions): Item[] {
  const { platform } = options
  const isMac = platform === 'darwin'
  const parts = [fileMenu(options), editMenu(options), viewMenu(options), runMenu(options), helpMenu(options)]
  return isMac ? [macAppMenu(options), ...parts.slice(0, 4), { role: 'windowMenu' }, parts[4]] : parts
}

function helper({ preferences: { language }, act }: MenuOptions) {
  const words = menuWords[language]
  /** The page has these keys itself, so that they are blocked while a dialog stands; here they are only shown. */
  const item = (action: MenuAction, label: string, accelerator?: string): Item => ({
    label,
    ...(accelerator ? { accelerator, registerAccelerator: false } : {}),
    click: () => act(action)
  })
  return { words, item }
}

const line: Item = { type: 'separator' }

function fileMenu(options: MenuOptions): Item {
  const { words, item } = helper(options)
  const { platform, recent, hasClassSettings, openRecent, clearRecent } = options
  const recentItems: Item[] = recent.map((path) => ({ label: shown(path), click: () => openRecent(path) }))
  return {
    label: words.file,
    submenu: [
      item('open', words.open, 'CmdOrCtrl+O'),
      {
        label: words.openRecent,
        enabled: recent.length > 0,
        submenu: [...recentItems, line, { label: words.clearRecent, click: clearRecent }]
      },
      item('paste', words.pasteTable),
      line,
      item('openSettingsFile', words.openSettings),
      item('saveSettings', words.saveSettings),
      ...(hasClassSettings ? [item('openClassSettings', words.classSettings)] : []),
      line,
      item('openWeights', words.openWeights),
      {
        label: words.export,
        submenu: [
          item('exportWeights', words.exportWeights, 'CmdOrCtrl+S'),
          item('exportHistory', words.exportHistory),
          item('exportCheck', words.exportCheck)
        ]
      },
      line,
      item('print', words.print, 'CmdOrCtrl+P'),
      ...(platform === 'darwin'
        ? []
        : [line, item('settings', words.settings, 'Ctrl+,'), line, { role: 'quit', label: words.quit } as const])
    ]
  }
}

/** Names of files, and of the folder where there is one: tables are often called the same. An ampersand would mark a key. */
function shown(path: string): string {
  const parts = path.split(/[\\/]/)
  const folder = parts.at(-2)
  return `${basename(parts[parts.length - 1])}${folder ? ` — ${folder}` : ''}`.replaceAll('&', '&&')
}

function editMenu(options: MenuOptions): Item {
  const { words } = helper(options)
  const roles = ['undo', 'redo', null, 'cut', 'copy', 'paste', 'selectAll'] as const
  return { label: words.edit, submenu: roles.map((role) => (role ? { role, label: words[role] } : line)) }
}

function viewMenu(options: MenuOptions): Item {
  const { words, item } = helper(options)
  const { preferences, zoom } = options
  const zoomItem = (move: ZoomMove, label: string, accelerator: string): Item => ({
    label,
    accelerator,
    registerAccelerator: false,
    click: () => zoom(move)
  })
  return {
    label: words.view,
    submenu: [
      zoomItem('in', words.zoomIn, 'CmdOrCtrl+Plus'),
      zoomItem('out', words.zoomOut, 'CmdOrCtrl+-'),
      zoomItem('reset', words.zoomReset, 'CmdOrCtrl+0'),
      line,
      {
        label: words.theme,
        submenu: themes.map((theme) => ({
          ...item(`theme:${theme}`, words.themes[theme]),
          type: 'radio' as const,
          checked: preferences.theme === theme
        }))
      },
      {
        label: words.language,
        submenu: languages.map((language) => ({
          ...item(`language:${language}`, languageNames[language]),
          type: 'radio' as const,
          checked: preferences.language === language
        }))
      },
      line,
      { role: 'togglefullscreen', label: words.fullScreen }
    ]
  }
}

function runMenu(options: MenuOptions): Item {
  const { words, item } = helper(options)
  return {
    label: words.run,
    submenu: [item('run', words.runOrPause), item('step', words.step), line, item('rewind', words.rewind), item('newSeed', words.newSeed)]
  }
}

function helpMenu(options: MenuOptions): Item {
  const { words, item } = helper(options)
  const about = options.platform === 'darwin' ? [] : [line, item('about', words.about)]
  return {
    label: words.help,
    role: 'help',
    submenu: [item('shortcuts', words.shortcuts), { label: words.logs, click: options.openLogs }, ...about]
  }
}

/** The first menu of macOS, where every program has one. */
function macAppMenu(options: MenuOptions): Item {
  const { words, item } = helper(options)
  return {
    role: 'appMenu',
    submenu: [
      item('about', words.about),
      line,
      { ...item('settings', words.settings), accelerator: 'Command+,' },
      line,
      { role: 'services' },
      line,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      line,
      { role: 'quit', label: words.quit }
    ]
  }
}
