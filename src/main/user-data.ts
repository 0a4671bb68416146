import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { App } from 'electron'
import { AppError } from '#core'
import { systemCode } from '../node/files/system-errors'

/** The part of Electron's `app` that knows folders. */
type Folders = Pick<App, 'getPath' | 'setPath'> & { readonly commandLine: Pick<App['commandLine'], 'getSwitchValue'> }

/**
 * Makes sure that the folder of the app's own files can be written: Chromium ends a process without a word where it cannot. Returns null, or
 * why it cannot; then an empty temporary folder takes its place. Throws where that cannot be written either.
 */
export function secureUserData(app: Folders): AppError | null {
  // Chromium takes another folder in silence where it cannot use the one it is given.
  let path = app.commandLine.getSwitchValue('user-data-dir')
  try {
    if (path === '') path = app.getPath('userData')
    requireWritable(path)
    return null
  } catch (error) {
    const folder = mkdtempSync(join(tmpdir(), 'backprop-lab-'))
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
    app.setPath('userData', folder)
    app.setPath('sessionData', folder)
    return new AppError('file.no-user-data', { path, reason: systemCode(error) ?? '' })
  }
}

/** Throws the system's error. */
function requireWritable(folder: string): void {
  makeFolder(folder)
  // Named as one of our temporaries, so that it is swept where it stays.
  const probe = join(folder, `.${randomUUID()}.tmp`)
  writeFileSync(probe, '')
  rmSync(probe)
}

/** Node's own `recursive` does not come back from a folder in which none can be made, such as /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return
  const parent = dirname(path)
  if (parent !== path) makeFolder(parent)
  mkdirSync(path)
}
