import { describe, expect, it, vi } from 'vitest'
import type { MenuItemConstructorOptions } from 'electron'
import { menuActions } from '#shared/shell'
import { menuWords } from '../../src/main/menu-words'
import { menuBar, type MenuOptions } from '../../src/main/menu'

type Item = MenuItemConstructorOptions

function setUp(changes: Partial<MenuOptions> = {}) {
  const spies = { act: vi.fn(), openRecent: vi.fn(), clearRecent: vi.fn(), openLogs: vi.fn(), zoom: vi.fn() }
  const bar = menuBar({
    platform: 'linux',
    preferences: { language: 'en', theme: 'dark' },
    recent: [],
    hasClassSettings: true,
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

  it('opens the logs from Help', () => {
    const { items, openLogs } = setUp()
    click(items.find(({ label }) => label === 'Logs'))
    expect(openLogs).toHaveBeenCalledOnce()
  })

  it.each(['linux', 'darwin'] as const)('has the page do everything that it can be asked for (%s)', (platform) => {
    const { items, act } = setUp({ platform })
    items.filter(({ click: acts }) => acts).forEach(click)
    expect([...new Set(act.mock.calls.map(([action]: string[]) => action))].sort()).toEqual([...menuActions].sort())
  })

  it('says the same in both languages, and no word of the other', () => {
    const [en, zh] = (['en', 'zh-CN'] as const).map((language) => setUp({ preferences: { language, theme: 'system' } }).items)
    expect(zh.map(({ type, role }) => [type, role])).toEqual(en.map(({ type, role }) => [type, role]))
    const labels = (items: Item[]) => items.flatMap(({ label }) => label ?? [])
    expect(labels(zh).filter((label) => !/[\u4e00-\u9fff]/.test(label) && label !== 'English')).toEqual([])
    expect(labels(en).filter((label) => /[\u4e00-\u9fff]/.test(label))).toEqual(['Language 语言', '中文'])
  })

  it.each(['en', 'zh-CN'] as const)('has every word of its list, and none beside (%s)', (language) => {
    const items = (['linux', 'darwin'] as const).flatMap((platform) => setUp({ platform, preferences: { language, theme: 'dark' } }).items)
    const { themes, ...words } = menuWords[language]
    const listed = new Set([...Object.values(words), ...Object.values(themes), 'English', '中文'])
    const shown = new Set(items.flatMap(({ label }) => label ?? []))
    expect([...listed].filter((word) => !shown.has(word))).toEqual([])
    expect([...shown].filter((word) => !listed.has(word))).toEqual([])
  })

  it('marks the language and the theme in force', () => {
    const { items } = setUp()
    expect(items.filter(({ checked }) => checked).map(({ label }) => label)).toEqual(['Dark', 'English'])
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
    expect((app.submenu as Item[]).find(({ label }) => label === 'Settings…')?.accelerator).toBe('Command+,')
  })

  it('makes everything larger and smaller', () => {
    const { items, zoom } = setUp()
    items.filter(({ label }) => ['Zoom in', 'Zoom out', 'Actual size'].includes(label ?? '')).forEach(click)
    expect(zoom.mock.calls).toEqual([['in'], ['out'], ['reset']])
  })
})
