import { mkdirSync } from 'node:fs'
import type { AppWindow } from './app-window'

/** The files and folders that a teacher collects from, by the names of the buttons that choose them. */
export type Places = Readonly<Partial<Record<'lab' | 'folder' | 'roster' | 'secret' | 'out', string>>>

/** Python starts anew for every program. */
export const MARKING = { timeout: 180_000 }

/** Opens the view in which a class is collected, and chooses its files and folders. */
export async function choosePlaces(window: AppWindow, places: Places): Promise<void> {
  await window.click('labs-view-collect')
  await window.waitFor('collect-setup')
  for (const [name, path] of Object.entries(places)) {
    if (name === 'out') mkdirSync(path, { recursive: true })
    await window.answerOpenDialogs(path)
    await window.click(`collect-${name}`)
    await window.find(`collect-${name}-path`).getByText(path, { exact: true }).waitFor()
  }
}

/** Collects the class, and waits for its marks. */
export async function collect(window: AppWindow, places: Places): Promise<void> {
  await choosePlaces(window, places)
  await window.click('collect-start')
  await window.find('collect-result').waitFor(MARKING)
}
