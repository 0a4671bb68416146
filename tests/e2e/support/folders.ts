import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'
import { root } from './launch'

/** A new folder whose name has Chinese characters and spaces, as a teacher's may. The caller removes it. */
export function newFolder(): string {
  return fs.mkdtempSync(path.join(os.tmpdir(), '实验 室 '))
}

/** A new folder of that kind, removed after the last test of the file. */
export function useFolder(): string {
  const folder = newFolder()
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

/** A copy of one of the app's data sets, as a file of the user's own. */
export function copySample(name: string, folder: string): string {
  const file = path.join(folder, `${name}.csv`)
  fs.copyFileSync(path.join(root, 'data', `${name}.csv`), file)
  return file
}
