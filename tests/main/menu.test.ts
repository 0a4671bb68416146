import { expect, it, vi } from 'vitest'
import { menuBar } from '../../src/main/menu'

it.each([
  ['en', 'Settings…'],
  ['zh-CN', '设置…']
] as const)('Settings stands in the menu of the app (%s)', (language, label) => {
  const open = vi.fn()
  const [app] = menuBar(language, open)
  const item = (app.submenu as Electron.MenuItemConstructorOptions[]).find((one) => one.label === label)
  expect(item?.accelerator).toBe('Command+,')
  item?.click?.({} as Electron.MenuItem, undefined, {} as Electron.KeyboardEvent)
  expect(open).toHaveBeenCalledOnce()
})
