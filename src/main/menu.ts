import type { MenuItemConstructorOptions } from 'electron'
import type { UiLanguage } from '#shared/contract'

const words = { en: { settings: 'Settings…' }, 'zh-CN': { settings: '设置…' } } as const

/** The menu bar of macOS, where every program has one: the system's own items, and Settings… at the place people look for it. */
export function menuBar(language: UiLanguage, openSettings: () => void): MenuItemConstructorOptions[] {
  return [
    {
      role: 'appMenu',
      submenu: [
        { role: 'about' },
        { type: 'separator' },
        { label: words[language].settings, accelerator: 'Command+,', click: openSettings },
        { type: 'separator' },
        { role: 'services' },
        { type: 'separator' },
        { role: 'hide' },
        { role: 'hideOthers' },
        { role: 'unhide' },
        { type: 'separator' },
        { role: 'quit' }
      ]
    },
    { role: 'editMenu' },
    { role: 'viewMenu' },
    { role: 'windowMenu' }
  ]
}
