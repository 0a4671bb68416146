import fs from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterTwoFrames, languages, themes, type AppWindow } from '../support/app-window'
import type { State } from './states'

/** A projector's, and a desk's. */
export const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 }
]

/** Takes a state, or each of its parts, in every language, theme and size. */
export async function photographState(appWindow: AppWindow, folder: string, { name, parts }: State): Promise<void> {
  if (!parts) return photographAll(appWindow, folder, name)
  for (const part of await parts(appWindow)) {
    await part.show()
    await photographAll(appWindow, folder, `${name}-${part.name}`)
  }
}

/** Takes what is shown as FOLDER/NAME-LANGUAGE-THEME-WIDTH.png. What takes longest to change changes least. */
async function photographAll(appWindow: AppWindow, folder: string, name: string): Promise<void> {
  for (const size of sizes) {
    await appWindow.resize(size)
    for (const theme of themes) {
      await appWindow.setTheme(theme)
      for (const language of languages) {
        await appWindow.setLanguage(language)
        await photograph(appWindow.page, path.join(folder, `${name}-${language}-${theme}-${size.width}.png`))
      }
    }
  }
  await appWindow.resize(sizes[0])
}

/** Writes a picture in which no button looks pressed, none pointed at. */
export async function photograph(page: Page, file: string): Promise<void> {
  await page.mouse.move(0, 0)
  await afterTwoFrames(page)
  fs.writeFileSync(file, await page.screenshot({ animations: 'disabled' }))
}

/** In percent; the letters of 13 pixels are still sharp, and the file is half of what it is as a PNG. */
const WEBP_QUALITY = 95

/** The same as a WebP, for where it is loaded over a network. Returns its length in bytes. */
export async function photographSmall(page: Page, file: string): Promise<number> {
  await page.mouse.move(0, 0)
  await afterTwoFrames(page)
  const session = await page.context().newCDPSession(page)
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: WEBP_QUALITY })
  await session.detach()
  const picture = Buffer.from(data, 'base64')
  fs.writeFileSync(file, picture)
  return picture.length
}
