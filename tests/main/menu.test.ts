import { describe, expect, it, vi } from 'vitest'
import type { MenuItemConstructorOptions } from 'electron'
import { commandNames, commandOf } from '#shared/commands'
import { menuWords } from '../../src/main/menu-words'
import { menuBar, type MenuOptions } from '../../src/main/menu'

type Item = MenuItemConstructorOptions

function setUp(changes: Partial<MenuOptions> = {}) {
  const spies = { act: vi.fn(), openRecent: vi.fn(), clearRecent: vi.fn(), openLogs: vi.fn() }
  const bar = menuBar({
    platform: 'linux',
    preferences: { language: 'en', theme: 'dark', page: 'graph' },
    recent: [],
    hasClassSettings: true,
    labLocks: null,
    ...spies,
    ...changes
  })
  return { ...spies, bar, items: bar.flatMap(all) }
}

function all(item: Item): Item[] {
  return [item, ...((item.submenu ?? []) as Item[]).flatMap(all)]
}

const click = (item: Item | undefined) => item?.click?.({} as Electron.MenuItem, undefined, {} as Electron.KeyboardEvent)

describe('the menu', () => {
  it('has File, Edit, View, Run and Help, and on macOS what every program has there', () => {
    expect(setUp().bar.map(({ label }) => label)).toEqual(['File', 'Edit', 'View', 'Run', 'Help'])
    const mac = setUp({ platform: 'darwin' }).bar
    expect(mac.map(({ label, role }) => label ?? role)).toEqual(['appMenu', 'File', 'Edit', 'View', 'Run', 'windowMenu', 'Help'])
  })

  it('offers no file, and no page that is locked, while a lab is worked on', () => {
    const { items } = setUp({ labLocks: ['graph'], recent: ['/tables/a.csv'] })
    const labels = items.map(({ label }) => label)
    const words = (name: 'open' | 'saveSettings' | 'exportWeights' | 'page:graph' | 'page:microscope') => commandOf(name).words.en
    for (const name of ['open', 'saveSettings', 'exportWeights', 'page:graph'] as const) expect(labels).not.toContain(words(name))
    expect(labels).not.toContain(menuWords.en.openRecent)
    expect(labels).toContain(words('page:microscope'))
    expect(labels).toContain(menuWords.en.quit)
  })

  it.each(['linux', 'darwin'] as const)('offers every command that has a place in it (%s)', (platform) => {
    const { items, act } = setUp({ platform })
    items.filter(({ click: acts }) => acts).forEach(click)
    expect([...new Set(act.mock.calls.map(([name]: string[]) => name))].sort()).toEqual(
      commandNames.filter((name) => commandOf(name).menu).sort()
    )
  })

  it('says the same in both languages, and no word of the other', () => {
    const [en, zh] = (['en', 'zh-CN'] as const).map(
      (language) => setUp({ preferences: { language, theme: 'system', page: 'workbench' } }).items
    )
    expect(zh.map(({ type, role }) => [type, role])).toEqual(en.map(({ type, role }) => [type, role]))
    const labels = (items: Item[]) => items.flatMap(({ label }) => label ?? [])
    expect(labels(zh).filter((label) => !/[\u4e00-\u9fff]/.test(label) && label !== 'English')).toEqual([])
    expect(labels(en).filter((label) => /[\u4e00-\u9fff]/.test(label))).toEqual(['Language 语言', '中文'])
  })

  it.each(['en', 'zh-CN'] as const)('has every word of its list, and none beside (%s)', (language) => {
    const items = (['linux', 'darwin'] as const).flatMap(
      (platform) => setUp({ platform, preferences: { language, theme: 'dark', page: 'workbench' } }).items
    )
    const commands = commandNames.map(commandOf).filter(({ menu }) => menu)
    const listed = new Set([...Object.values(menuWords[language]), ...commands.map(({ words }) => words[language])])
    const shown = new Set(items.flatMap(({ label }) => label ?? []))
    expect([...listed].filter((word) => !shown.has(word))).toEqual([])
    expect([...shown].filter((word) => !listed.has(word))).toEqual([])
  })

  it('marks the page, the language and the theme in force', () => {
    const { items } = setUp()
    expect(items.filter(({ checked }) => checked).map(({ label }) => label)).toEqual(['Graph', 'Dark', 'English'])
  })

  it('offers the class settings only where there are some', () => {
    const labels = (hasClassSettings: boolean) => setUp({ hasClassSettings }).items.map(({ label }) => label)
    expect(labels(true)).toContain('Reset to class settings')
    expect(labels(false)).not.toContain('Reset to class settings')
  })

  it('lists the recent tables by name and folder, and opens the one that is chosen', () => {
    const { items, openRecent } = setUp({ recent: ['/home/me/a & b.csv', String.raw`C:\data\marks.csv`] })
    expect(items.map(({ label }) => label)).toEqual(expect.arrayContaining(['a && b.csv — me', 'marks.csv — data']))
    click(items.find(({ label }) => label === 'a && b.csv — me'))
    expect(openRecent).toHaveBeenCalledExactlyOnceWith('/home/me/a & b.csv')
    expect(setUp().items.find(({ label }) => label === 'Open recent')?.enabled).toBe(false)
  })

  it('leaves the keys to the page, which knows when a dialog is open', () => {
    const { items } = setUp()
    expect(items.filter(({ accelerator, registerAccelerator }) => accelerator && registerAccelerator !== false)).toEqual([])
  })

  it('has Settings at the place where people look for them on macOS', () => {
    const [app] = setUp({ platform: 'darwin' }).bar
    expect((app.submenu as Item[]).find(({ label }) => label === 'Settings…')?.accelerator).toBe('CmdOrCtrl+,')
  })

  it('opens the logs from Help', () => {
    const { items, openLogs } = setUp()
    click(items.find(({ label }) => label === 'Logs'))
    expect(openLogs).toHaveBeenCalledOnce()
  })

  it('shows the keys as Electron names them', () => {
    const keys = Object.fromEntries(setUp().items.map(({ label, accelerator }) => [label, accelerator]))
    expect(keys).toMatchObject({ 'Open table…': 'CmdOrCtrl+O', 'Zoom in': 'CmdOrCtrl+Plus', 'Zoom out': 'CmdOrCtrl+-', Rewind: undefined })
  })
})
