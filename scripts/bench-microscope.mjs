import fs from 'node:fs'
import path from 'node:path'
import { inAppWindow } from './bench/app-window.mjs'
import { pageWork, tell, tellWork } from './bench/page-work.mjs'
import { runScript, Stop } from './lib/say.mjs'

/**
 * `npm run bench:microscope [-- times]`: how fast the microscope answers in the window, in milliseconds, for the network 784-128-10 with 64
 * samples: the walk from the key that opens the page and from a choice, a step, and the sum of 784 terms of another cell, with what they cost
 * the page. Medians of so many times each.
 */

const INPUTS = 784
const HIDDEN = 128
const BATCH = 64
const CLASSES = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const ROWS = 200

await runScript(async () => {
  const times = Number(process.argv[2] ?? 15)
  if (!Number.isInteger(times) || times < 1) throw new Stop('How many times? A whole number from 1 on.')
  await inAppWindow(async (page, folder, app) => {
    const file = path.join(folder, 'pictures.csv')
    fs.writeFileSync(file, table())
    await app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
    }, file)
    await page.getByTestId('open-file').click()
    await page.getByText(`${INPUTS} →`).first().waitFor()
    await enter(page, 'hidden-text', `${HIDDEN} relu`)
    await enter(page, 'batch-size', String(BATCH))
    await page.getByText(`${INPUTS} → ${HIDDEN} relu → ${CLASSES.length} softmax`).first().waitFor()
    // After it the next mini-batch is another one than the first.
    await page.getByTestId('step-button').click()
    await page.locator('[data-testid="status-pill"][data-status="paused"]').waitFor()
    tell('the walk, from the first key on, with the page', [await opened(page)])
    tellWork('the walk, from a choice', await pageWork(page, times, (time) => walked(page, time)))
    tellWork('a step', await pageWork(page, times, () => changed(page, 'ArrowRight', 'walk-title')))
    await changed(page, 'Home', 'walk-title')
    tellWork(`the sum of ${INPUTS} terms of another cell`, await pageWork(page, times, () => changed(page, '.', 'walk-sum')))
  })
  return 0
})

/** Pictures of 28 × 28 pixels, most of them black. */
function table() {
  const pixel = (/** @type {number} */ row, /** @type {number} */ k) => ((row * 31 + k * 17) % 5 === 0 ? (row * 7 + k * 13) % 256 : 0)
  const lines = Array.from({ length: ROWS }, (_, row) =>
    [...Array.from({ length: INPUTS }, (_cell, k) => pixel(row, k)), CLASSES[row % CLASSES.length]].join(',')
  )
  return [[...Array.from({ length: INPUTS }, (_, k) => `pixel${k}`), 'digit'].join(','), ...lines, ''].join('\n')
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

/**
 * The time from the key that opens the page to the walk, its matrices and the first number's sum.
 * @param {import('playwright-core').Page} page
 */
function opened(page) {
  return page.evaluate(async () => {
    const start = performance.now()
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '2', code: 'Digit2', ctrlKey: true, bubbles: true }))
    await new Promise((resolve) => {
      const frame = () => (document.querySelector('[data-testid="walk-value"]') ? resolve(undefined) : requestAnimationFrame(frame))
      requestAnimationFrame(frame)
    })
    return performance.now() - start
  })
}

/**
 * The time from the choice of a mini-batch to its walk with the first number's sum.
 * @param {import('playwright-core').Page} page
 * @param {number} time
 */
function walked(page, time) {
  return page.evaluate(
    async (choice) => {
      const shown = () =>
        document.querySelector('[data-testid="walk-about"]')?.textContent +
        String(document.querySelector('[data-testid="walk-sum"]')?.textContent)
      const before = shown()
      const list = /** @type {HTMLSelectElement} */ (document.querySelector('[data-testid="walk-choice"]'))
      const start = performance.now()
      list.value = choice
      list.dispatchEvent(new Event('change', { bubbles: true }))
      await new Promise((resolve) => {
        const frame = () => (shown() === before ? requestAnimationFrame(frame) : resolve(undefined))
        requestAnimationFrame(frame)
      })
      return performance.now() - start
    },
    time % 2 === 0 ? 'first' : 'next'
  )
}

/**
 * The time from a key until an element has another text.
 * @param {import('playwright-core').Page} page
 * @param {string} key
 * @param {string} testId
 */
function changed(page, key, testId) {
  return page.evaluate(
    async ([pressed, id]) => {
      const shown = () => document.querySelector(`[data-testid="${id}"]`)?.textContent
      const before = shown()
      const start = performance.now()
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true }))
      await new Promise((resolve) => {
        const frame = () => (shown() === before ? requestAnimationFrame(frame) : resolve(undefined))
        requestAnimationFrame(frame)
      })
      return performance.now() - start
    },
    [key, testId]
  )
}
