import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { runnerImport } from 'vite'
import { buildApp } from './lib/build.mjs'
import { ensureElectron } from './lib/electron/ensure.mjs'
import { root } from './lib/paths.mjs'
import { runScript, say } from './lib/say.mjs'
import { ensureSystemLibraries } from './lib/system-libraries.mjs'
import { withDisplay } from './lib/xvfb.mjs'

/**
 * `npm run screenshots [-- name…]`: pictures of the window in both languages and themes, at a projector's size and a large one.
 * They land in screenshots/NAME-LANGUAGE-THEME-WIDTH.png.
 *
 * @typedef {import('playwright-core').Page} Page
 * @typedef {import('playwright-core').ElectronApplication} ElectronApplication
 */

/**
 * The states worth a picture, in the order a person meets them; each goes on from the one before.
 * @type {readonly { name: string, reach: (page: Page) => Promise<unknown> }[]}
 */
const STATES = [
  // The first start: a data set is loaded, nothing has run.
  { name: 'start', reach: (page) => shown(page, 'app-ready') },
  {
    name: 'trained',
    reach: async (page) => {
      await page.getByTestId('run-button').click()
      await page.locator('[data-testid="status-pill"][data-status="finished"]').waitFor()
    }
  },
  {
    name: 'checked',
    reach: async (page) => {
      await page.getByTestId('check-button').click()
      await shown(page, 'check-summary')
    }
  },
  { name: 'weights', reach: (page) => page.getByTestId('tab-weights').click() },
  {
    name: 'shortcuts',
    reach: async (page) => {
      await page.keyboard.press('?')
      await shown(page, 'shortcuts-dialog')
    }
  }
]

const LANGUAGES = ['zh-CN', 'en']
const THEMES = /** @type {const} */ (['light', 'dark'])
const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 }
]

const folder = path.join(root, 'screenshots')

await runScript(async () => {
  const wanted = process.argv.slice(2)
  const last = wanted.length === 0 ? STATES.length : Math.max(...wanted.map((name) => STATES.findIndex((state) => state.name === name))) + 1
  const runtime = await ensureElectron()
  await ensureSystemLibraries(runtime.executable, { forTests: true })
  await buildApp(runtime)
  fs.mkdirSync(folder, { recursive: true })
  await withDisplay(async (env) => {
    process.env.DISPLAY = env.DISPLAY
    // The helper of the end-to-end tests, so that a picture shows what the tests see.
    const { module } = await runnerImport(pathToFileURL(path.join(root, 'tests', 'e2e', 'support', 'launch.ts')).href)
    const { launchApp } = /** @type {{ launchApp: () => Promise<{ app: ElectronApplication, page: Page, close: () => Promise<void> }> }} */ (module)
    const launched = await launchApp()
    try {
      for (const state of STATES.slice(0, last)) {
        await state.reach(launched.page)
        if (wanted.length === 0 || wanted.includes(state.name)) await photograph(launched, state.name)
      }
    } finally {
      await launched.close()
    }
  })
  say(`The pictures are in ${folder}`)
})

/**
 * @param {Page} page
 * @param {string} testId
 */
function shown(page, testId) {
  return page.getByTestId(testId).waitFor({ state: 'attached' })
}

/**
 * @param {{ app: ElectronApplication, page: Page }} launched
 * @param {string} name
 */
async function photograph({ app, page }, name) {
  for (const language of LANGUAGES) {
    await chooseLanguage(page, language)
    for (const theme of THEMES) {
      await chooseTheme(app, page, theme)
      for (const size of SIZES) {
        await resize(app, page, size)
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
