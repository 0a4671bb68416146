import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { runnerImport } from 'vite'
import { buildApp } from './lib/build.mjs'
import { ensureElectron } from './lib/electron/ensure.mjs'
import { root } from './lib/paths.mjs'
import { runScript, say, Stop } from './lib/say.mjs'
import { ensureSystemLibraries } from './lib/system-libraries.mjs'
import { withDisplay } from './lib/xvfb.mjs'

/**
 * `npm run screenshots [-- name…]`: pictures of the window in both languages and themes, at a projector's size and a large one.
 * They land in screenshots/NAME-LANGUAGE-THEME-WIDTH.png. With `-- --readme`: the two pictures of the READMEs instead, in docs/screenshots.
 *
 * @typedef {import('playwright-core').Page} Page
 * @typedef {import('playwright-core').ElectronApplication} ElectronApplication
 * @typedef {{ app: ElectronApplication, page: Page, close: () => Promise<void> }} Launched
 */

/**
 * The states worth a picture, in the order a person meets them; each goes on from the one before, whatever the language is by then.
 * @type {readonly { name: string, reach: (launched: Launched) => Promise<unknown> }[]}
 */
const STATES = [
  // The first start: a data set is loaded, nothing has run.
  { name: 'start', reach: ({ page }) => shown(page, 'app-ready') },
  {
    name: 'training',
    reach: async ({ page }) => {
      await enter(page, 'epochs', '100000')
      await page.getByTestId('run-button').click()
      await page.waitForFunction(() => Number.parseInt(document.querySelector('[data-testid="epoch-counter"]')?.textContent ?? '', 10) > 500)
    }
  },
  {
    name: 'finished',
    reach: async ({ page }) => {
      await page.getByTestId('pause-button').click()
      await page.getByTestId('rewind-button').click()
      await enter(page, 'epochs', '100')
      await train(page)
    }
  },
  // One unit with every number that goes into it, and a row chosen in the plot.
  {
    name: 'unit',
    reach: async ({ page }) => {
      await page.getByTestId('learned-plot').press('ArrowRight')
      await page.locator('[data-unit="1.3"]').click()
      await shown(page, 'unit-formula')
    }
  },
  {
    name: 'chart-options',
    reach: async ({ page }) => {
      await page.locator('[data-unit="1.3"]').press('Escape')
      await page.getByTestId('chart-options').click()
      await shown(page, 'save-chart-png')
    }
  },
  { name: 'checked', reach: ({ page }) => checkGradients(page) },
  { name: 'data', reach: ({ page }) => page.getByTestId('tab-data').click() },
  { name: 'data-columns', reach: ({ page }) => chooseView(page, 1) },
  { name: 'data-scatter', reach: ({ page }) => chooseView(page, 2) },
  { name: 'data-preparation', reach: ({ page }) => chooseView(page, 3) },
  { name: 'data-reading', reach: ({ page }) => chooseView(page, 4) },
  { name: 'weights', reach: ({ page }) => page.getByTestId('tab-weights').click() },
  {
    name: 'metrics',
    reach: async ({ page }) => {
      await page.getByTestId('tab-metrics').click()
      await shown(page, 'confusion-matrix')
    }
  },
  {
    name: 'inside',
    reach: async ({ page }) => {
      await page.getByTestId('tab-inside').click()
      await page.getByTestId('inside-panel').locator('tbody').waitFor()
    }
  },
  {
    name: 'doctor',
    reach: async ({ page }) => {
      await page.getByTestId('tab-doctor').click()
      await page.getByTestId('overfit-test').click()
      await page.locator('[data-testid="overfit-result"] .verdict').waitFor()
    }
  },
  {
    // A sample with the sum of one unit laid open.
    name: 'predict',
    reach: async ({ page }) => {
      await page.getByTestId('tab-predict').click()
      await page.getByTestId('unit-1-3').click()
      await shown(page, 'unit-terms')
    }
  },
  {
    name: 'sweep',
    reach: async ({ page }) => {
      await page.getByTestId('tab-check').click()
      await chooseCheckView(page, 1)
      await page.getByTestId('sweep-run').click()
      await shown(page, 'sweep-best')
    }
  },
  {
    // A change that would throw trained weights away.
    name: 'confirm',
    reach: async ({ page }) => {
      await enter(page, 'hidden-text', '16, 8')
      await shown(page, 'confirm-dialog')
    }
  },
  {
    name: 'shortcuts',
    reach: async ({ page }) => {
      await page.getByTestId('confirm-cancel').click()
      await page.getByTestId('tab-check').press('?')
      await shown(page, 'shortcuts-dialog')
    }
  },
  {
    name: 'settings',
    reach: async ({ page }) => {
      await page.keyboard.press('Escape')
      await page.getByTestId('settings-button').click()
      await shown(page, 'engine-in-use')
    }
  },
  {
    name: 'field-error',
    reach: async ({ page }) => {
      await page.keyboard.press('Escape')
      await enter(page, 'hidden-text', '16, 0')
      await page.locator('[data-testid="hidden-text"][aria-invalid="true"]').waitFor()
    }
  },
  {
    // A toy data set, learnt, with its points on the plane.
    name: 'toys',
    reach: async ({ page }) => {
      await page.getByTestId('sample-select').selectOption('toy:spirals')
      await page.getByTestId('confirm-ok').click()
      await shown(page, 'toy-canvas')
      await enter(page, 'toy-knob-arms', '3')
      await page.getByTestId('toy-count').filter({ hasText: '300' }).waitFor()
      await train(page)
    }
  },
  {
    // Rows with missing values, text columns.
    name: 'penguins',
    reach: async ({ page }) => {
      await page.getByTestId('sample-select').selectOption('penguins')
      await page.getByTestId('confirm-ok').click()
      await page.getByTestId('tab-data').click()
      await page.getByTestId('show-notes').click()
      await shown(page, 'notes')
    }
  },
  {
    name: 'regression',
    reach: async ({ page }) => {
      await page.getByTestId('target-select').selectOption('body_mass_g')
      await page.locator('[data-testid="task-select"] option[value="regression"]:checked').waitFor({ state: 'attached' })
      await train(page)
      await page.getByTestId('tab-check').click()
      await checkGradients(page)
    }
  },
  {
    // Training that has met a number that is not finite.
    name: 'failed',
    reach: async ({ page }) => {
      await page.getByTestId('rewind-button').click()
      await enter(page, 'hidden-text', '')
      await enter(page, 'learning-rate', '1e9')
      await page.getByTestId('run-button').click()
      await status(page, 'failed')
    }
  },
  {
    name: 'engine-gone',
    reach: async ({ app, page }) => {
      await page.getByTestId('rewind-button').click()
      await enter(page, 'learning-rate', '0.01')
      await train(page)
      const pid = await app.evaluate((electron) => electron.app.getAppMetrics().find(({ name }) => name === 'Backprop Lab engine')?.pid)
      if (pid !== undefined) process.kill(pid, 'SIGKILL')
      await shown(page, 'engine-gone-banner')
    }
  }
]

