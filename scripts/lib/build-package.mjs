import path from 'node:path'
import { ensureElectron } from './electron/ensure.mjs'
import { root } from './paths.mjs'
import { runNode } from './run.mjs'
import { Stop } from './say.mjs'

/**
 * Builds the package for this machine with the Electron that this checkout runs on, and returns its folder. Tests drive the window of one
 * that is debuggable; the one that is handed out refuses that.
 * @param {{ debuggable?: boolean }} [options]
 * @returns {Promise<string>}
 */
export async function buildPackage({ debuggable = false } = {}) {
  const { kind } = await ensureElectron()
  const args = ['--runtime', kind, ...(debuggable ? ['--debuggable'] : [])]
  const { code, stdout, stderr } = await runNode([path.join(root, 'scripts', 'package.mjs'), ...args], { output: 'capture' })
  // The last line ends with the folder.
  const folder = /^Packaged .*?: (.+)$/m.exec(stdout)?.[1]
  if (code !== 0 || folder === undefined) throw new Stop(`npm run package ended with code ${code}:\n${stdout}${stderr}`)
  return folder
}
