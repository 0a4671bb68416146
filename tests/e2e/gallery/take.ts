import path from 'node:path'
import fs from 'node:fs'
import os from 'node:os'
import { languages, launchWindow, type AppWindow } from '../support/app-window'
import { photograph, photographSmall, photographState, sizes } from './photograph'
import { readmeLimits, readmePictures } from './readme'
import { chapters, type Chapter } from './states'

/** The names that can be asked for: chapters and states. */
export const names: readonly string[] = chapters.flatMap(({ name, states }) => [name, ...states.map((state) => state.name)])

/**
 * Takes the states of these names, or of the chapters of these names, or all. Returns what went wrong: a state that cannot be reached is
 * left out with what follows it in its chapter; the other chapters are taken all the same.
 */
export async function takePictures(folder: string, wanted: readonly string[]): Promise<string[]> {
  const failures: string[] = []
  for (const chapter of chapters) {
    const isWanted = (name: string) => wanted.length === 0 || wanted.includes(chapter.name) || wanted.includes(name)
    await play(chapter, isWanted, async (appWindow, state, tables) => {
      try {
        await state.reach(appWindow, tables)
        if (isWanted(state.name)) await photographState(appWindow, folder, state)
        await state.leave?.(appWindow)
        return true
      } catch (error) {
        failures.push(`${state.name}: ${error instanceof Error ? error.message : String(error)}`)
        await photograph(appWindow.page, path.join(folder, `${state.name}-stuck.png`)).catch(() => undefined)
        return false
      }
    })
  }
  return failures
}

/** Takes the pictures of the READMEs. Returns which of them are too large. */
export async function takeReadmePictures(folder: string): Promise<string[]> {
  const failures: string[] = []
  let sum = 0
  for (const chapter of chapters) {
    const isWanted = (name: string) => readmePictures.some(({ state }) => state === name)
    await play(chapter, isWanted, async (appWindow, state, tables) => {
      await state.reach(appWindow, tables)
      for (const { name, theme } of readmePictures.filter((picture) => picture.state === state.name)) {
        await appWindow.setTheme(theme)
        // Every part of the sidebar from its beginning on, no field with a frame.
        await appWindow.page.evaluate(() => {
          document.querySelector('aside')?.scrollTo(0, 0)
          if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
        })
        for (const language of languages) {
          await appWindow.setLanguage(language)
          const length = await photographSmall(appWindow.page, path.join(folder, `${name}-${language}.webp`))
          sum += length
          if (length > readmeLimits.one) failures.push(`${name}-${language}.webp has ${length} bytes, more than ${readmeLimits.one}.`)
        }
      }
      await state.leave?.(appWindow)
      return true
    })
  }
  if (sum > readmeLimits.all) failures.push(`All together have ${sum} bytes, more than ${readmeLimits.all}.`)
  return failures
}

/** Goes through a chapter in a window of its own, up to the last state that is wanted, or until `take` returns false. */
async function play(
  { states }: Chapter,
  isWanted: (name: string) => boolean,
  take: (appWindow: AppWindow, state: Chapter['states'][number], tables: string) => Promise<boolean>
): Promise<void> {
  const last = states.findLastIndex(({ name }) => isWanted(name))
  if (last < 0) return
  const tables = fs.mkdtempSync(path.join(os.tmpdir(), 'backprop-lab-gallery-'))
  const appWindow = await launchWindow()
  try {
    await appWindow.resize(sizes[0])
    for (const state of states.slice(0, last + 1)) if (!(await take(appWindow, state, tables))) return
  } finally {
    await appWindow.close()
    fs.rmSync(tables, { recursive: true, force: true, maxRetries: 5 })
  }
}
