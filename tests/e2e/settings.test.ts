import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSafetensors } from '#core'
import type { EngineChoice } from '#shared/engine'
import { trainInTerminal } from './support/command-line'
import { useFolder } from './support/folders'
import { inEnglish, launchWindow, PATIENCE, type AppWindow } from './support/app-window'
import { useAppWindow } from './support/use-app-window'

/** Long enough that the engine is changed in the middle of it. */
const EPOCHS = 20_000

async function openSettings(appWindow: AppWindow): Promise<void> {
  await appWindow.click('settings-button')
  await appWindow.find('engine-in-use').waitFor()
}

/** The engine in use, as the dialog says. */
async function inUse(appWindow: AppWindow): Promise<(string | null)[]> {
  const figures = appWindow.find('engine-in-use')
  return Promise.all(['tier', 'threads'].map((name) => figures.getAttribute(`data-${name}`)))
}

/** Presses Apply, and waits until an engine of that tier answers. */
async function applyAndWait(appWindow: AppWindow, tier: EngineChoice): Promise<void> {
  await appWindow.click('settings-apply')
  await appWindow.page.locator(`[data-testid="engine-in-use"][data-tier="${tier}"]`).waitFor()
}

const hasFocus = (appWindow: AppWindow, testId: string) =>
  appWindow.page.evaluate((wanted) => document.activeElement?.getAttribute('data-testid') === wanted, testId)

describe('Settings → Engine', () => {
  const window = useAppWindow({ preferences: inEnglish })
  const folder = useFolder()

  it('opens on Ctrl+comma, and Escape gives the focus back', async () => {
    const appWindow = window.current
    await appWindow.find('run-button').focus()
    await appWindow.page.keyboard.press('Control+,')
    await appWindow.find('settings-dialog').waitFor()
    await appWindow.page.keyboard.press('Escape')
    await appWindow.find('settings-dialog').waitFor({ state: 'detached' })
    await expect.poll(() => hasFocus(appWindow, 'run-button'), PATIENCE).toBe(true)
  })

  it('keeps the focus inside', async () => {
    const appWindow = window.current
    await openSettings(appWindow)
    for (let presses = 0; presses < 12; presses++) {
      await appWindow.page.keyboard.press('Tab')
      const isOutside = await appWindow.page.evaluate(() => {
        const { activeElement: focused, body } = document
        return focused !== null && focused !== body && focused.closest('[role="dialog"]') === null
      })
      expect(isOutside).toBe(false)
    }
    expect(await appWindow.find('settings-apply').isDisabled()).toBe(true)
    await appWindow.click('settings-close')
  })

  it('changes the engine under a run, which goes on to the same bits', async () => {
    const appWindow = window.current
    const flags = ['--data', 'iris', '--epochs', String(EPOCHS), '--precision', 'f64']
    const undisturbed = trainInTerminal(path.join(folder, 'undisturbed'), flags)
    await appWindow.type('epochs', String(EPOCHS))
    await appWindow.find('precision').selectOption('f64')
    await appWindow.click('run-button')
    await appWindow.waitForEpoch(50)
    await openSettings(appWindow)
    await appWindow.find('engine-plain').check()
    await applyAndWait(appWindow, 'plain')
    const epoch = await appWindow.epoch()
    expect(epoch).toBeGreaterThanOrEqual(50)
    await appWindow.waitForEpoch(epoch + 1)
    await appWindow.find('engine-safe').check()
    await appWindow.find('threads-select').selectOption('1')
    await applyAndWait(appWindow, 'safe')
    expect(await inUse(appWindow)).toEqual(['safe', '1'])
    await appWindow.click('settings-close')
    await appWindow.waitForStatus('finished')
    const file = path.join(folder, 'weights.safetensors')
    await appWindow.exportWeights('safetensors', file)
    const { tensors, metadata } = readSafetensors(fs.readFileSync(file))
    expect(tensors).toEqual(readSafetensors(fs.readFileSync(path.join(await undisturbed, 'weights.safetensors'))).tensors)
    expect(metadata.build).toMatchObject({ engine: 'fused-1' })
  })

  it('leaves an untrained network as it was, without a word', async () => {
    const appWindow = window.current
    await appWindow.click('rewind-button')
    await openSettings(appWindow)
    await appWindow.find('threads-select').selectOption('2')
    await appWindow.click('settings-apply')
    await appWindow.page.locator('[data-testid="engine-in-use"][data-threads="2"]').waitFor()
    await appWindow.find('threads-select').selectOption('1')
    await appWindow.click('settings-apply')
    await appWindow.page.locator('[data-testid="engine-in-use"][data-threads="1"]').waitFor()
    await appWindow.click('settings-close')
    expect(await appWindow.epoch()).toBe(0)
    expect(await appWindow.find('toast').allInnerTexts()).not.toContainEqual(expect.stringContaining('Back at epoch'))
  })

  it('keeps the choice with the preferences', async () => {
    const appWindow = window.current
    const stored: unknown = JSON.parse(fs.readFileSync(path.join(appWindow.userDataDir, 'preferences.json'), 'utf8'))
    const engine = { choice: 'safe', threads: 1 }
    expect(stored).toEqual({ ...inEnglish, engine, page: 'workbench', sidebar: { isHidden: false, width: null } })
  })

  it('forgets a draft that was not applied', async () => {
    const appWindow = window.current
    await openSettings(appWindow)
    await appWindow.find('engine-emulated').check()
    await appWindow.click('settings-close')
    await openSettings(appWindow)
    expect(await appWindow.find('engine-safe').isChecked()).toBe(true)
    expect(await inUse(appWindow)).toEqual(['safe', '1'])
    await appWindow.click('settings-close')
  })
})

describe('an engine that was chosen before', () => {
  let appWindow: AppWindow
  beforeAll(async () => {
    // As earlier versions kept it, which let one choose an arithmetic too.
    const engine = { choice: 'fast', threads: 1, arithmetic: 'strict' } as const
    appWindow = await launchWindow({ preferences: { ...inEnglish, engine }, env: { BACKPROP_LAB_ENGINE: 'plain' } })
  })
  afterAll(async () => {
    await appWindow.close()
    expect(appWindow.takeErrors()).toEqual([])
    expect(appWindow.mistakes()).toEqual([])
  })

  it('gives way to the environment, which is said, and cannot be chosen meanwhile', async () => {
    await openSettings(appWindow)
    expect(await inUse(appWindow)).toEqual(['plain', '1'])
    expect(await appWindow.find('engine-forced').innerText()).toContain('BACKPROP_LAB_ENGINE is plain')
    expect(await appWindow.find('engine-plain').isChecked()).toBe(true)
    for (const choice of ['auto', 'fast', 'safe', 'emulated', 'plain'])
      expect(await appWindow.find(`engine-${choice}`).isDisabled()).toBe(true)
  })
})
