import fs from 'node:fs'
import path from 'node:path'
import type { AppWindow } from './app-window'

const folderOf = ({ userDataDir }: AppWindow) => path.join(userDataDir, 'session')
const awayFrom = (folder: string) => `${folder} away`

/** Has every saving of the session fail: a file takes the place of its folder. */
export function blockSession(appWindow: AppWindow): void {
  const folder = folderOf(appWindow)
  // A session that was never saved has no folder yet.
  fs.mkdirSync(folder, { recursive: true })
  fs.renameSync(folder, awayFrom(folder))
  fs.writeFileSync(folder, '')
}

/** Lets it be saved again. */
export function unblockSession(appWindow: AppWindow): void {
  const folder = folderOf(appWindow)
  fs.rmSync(folder)
  fs.renameSync(awayFrom(folder), folder)
}
