import { basename } from 'node:path'
import type { MenuItemConstructorOptions } from 'electron'
import type { Preferences } from '#shared/contract'
import { commandNames, commandOf, type CommandName, type MenuGroup } from '#shared/commands'
import type { PageName } from '#shared/pages'
import { menuWords } from './menu-words'

type Item = MenuItemConstructorOptions

export interface MenuOptions {
  readonly platform: NodeJS.Platform
  readonly preferences: Pick<Preferences, 'language' | 'theme' | 'page'>
  /** Paths of the tables opened last. */
  readonly recent: readonly string[]
  readonly hasClassSettings: boolean
  /** The pages that a lab locks while it is worked on, when nothing about files is offered either; null where none is. */
  readonly labLocks: readonly PageName[] | null
  readonly act: (command: CommandName) => void
  readonly openRecent: (path: string) => void
  readonly clearRecent: () => void
  readonly openLogs: () => void
}

/** The whole menu. On macOS it is the bar at the top of the screen, elsewhere it opens from the window's header or with Alt. */
export function menuBar(options: MenuOptions): Item[] {
  const { platform } = options
  const isMac = platform === 'darwin'
  const parts = [fileMenu(options), editMenu(options), viewMenu(options), runMenu(options), helpMenu(options)]
  return isMac ? [macAppMenu(options), ...parts.slice(0, 4), { role: 'windowMenu' }, parts[4]] : parts
}

function helper({ preferences, labLocks, act }: MenuOptions) {
  const { language, theme, page } = preferences
  const chosen: readonly CommandName[] = [`theme:${theme}`, `language:${language}`, `page:${page}`]
  const item = (name: CommandName): Item => {
    const { words, keys, native } = commandOf(name)
    return {
      label: words[language],
      // The page has these keys itself, so that they are blocked while a dialog stands; here they are only shown.
      ...(keys && !native && isShown(keys[0]) ? { accelerator: acceleratorOf(keys[0]), registerAccelerator: false } : {}),
      ...(/^(theme|language|page):/.test(name) ? { type: 'radio' as const, checked: chosen.includes(name) } : {}),
      click: () => act(name)
    }
  }
  const isLocked = (name: CommandName) => labLocks?.some((locked) => name === `page:${locked}`) ?? false
  const group = (wanted: MenuGroup): Item[] => commandNames.filter((name) => commandOf(name).menu === wanted && !isLocked(name)).map(item)
  return { words: menuWords[language], group }
}

/** A key without Ctrl or ⌘ would stand in the menu as if it acted while something is typed. */
function isShown(chord: string): boolean {
  return chord.startsWith('Mod+')
}

/** The chord as Electron names it. */
function acceleratorOf(chord: string): string {
  return chord.replace(/^Mod/, 'CmdOrCtrl').replace(/\+\+$/, '+Plus')
}

const line: Item = { type: 'separator' }

/** Groups with a line between each two; an empty one has none. */
function parted(...groups: readonly (readonly Item[])[]): Item[] {
  return groups.filter(({ length }) => length > 0).flatMap((items, i) => (i === 0 ? items : [line, ...items]))
}

function fileMenu(options: MenuOptions): Item {
  const { words, group } = helper(options)
  const { platform, recent, hasClassSettings, openRecent, clearRecent } = options
  const recentItems: Item[] = recent.map((path) => ({ label: shown(path), click: () => openRecent(path) }))
  const openRecentItem: Item = {
    label: words.openRecent,
    enabled: recent.length > 0,
    submenu: [...recentItems, line, { label: words.clearRecent, click: clearRecent }]
  }
  const isMac = platform === 'darwin'
  const own = [isMac ? [] : group('app.settings'), isMac ? [] : [{ role: 'quit' as const, label: words.quit }]]
  if (options.labLocks) return { label: words.file, submenu: parted(...own) }
  return {
    label: words.file,
    submenu: parted(
      [...group('file.open'), openRecentItem, ...group('file.paste')],
      [...group('file.settings'), ...(hasClassSettings ? group('file.class') : [])],
      [...group('file.weights'), { label: words.export, submenu: group('file.export') }],
      group('file.print'),
      ...own
    )
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
  const { words, group } = helper(options)
  return {
    label: words.view,
    submenu: parted(
      group('view.page'),
      group('view.sidebar'),
      group('view.zoom'),
      [
        { label: words.theme, submenu: group('view.theme') },
        { label: words.language, submenu: group('view.language') }
      ],
      [{ role: 'togglefullscreen', label: words.fullScreen }]
    )
  }
}

function runMenu(options: MenuOptions): Item {
  const { words, group } = helper(options)
  return { label: words.run, submenu: parted(group('run.go'), group('run.start')) }
}

function helpMenu(options: MenuOptions): Item {
  const { words, group } = helper(options)
  return {
    label: words.help,
    role: 'help',
    submenu: parted(
      [...group('help.keys'), { label: words.logs, click: options.openLogs }],
      options.platform === 'darwin' ? [] : group('app.about')
    )
  }
}

/** The first menu of macOS, where every program has one. */
function macAppMenu(options: MenuOptions): Item {
  const { words, group } = helper(options)
  return {
    role: 'appMenu',
    submenu: parted(
      group('app.about'),
      group('app.settings'),
      [{ role: 'services' }],
      [{ role: 'hide' }, { role: 'hideOthers' }, { role: 'unhide' }],
      [{ role: 'quit', label: words.quit }]
    )
  }
}
