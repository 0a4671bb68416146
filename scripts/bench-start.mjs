import { spawn } from 'node:child_process'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { buildApp } from './lib/build.mjs'
import { ensureElectron } from './lib/electron/ensure.mjs'
import { root } from './lib/paths.mjs'
import { median } from './bench/measure.mjs'
import { adopt } from './lib/run.mjs'
import { sandboxSwitches } from './lib/sandbox.mjs'
import { runScript, say, Stop } from './lib/say.mjs'
import { ensureSystemLibraries } from './lib/system-libraries.mjs'
import { withTemporaryFolder } from './lib/temporary.mjs'
import { withDisplay } from './lib/xvfb.mjs'

/**
 * `npm run bench:start [-- times]`: how long it takes from the start of the process until Run can be pressed, in milliseconds. Each
 * figure is one start of the app as it is started for a user; one more before them warms the disk.
 */

/** The mark that the page sets, in the frame in which Run is first enabled. */
const MARK = 'run-enabled'
const LIMIT_MS = 60_000

await runScript(async () => {
  const times = Number(process.argv[2] ?? 10)
  if (!Number.isInteger(times) || times < 1) throw new Stop('How many starts? A whole number from 1 on.')
  const runtime = await ensureElectron()
  await ensureSystemLibraries(runtime.executable)
  await buildApp(runtime)
  const switches = await sandboxSwitches(runtime.executable)
  await withTemporaryFolder((folder) =>
    withDisplay(async (env) => {
      const start = (/** @type {string} */ name) =>
        startOnce(runtime.executable, [...switches, root, `--user-data-dir=${path.join(folder, name)}`], env)
      await start('kept')
      const first = []
      const later = []
      for (let n = 0; n < times; n++) {
        first.push(await start(`new-${n}`))
        later.push(await start('kept'))
      }
      tell('first start, nothing stored', first)
      tell('later start, session restored', later)
    })
  )
  return 0
})

/**
 * @param {string} executable
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} milliseconds
 */
async function startOnce(executable, args, env) {
  const began = performance.timeOrigin + performance.now()
  const child = adopt(spawn(executable, [...args, '--remote-debugging-port=0'], { env, stdio: ['ignore', 'ignore', 'pipe'] }))
  const ended = new Promise((resolve) => child.once('exit', resolve))
  try {
    const browser = await chromium.connectOverCDP(await addressOf(child), { timeout: LIMIT_MS })
    const [context] = browser.contexts()
    const page = context.pages()[0] ?? (await context.waitForEvent('page', { timeout: LIMIT_MS }))
    await page.waitForFunction((mark) => performance.getEntriesByName(mark).length > 0, MARK, { timeout: LIMIT_MS })
    const at = await page.evaluate((mark) => performance.timeOrigin + performance.getEntriesByName(mark)[0].startTime, MARK)
    // The window is closed as a person closes it, so that the session is written.
    await page.evaluate(() => window.close()).catch(() => undefined)
    return at - began
  } finally {
    const late = setTimeout(() => child.kill('SIGKILL'), 10_000)
    await ended
    clearTimeout(late)
  }
}

/**
 * Where Chromium says that it listens.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<string>}
 */
function addressOf(child) {
  return new Promise((resolve, reject) => {
    let printed = ''
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      printed += text
      const found = /DevTools listening on (ws:\S+)/.exec(printed)
      if (found) resolve(found[1])
    })
    child.once('error', reject)
    child.once('exit', (code) => reject(new Stop(`The app ended with code ${code}:\n${printed.trim()}`)))
  })
}

/**
 * @param {string} what
 * @param {readonly number[]} figures
 */
function tell(what, figures) {
  const sorted = [...figures].sort((a, b) => a - b)
  say(`${what}: median ${median(sorted).toFixed(0)} ms of ${sorted.map((figure) => figure.toFixed(0)).join(', ')}`)
}
