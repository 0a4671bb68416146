import path from 'node:path'
import { buildApp, buildCli } from './lib/build.mjs'
import { hasDisplay } from './lib/display.mjs'
import { ensureElectron } from './lib/electron/ensure.mjs'
import { root } from './lib/paths.mjs'
import { run, runNode } from './lib/run.mjs'
import { sandboxSwitches } from './lib/sandbox.mjs'
import { runScript, say } from './lib/say.mjs'
import { ensureSystemLibraries } from './lib/system-libraries.mjs'

/** The command line that opens the window as for the first time. */
const DEFAULT_EXPERIMENT = ['train', '--data', 'iris', '--target', 'species']
const DEFAULT_FOLDER = path.join('runs', 'first-run')

/** `npm start`: the window, or where none can be shown the same experiment in the terminal. */
await runScript(() => (hasDisplay() ? startWindow() : startInTerminal()))

async function startWindow() {
  const runtime = await ensureElectron()
  await ensureSystemLibraries(runtime.executable)
  const switches = await sandboxSwitches(runtime.executable)
  await buildApp(runtime)
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env // set in the terminals of editors that are Electron apps themselves
  const { code } = await run(runtime.executable, [...switches, root, ...process.argv.slice(2)], { env })
  return code
}

async function startInTerminal() {
  say('There is no display here, so the default experiment runs in the terminal instead of a window.')
  await buildCli()
  // Its own last line says where the weights are.
  const { code } = await runNode([path.join(root, 'bin', 'backprop-lab.js'), ...DEFAULT_EXPERIMENT, '--out', DEFAULT_FOLDER])
  return code
}
