import { dialog, type BrowserWindow } from 'electron'
import type { Preferences } from '#shared/contract'

const words = {
  en: { csv: 'Table (CSV)', all: 'All files', open: 'Open a table', save: 'Save' },
  'zh-CN': { csv: '表格（CSV）', all: '所有文件', open: '打开表格', save: '保存' }
} as const

/** The open dialog for a table; null when it was closed. */
export async function chooseTable(window: BrowserWindow, { language }: Preferences): Promise<string | null> {
  const { csv, all, open } = words[language]
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: open,
    properties: ['openFile'],
    filters: [{ name: csv, extensions: ['csv', 'txt'] }, { name: all, extensions: ['*'] }]
  })
  return canceled ? null : filePaths[0]
}

/** The save dialog for a file of the given ending; null when it was closed. */
export async function chooseDestination(
  window: BrowserWindow,
  { language }: Preferences,
  name: string,
  extension: string
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: words[language].save,
    defaultPath: name,
    filters: [{ name: extension, extensions: [extension] }]
  })
  return canceled || !filePath ? null : filePath
}
