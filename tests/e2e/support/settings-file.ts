import { expect } from 'vitest'
import fs from 'node:fs'
import path from 'node:path'
import { parseSettings, type Settings } from '#core'
import { menuWords } from '../../../src/main/menu-words'
import type { Traveller } from './journey'
import { PATIENCE } from './lab-window'

/** Reads the settings that the engine holds, from the file it saves them to. */
export class SettingsFile {
  private readonly file: string

  constructor(
    private readonly traveller: () => Traveller,
    folder: string
  ) {
    this.file = path.join(folder, 'settings.json')
  }

  async read(): Promise<Settings> {
    const { lab, language } = this.traveller()
    const words = menuWords[language]
    fs.rmSync(this.file, { force: true })
    await lab.answerSaveDialogs(this.file)
    await lab.chooseFromMenu(words.file, words.saveSettings)
    // The file is there when it is whole.
    await expect.poll(() => fs.existsSync(this.file), { ...PATIENCE, interval: 10 }).toBe(true)
    const { settings } = JSON.parse(fs.readFileSync(this.file, 'utf8')) as { settings: unknown }
    return parseSettings(settings)
  }
}
