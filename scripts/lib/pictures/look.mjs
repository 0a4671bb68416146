import { inMain, press } from './driver.mjs'

/**
 * How the window looks in a picture: language, theme, size.
 *
 * @typedef {import('./driver.mjs').Launched} Launched
 * @typedef {'zh-CN' | 'en'} Language
 * @typedef {'light' | 'dark'} Theme
 * @typedef {{ width: number, height: number }} Size
 */

/** @type {readonly Language[]} */
export const languages = ['zh-CN', 'en']
/** @type {readonly Theme[]} */
export const themes = ['light', 'dark']
/** A projector's, and a desk's. */
export const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 }
]

/**
 * @param {import('./driver.mjs').Page} page
 * @param {Language} language
 */
export async function chooseLanguage(page, language) {
  if ((await page.evaluate(() => document.documentElement.lang)) === language) return
  await press(page, 'language-toggle')
  await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language)
}

/**
 * The toggle goes through "as the system says" on its way, hence up to three clicks.
 * @param {Launched} launched
 * @param {Theme} theme
 */
export async function chooseTheme({ app, page }, theme) {
  const choice = () => page.evaluate(() => document.querySelector('[data-theme-choice]')?.getAttribute('data-theme-choice'))
  for (let clicks = 0; clicks < 3; clicks++) {
    const before = await choice()
    if (before === theme) break
    await press(page, 'theme-toggle')
    await page.waitForFunction((left) => document.querySelector('[data-theme-choice]')?.getAttribute('data-theme-choice') !== left, before)
  }
  await page.waitForFunction((wanted) => document.documentElement.dataset.theme === wanted, theme)
  // Main follows, for the frame of the window and what the page asks the system.
  for (let waits = 0; waits < 100 && (await inMain(app, ({ nativeTheme }) => nativeTheme.themeSource, undefined)) !== theme; waits++)
    await page.waitForTimeout(10)
}

/**
 * @param {Launched} launched
 * @param {Size} size
 */
export async function resize({ app, page }, size) {
  await inMain(app, ({ BrowserWindow }, { width, height }) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height), size)
  await page.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, size)
}

/**
 * Two frames: one to lay out, one in which charts draw what was laid out.
 * @param {import('./driver.mjs').Page} page
 */
export function settle(page) {
  return page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
}
