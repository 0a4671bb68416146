import path from 'node:path'
import { _electron } from 'playwright-core'
import { median } from './bench/measure.mjs'
import { buildApp } from './lib/build.mjs'
import { ensureElectron } from './lib/electron/ensure.mjs'
import { root } from './lib/paths.mjs'
import { runScript, say, Stop } from './lib/say.mjs'
import { sandboxSwitches } from './lib/sandbox.mjs'
import { ensureSystemLibraries } from './lib/system-libraries.mjs'
import { withTemporaryFolder } from './lib/temporary.mjs'
import { withDisplay } from './lib/xvfb.mjs'

/**
 * `npm run bench:frames [-- seconds]`: how evenly the window draws the network 4-16-16-3 while that trains at full speed, and how long a
 * key waits meanwhile. Without a graphics card everything is drawn by the processor that trains, which is said.
 */

/** A frame of a display with 60 Hz, and a little. */
const EVEN_MS = 20
const KEY_EVERY_MS = 100
const LIMIT_MS = 60_000

await runScript(async () => {
  const seconds = Number(process.argv[2] ?? 10)
  if (!(seconds > 0)) throw new Stop('How many seconds? A number above 0.')
  const runtime = await ensureElectron()
  await ensureSystemLibraries(runtime.executable)
  await buildApp(runtime)
  const switches = await sandboxSwitches(runtime.executable)
  const { renderer, frames, delays } = await withTemporaryFolder((folder) =>
    withDisplay((env) => watch(runtime.executable, [...switches, root, `--user-data-dir=${path.join(folder, 'user')}`], env, seconds))
  )
  const even = frames.filter((frame) => frame <= EVEN_MS).length / frames.length
  say(`drawn by: ${renderer}${isProcessor(renderer) ? ' – no graphics card: the processor that trains draws as well' : ''}`)
  say(
    `${frames.length} frames: median ${median(frames).toFixed(1)} ms, p95 ${p95(frames).toFixed(1)} ms, ${(100 * even).toFixed(1)} % within ${EVEN_MS} ms`
  )
  say(`${delays.length} keys: input delay median ${median(delays).toFixed(1)} ms, p95 ${p95(delays).toFixed(1)} ms`)
  return 0
})

/**
 * @param {string} executable
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {number} seconds
 * @returns {Promise<{ renderer: string, frames: number[], delays: number[] }>} times in milliseconds
 */
async function watch(executable, args, env, seconds) {
  const known = Object.fromEntries(Object.entries(env).filter((entry) => entry[1] !== undefined))
  const app = await _electron.launch({
    executablePath: executable,
    args,
    cwd: root,
    env: /** @type {Record<string, string>} */ (known),
    timeout: LIMIT_MS
  })
  try {
    const page = await app.firstWindow({ timeout: LIMIT_MS })
    page.setDefaultTimeout(LIMIT_MS)
    await page.getByTestId('app-ready').waitFor({ state: 'attached' })
    await enter(page, 'hidden-text', '16, 16')
    await page.getByText('4 → 16 tanh → 16 tanh → 3 softmax').waitFor()
    await enter(page, 'epochs', '1000000')
    await page.getByTestId('run-button').click()
    await page.locator('[data-testid="status-pill"][data-status="running"]').waitFor()
    await page.locator('[data-unit="1.0"]').focus()
    await page.evaluate(observe)
    for (let spent = 0; spent < 1000 * seconds; spent += KEY_EVERY_MS) {
      await page.keyboard.press(spent % (2 * KEY_EVERY_MS) === 0 ? 'ArrowDown' : 'ArrowUp')
      await page.waitForTimeout(KEY_EVERY_MS)
    }
    return await page.evaluate(observed)
  } finally {
    app.process().kill('SIGKILL')
  }
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} testId
 * @param {string} text
 */
async function enter(page, testId, text) {
  await page.getByTestId(testId).fill(text)
  await page.getByTestId(testId).press('Enter')
}

/** In the page: notes the time between frames, and between a key and its handling. */
function observe() {
  /** @type {number[]} */
  const frames = []
  /** @type {number[]} */
  const delays = []
  let last = performance.now()
  const step = (/** @type {number} */ now) => {
    frames.push(now - last)
    last = now
    requestAnimationFrame(step)
  }
  requestAnimationFrame(step)
  window.addEventListener('keydown', (event) => delays.push(performance.now() - event.timeStamp), { capture: true })
  Object.assign(window, { benchFrames: { frames, delays } })
}

/** In the page: what was noted, without the first frame, which began before; and what draws. */
function observed() {
  const { frames, delays } = /** @type {{ benchFrames: { frames: number[], delays: number[] } }} */ (/** @type {unknown} */ (window))
    .benchFrames
  const context = document.createElement('canvas').getContext('webgl')
  const info = context?.getExtension('WEBGL_debug_renderer_info')
  const renderer = context && info ? String(context.getParameter(info.UNMASKED_RENDERER_WEBGL)) : 'no WebGL'
  return { renderer, frames: frames.slice(1), delays }
}

/** @param {string} renderer */
function isProcessor(renderer) {
  return /no WebGL|swiftshader|llvmpipe|software/i.test(renderer)
}

/** @param {readonly number[]} figures */
function p95(figures) {
  return figures.toSorted((a, b) => a - b)[Math.min(figures.length - 1, Math.floor(0.95 * figures.length))]
}
