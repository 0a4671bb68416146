import fs from 'node:fs'
import path from 'node:path'
import { chooseLanguage, chooseTheme, languages, resize, settle, sizes, themes } from './look.mjs'

/**
 * Takes one state in every language, theme and size, as FOLDER/NAME-LANGUAGE-THEME-WIDTH.png. What takes longest to change changes least.
 * @param {import('./driver.mjs').Launched} launched
 * @param {string} folder
 * @param {string} name
 */
export async function photographAll(launched, folder, name) {
  for (const size of sizes) {
    await resize(launched, size)
    for (const theme of themes) {
      await chooseTheme(launched, theme)
      for (const language of languages) {
        await chooseLanguage(launched.page, language)
        await photograph(launched.page, path.join(folder, `${name}-${language}-${theme}-${size.width}.png`))
      }
    }
  }
  await resize(launched, sizes[0])
}

/**
 * No button looks pressed in it, none pointed at.
 * @param {import('./driver.mjs').Page} page
 * @param {string} file
 * @returns {Promise<number>} its length in bytes
 */
export async function photograph(page, file) {
  await page.mouse.move(0, 0)
  await settle(page)
  const picture = await page.screenshot({ animations: 'disabled' })
  fs.writeFileSync(file, picture)
  return picture.length
}

/** In percent; the letters of 13 pixels are still sharp, and the file is half of what it is as a PNG. */
const WEBP_QUALITY = 95

/**
 * The same as a WebP, for where it is loaded over a network.
 * @param {import('./driver.mjs').Page} page
 * @param {string} file
 * @returns {Promise<number>} its length in bytes
 */
export async function photographSmall(page, file) {
  await page.mouse.move(0, 0)
  await settle(page)
  const session = await page.context().newCDPSession(page)
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: WEBP_QUALITY })
  await session.detach()
  const picture = Buffer.from(data, 'base64')
  fs.writeFileSync(file, picture)
  return picture.length
}