const LANGUAGES = ['zh-CN', 'en']
const THEMES = /** @type {const} */ (['light', 'dark'])
const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 }
]

/** What the READMEs show: the first experiment, trained, with its gradients confirmed, as on a projector. */
const README = { folder: path.join(root, 'docs', 'screenshots'), size: SIZES[0], limitBytes: 400_000 }

const folder = path.join(root, 'screenshots')

await runScript(async () => {
  const wanted = process.argv.slice(2)
  const unknown = wanted.find((name) => name !== '--readme' && STATES.every((state) => state.name !== name))
  if (unknown !== undefined) throw new Stop(`There is no picture ${unknown}; there is --readme, and ${STATES.map(({ name }) => name).join(', ')}.`)
  const runtime = await ensureElectron()
  await ensureSystemLibraries(runtime.executable, { forTests: true })
  await buildApp(runtime)
  await withDisplay(async (env) => {
    process.env.DISPLAY = env.DISPLAY
    // The helper of the end-to-end tests, so that a picture shows what the tests see.
    const { module } = await runnerImport(pathToFileURL(path.join(root, 'tests', 'e2e', 'support', 'launch.ts')).href)
    const { launchApp } = /** @type {{ launchApp: () => Promise<Launched> }} */ (module)
    const launched = await launchApp()
    try {
      if (wanted.includes('--readme')) await photographForReadme(launched)
      else await photographStates(launched, wanted)
    } finally {
      await launched.close()
    }
  })
})

/**
 * @param {Launched} launched
 * @param {readonly string[]} wanted names of states; none: all
 */
