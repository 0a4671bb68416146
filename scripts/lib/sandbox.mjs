import fs from 'node:fs'
import path from 'node:path'
import { sandboxArguments } from './display.mjs'
import { answers } from './run.mjs'
import { Stop } from './say.mjs'

/**
 * The switches to start Electron with, after seeing to it that its sandbox can start. Some Linux systems (Ubuntu since 24.04) forbid users
 * the namespaces it is made of; then its helper program must belong to root, which is for the user to decide and never done without asking.
 * @param {string} executable
 * @returns {Promise<string[]>}
 */
export async function sandboxSwitches(executable) {
  const switches = sandboxArguments()
  if (process.platform !== 'linux' || switches.length > 0) return switches
  const helper = path.join(path.dirname(fs.realpathSync(executable)), 'chrome-sandbox')
  if (belongsToRoot(fs.statSync(helper, { throwIfNoEntry: false }))) return switches
  // `unshare` makes the same kind of namespace; a system without this program is left to Electron's own judgement.
  if (!(await answers('unshare')) || (await answers('unshare', ['--user', '--map-root-user', 'true']))) return switches
  throw new Stop(
    `Electron's sandbox cannot start, because this system forbids user namespaces; allow its helper with: sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`
  )
}

/**
 * Whether Chromium accepts the helper: root's, and started with root's rights.
 * @param {{ uid: number, mode: number } | undefined} stat
 */
export function belongsToRoot(stat) {
  return stat !== undefined && stat.uid === 0 && (stat.mode & 0o4000) !== 0
}
