import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'

/** Tries again: a test may have left something behind that still writes into its folder. */
const removed = { recursive: true, force: true, maxRetries: 10 } as const

/** Gives each test a folder of its own, with Chinese characters and a space in its path; it is removed after the test. */
export function temporaryFolders(): () => string {
  const folders: string[] = []
  afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, removed)))
  return () => {
    const folder = mkdtempSync(join(tmpdir(), '实验 数据-'))
    folders.push(folder)
    return folder
  }
}
