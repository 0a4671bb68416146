import { hasDisplay } from './lib/display.mjs'
import { ensureElectron } from './lib/electron/ensure.mjs'
import { tool } from './lib/paths.mjs'
import { runNode } from './lib/run.mjs'
import { sandboxSwitches } from './lib/sandbox.mjs'
import { runScript, Stop } from './lib/say.mjs'
import { ensureSystemLibraries } from './lib/system-libraries.mjs'

/** `npm run dev`: the window with the page reloading as its sources change. */
await runScript(async () => {
  if (!hasDisplay()) throw new Stop('There is no display here to show the window on.')
  const runtime = await ensureElectron()
  await ensureSystemLibraries(runtime.executable)
  const noSandbox = (await sandboxSwitches(runtime.executable)).length > 0 ? ['--noSandbox'] : []
  const { code } = await runNode([tool('electron-vite', 'bin', 'electron-vite.js'), 'dev', ...noSandbox, ...process.argv.slice(2)], {
    env: { ...process.env, ELECTRON_MAJOR_VER: runtime.major }
  })
  return code
})
