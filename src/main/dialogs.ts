import { dialog, type BrowserWindow } from 'electron'
import { weightFormatNames, weightFormats } from '#core'
import type { FolderPurpose, OpenableKind, Preferences } from '#shared/contract'

const words = {
  en: {
    table: 'Table (CSV, Excel, OpenDocument, Parquet, JSON, …)',
    all: 'All files',
    open: 'Open a table',
    save: 'Save',
    folders: { handin: 'Folder to hand in to', answers: 'Folder with the answers', marks: 'Folder for the results' },
    kinds: {
      settings: 'Open settings',
      weights: 'Open weights',
      lab: 'Open a lab file',
      roster: 'Open the class list',
      secret: 'Open the file of the secret'
    }
  },
  'zh-CN': {
    table: '表格（CSV、Excel、OpenDocument、Parquet、JSON 等）',
    all: '所有文件',
    open: '打开表格',
    save: '保存',
    folders: { handin: '提交文件夹', answers: '答案所在文件夹', marks: '结果文件夹' },
    kinds: { settings: '打开设置文件', weights: '打开权重', lab: '打开实验文件', roster: '打开名单', secret: '打开密钥文件' }
  }
} as const

/** Endings of files with tables; a file is recognized by what is in it, whatever its name. */
const TABLES = ['csv', 'tsv', 'txt', 'xlsx', 'ods', 'parquet', 'json', 'jsonl', 'ndjson', 'arff', 'npy', 'npz', 'gz', 'zip', 'data', 'dat']

const extensionsOf: Readonly<Record<OpenableKind, string[]>> = {
  settings: ['json'],
  weights: weightFormatNames.map((name) => weightFormats[name].extension),
  lab: ['md'],
  roster: TABLES,
  secret: ['txt']
}

/** Shows the open dialog for another kind of file; null when it was cancelled. */
export async function chooseFile(window: BrowserWindow, { language }: Preferences, kind: OpenableKind): Promise<string | null> {
  const extensions = extensionsOf[kind]
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: words[language].kinds[kind],
    properties: ['openFile'],
    filters: [{ name: extensions.map((extension) => `.${extension}`).join(' '), extensions }]
  })
  return canceled ? null : filePaths[0]
}

/** Shows the open dialog for a table; null when it was cancelled. */
export async function chooseTable(window: BrowserWindow, { language }: Preferences): Promise<string | null> {
  const { table, all, open } = words[language]
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: open,
    properties: ['openFile'],
    filters: [
      { name: table, extensions: TABLES },
      { name: all, extensions: ['*'] }
    ]
  })
  return canceled ? null : filePaths[0]
}

/** Shows the dialog for a folder; null when it was cancelled. */
export async function chooseFolder(window: BrowserWindow, { language }: Preferences, purpose: FolderPurpose): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: words[language].folders[purpose],
    properties: ['openDirectory', 'createDirectory']
  })
  return canceled ? null : filePaths[0]
}

/** Shows the save dialog for a file with the given extension; null when it was cancelled. */
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
