import { inAppWindow } from './bench/app-window.mjs'
import { median } from './bench/measure.mjs'
import { runScript, say, Stop } from './lib/say.mjs'

/**
 * `npm run bench:frames [-- seconds]`: how evenly the window draws the network 4-16-16-3 while that trains at full speed, and how long a
 * key waits meanwhile. Without a graphics card everything is drawn by the processor that trains, which is said.
 */

/** A frame of a display with 60 Hz, and a little. */
const EVEN_MS = 20
const KEY_EVERY_MS = 100

await runScript(async () => {
  const seconds = Number(process.argv[2] ?? 10)
  if (!(seconds > 0)) throw new Stop('How many seconds? A number above 0.')
  const { renderer, frames, delays } = await inAppWindow((page) => watch(page, seconds))
  const even = frames.filter((frame) => frame <= EVEN_MS).length / frames.length
  say(`drawn by: ${renderer}${isProcessor(renderer) ? ' – no graphics card: the processor that trains draws as well' : ''}`)
  say(
    `${frames.length} frames: median ${median(frames).toFixed(1)} ms, p95 ${p95(frames).toFixed(1)} ms, ${(100 * even).toFixed(1)} % within ${EVEN_MS} ms`
  )
  say(`${delays.length} keys: input delay median ${median(delays).toFixed(1)} ms, p95 ${p95(delays).toFixed(1)} ms`)
  return 0
})

/**
 * @param {import('playwright-core').Page} page
 * @param {number} seconds
 * @returns {Promise<{ renderer: string, frames: number[], delays: number[] }>} times in milliseconds
 */
async function watch(page, seconds) {
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
