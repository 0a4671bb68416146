import { hasDisplay } from './lib/display.mjs'
import { ensureElectron } from './lib/electron/ensure.mjs'
import { tool } from './lib/paths.mjs'
import { runNode } from './lib/run.mjs'
import { sandboxSwitches } from './lib/sandbox.mjs'
import { runScript, Stop } from './lib/say.mjs'
import { ensureSystemLibraries } from './lib/system-libraries.mjs'

/**
 * `npm run dev`: the window, with the page reloading as its sources change, and the app with its engine process starting again where
 * theirs do. `--inspect[=port]` opens main's inspector (5858), `--inspect-engine[=port]` that of the engine process (9230).
 */
await runScript(async () => {
  if (!hasDisplay()) throw new Stop('There is no display here to show the window on.')
  const runtime = await ensureElectron()
  await ensureSystemLibraries(runtime.executable)
  const noSandbox = (await sandboxSwitches(runtime.executable)).length > 0 ? ['--noSandbox'] : []
  const given = process.argv.slice(2)
  const isOurs = (/** @type {string} */ flag) => flag.startsWith('--inspect-engine')
  const args = ['--watch', ...noSandbox, ...given.filter((flag) => !isOurs(flag)), '--', ...given.filter(isOurs)]
  const { code } = await runNode([tool('electron-vite', 'bin', 'electron-vite.js'), 'dev', ...args], {
    env: { ...process.env, ELECTRON_MAJOR_VER: runtime.major }
  })
  return code
})
