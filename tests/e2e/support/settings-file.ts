import { expect } from 'vitest'
import fs from 'node:fs'
import path from 'node:path'
import { parseSettings, type Settings } from '#core'
import { commands } from '#shared/commands'
import { menuWords } from '../../../src/main/menu-words'
import type { TestContext } from './journey'
import { PATIENCE } from './app-window'

/** Reads the settings that the engine holds, from the file it saves them to. */
export class SettingsFile {
  private readonly file: string

  constructor(
    private readonly context: () => TestContext,
    folder: string
  ) {
    this.file = path.join(folder, 'settings.json')
  }

  async read(): Promise<Settings> {
    const { appWindow, language } = this.context()
    const words = menuWords[language]
    fs.rmSync(this.file, { force: true })
    await appWindow.answerSaveDialogs(this.file)
    await appWindow.chooseFromMenu(words.file, commands.saveSettings.words[language])
    // The file is there when it is whole.
    await expect.poll(() => fs.existsSync(this.file), { ...PATIENCE, interval: 10 }).toBe(true)
    // What says so would lie over controls that are pressed next.
    for (const toast of await appWindow.find('toast').all()) await toast.getByRole('button').dispatchEvent('click')
    const { settings } = JSON.parse(fs.readFileSync(this.file, 'utf8')) as { settings: unknown }
    return parseSettings(settings)
  }
}
