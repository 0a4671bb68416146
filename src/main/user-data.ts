import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import type { App } from 'electron'
import { AppError } from '#core'
import { systemCode } from '../node/files/system-errors'
import { requireWritable } from './require-writable'

/** The part of Electron's `app` that knows folders. */
type Folders = Pick<App, 'getPath' | 'setPath'> & { readonly commandLine: Pick<App['commandLine'], 'getSwitchValue'> }

/**
 * Makes sure that the folder of the app's own files can be written: Chromium ends a process without a word where it cannot. Returns null, or
 * why it cannot; then an empty temporary folder takes its place, where there is one.
 */
export function secureUserData(app: Folders): AppError | null {
  // Chromium takes another folder in silence where it cannot use the one it is given.
  let path = app.commandLine.getSwitchValue('user-data-dir')
  try {
    if (path === '') {
      path = app.getPath('userData')
      // HOME or XDG_CONFIG_HOME names it: at each start from elsewhere it would be another one, without the work that is in this.
      if (!isAbsolute(path)) return useAnother(app, new AppError('file.relative-user-data', { path }))
    }
    requireWritable(path)
    return null
  } catch (error) {
    return useAnother(app, new AppError('file.no-user-data', { path, reason: systemCode(error) ?? '' }))
  }
}

/** Puts an empty temporary folder in its place, until the app has said why; that of the system where the one chosen takes none. */
function useAnother(app: Folders, problem: AppError): AppError {
  const folder = temporaryFolder(tmpdir()) ?? temporaryFolder('/tmp')
  if (folder === null) return problem
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  app.setPath('userData', folder)
  app.setPath('sessionData', folder)
  return problem
}

function temporaryFolder(parent: string): string | null {
  try {
    return mkdtempSync(join(parent, 'backprop-lab-'))
  } catch {
    return null
  }
}
