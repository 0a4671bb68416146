import { once } from 'node:events'
import path from 'node:path'
import { _electron } from 'playwright-core'
import { buildApp } from '../lib/build.mjs'
import { ensureElectron } from '../lib/electron/ensure.mjs'
import { root } from '../lib/paths.mjs'
import { sandboxSwitches } from '../lib/sandbox.mjs'
import { ensureSystemLibraries } from '../lib/system-libraries.mjs'
import { withTemporaryFolder } from '../lib/temporary.mjs'
import { withDisplay } from '../lib/xvfb.mjs'

const LIMIT_MS = 60_000

/**
 * Builds the app, opens its window as for a user who starts it for the first time, and measures there.
 * @template Result
 * @param {(page: import('playwright-core').Page, folder: string, app: import('playwright-core').ElectronApplication) => Promise<Result>} measure
 *   gets a folder that is there meanwhile
 * @returns {Promise<Result>}
 */
export async function inAppWindow(measure) {
  const runtime = await ensureElectron()
  await ensureSystemLibraries(runtime.executable)
  await buildApp(runtime)
  const switches = await sandboxSwitches(runtime.executable)
  return withTemporaryFolder((folder) =>
    withDisplay(async (env) => {
      const app = await _electron.launch({
        executablePath: runtime.executable,
        args: [...switches, root, `--user-data-dir=${path.join(folder, 'user')}`],
        cwd: root,
        env: /** @type {Record<string, string>} */ (Object.fromEntries(Object.entries(env).filter((entry) => entry[1] !== undefined))),
        timeout: LIMIT_MS
      })
      try {
        const page = await app.firstWindow({ timeout: LIMIT_MS })
        page.setDefaultTimeout(LIMIT_MS)
        await page.getByTestId('app-ready').waitFor({ state: 'attached' })
        return await measure(page, folder, app)
      } finally {
        await end(app.process())
      }
    })
  )
}

/**
 * Ends the app with all of its processes: one that is left would go on writing to its profile while that is removed.
 * @param {import('node:child_process').ChildProcess} child
 */
async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  const ended = once(child, 'exit')
  if (process.platform === 'win32') child.kill('SIGKILL')
  else process.kill(-child.pid, 'SIGKILL')
  await ended
}