async function photographStates(launched, wanted) {
  const last = wanted.length === 0 ? STATES.length : Math.max(...wanted.map((name) => STATES.findIndex((state) => state.name === name))) + 1
  fs.mkdirSync(folder, { recursive: true })
  for (const state of STATES.slice(0, last)) {
    await state.reach(launched)
    if (wanted.length === 0 || wanted.includes(state.name)) await photograph(launched, state.name)
  }
  say(`The pictures are in ${folder}`)
}

/** @param {Launched} launched */
async function photographForReadme({ app, page }) {
  fs.mkdirSync(README.folder, { recursive: true })
  await resize(app, page, README.size)
  await chooseTheme(app, page, 'light')
  await train(page)
  await checkGradients(page)
  for (const language of LANGUAGES) {
    await chooseLanguage(page, language)
    // No button is to look pressed, none pointed at.
    await page.mouse.move(0, 0)
    await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
    const file = path.join(README.folder, `window-${language}.png`)
    const { length } = await page.screenshot({ path: file, animations: 'disabled' })
    if (length > README.limitBytes) throw new Stop(`${file} has ${length} bytes, more than the ${README.limitBytes} a README should load.`)
    say(file)
  }
}

/**
 * Presses Run and waits for the last epoch.
 * @param {Page} page
 */
async function train(page) {
  await page.getByTestId('run-button').click()
  await status(page, 'finished')
}

/** @param {Page} page */
async function checkGradients(page) {
  await page.getByTestId('check-button').click()
  await shown(page, 'check-summary')
}

/**
 * @param {Page} page
 * @param {'finished' | 'failed'} wanted
 */
function status(page, wanted) {
  return page.locator(`[data-testid="status-pill"][data-status="${wanted}"]`).waitFor()
}

/**
 * Types into a field and presses Enter.
 * @param {Page} page
 * @param {string} testId
 * @param {string} text
 */
async function enter(page, testId, text) {
  await page.getByTestId(testId).fill(text)
  await page.getByTestId(testId).press('Enter')
}

/**
 * @param {Page} page
 * @param {string} testId
 */
function shown(page, testId) {
  return page.getByTestId(testId).waitFor({ state: 'attached' })
}

/**
 * Chooses what the gradient check shows, by its place.
 * @param {Page} page
 * @param {number} place
 */
function chooseCheckView(page, place) {
  return page.getByTestId('check-view').locator('label').nth(place).click()
}

/**
 * Chooses one of the views of the data, by its place.
 * @param {Page} page
 * @param {number} place
 */
function chooseView(page, place) {
  return page.getByTestId('data-view').locator('label').nth(place).click()
}

/**
 * @param {Launched} launched
 * @param {string} name
 */
async function photograph({ app, page }, name) {
  for (const language of LANGUAGES) {
    await chooseLanguage(page, language)
    for (const theme of THEMES) {
      await chooseTheme(app, page, theme)
      for (const size of SIZES) {
        await resize(app, page, size)
        await page.mouse.move(0, 0)
        await page.screenshot({ path: path.join(folder, `${name}-${language}-${theme}-${size.width}.png`), animations: 'disabled' })
      }
    }
  }
}

/**
 * @param {Page} page
 * @param {string} language
 */
async function chooseLanguage(page, language) {
  if ((await page.evaluate(() => document.documentElement.lang)) === language) return
  await press(page, 'language-toggle')
  await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language)
}

/**
 * Presses a button of the header even while a dialog lies over it, which no pointer could.
 * @param {Page} page
 * @param {string} testId
 */
function press(page, testId) {
  return page.getByTestId(testId).dispatchEvent('click')
}

/**
 * The toggle may go through "as the system says" on its way, hence up to three clicks.
 * @param {ElectronApplication} app
 * @param {Page} page
 * @param {'light' | 'dark'} theme
 */
async function chooseTheme(app, page, theme) {
  const source = () => app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)
  for (let clicks = 0; clicks < 3; clicks++) {
    const before = await source()
    if (before === theme) break
    await press(page, 'theme-toggle')
    for (let waits = 0; waits < 100 && (await source()) === before; waits++) await page.waitForTimeout(20)
  }
  await page.waitForFunction((dark) => matchMedia('(prefers-color-scheme: dark)').matches === dark, theme === 'dark')
}

/**
 * @param {ElectronApplication} app
 * @param {Page} page
 * @param {{ width: number, height: number }} size
 */
async function resize(app, page, size) {
  await app.evaluate(({ BrowserWindow }, { width, height }) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height), size)
  await page.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, size)
  // Two frames: one to lay out, one in which charts draw what was laid out.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
}
