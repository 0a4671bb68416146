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

async function openSettings(lab: AppWindow): Promise<void> {
  await lab.click('settings-button')
  await lab.find('engine-in-use').waitFor()
}

/** The engine in use, as the dialog says. */
async function inUse(lab: AppWindow): Promise<(string | null)[]> {
  const figures = lab.find('engine-in-use')
  return Promise.all(['tier', 'arithmetic', 'threads'].map((name) => figures.getAttribute(`data-${name}`)))
}

/** Presses Apply, and waits until an engine of that tier answers. */
async function applyAndWait(lab: AppWindow, tier: EngineChoice): Promise<void> {
  await lab.click('settings-apply')
  await lab.page.locator(`[data-testid="engine-in-use"][data-tier="${tier}"]`).waitFor()
}

const hasFocus = (lab: AppWindow, testId: string) =>
  lab.page.evaluate((wanted) => document.activeElement?.getAttribute('data-testid') === wanted, testId)

describe('Settings → Engine', () => {
  const window = useAppWindow({ preferences: inEnglish })
  const folder = useFolder()

  it('opens on Ctrl+comma, and Escape gives the focus back', async () => {
    const lab = window.current
    await lab.find('run-button').focus()
    await lab.page.keyboard.press('Control+,')
    await lab.find('settings-dialog').waitFor()
    await lab.page.keyboard.press('Escape')
    await lab.find('settings-dialog').waitFor({ state: 'detached' })
    await expect.poll(() => hasFocus(lab, 'run-button'), PATIENCE).toBe(true)
  })

  it('keeps the focus inside', async () => {
    const lab = window.current
    await openSettings(lab)
    for (let presses = 0; presses < 12; presses++) {
      await lab.page.keyboard.press('Tab')
      const isOutside = await lab.page.evaluate(() => {
        const { activeElement: focused, body } = document
        return focused !== null && focused !== body && focused.closest('[role="dialog"]') === null
      })
      expect(isOutside).toBe(false)
    }
    expect(await lab.find('settings-apply').isDisabled()).toBe(true)
    await lab.click('settings-close')
  })

  it('changes the engine under a run, which goes on to the same bits', async () => {
    const lab = window.current
    const flags = ['--data', 'iris', '--epochs', String(EPOCHS), '--precision', 'f64']
    const undisturbed = trainInTerminal(path.join(folder, 'undisturbed'), flags)
    await lab.type('epochs', String(EPOCHS))
    await lab.find('precision').selectOption('f64')
    await lab.click('run-button')
    await lab.waitForEpoch(50)
    await openSettings(lab)
    await lab.find('engine-plain').check()
    await applyAndWait(lab, 'plain')
    const epoch = await lab.epoch()
    expect(epoch).toBeGreaterThanOrEqual(50)
    await lab.waitForEpoch(epoch + 1)
    await lab.find('engine-safe').check()
    await lab.find('threads-select').selectOption('1')
    await applyAndWait(lab, 'safe')
    expect(await inUse(lab)).toEqual(['safe', 'strict', '1'])
    await lab.click('settings-close')
    await lab.waitForStatus('finished')
    const file = path.join(folder, 'weights.safetensors')
    await lab.exportWeights('safetensors', file)
    const { tensors, metadata } = readSafetensors(fs.readFileSync(file))
    expect(tensors).toEqual(readSafetensors(fs.readFileSync(path.join(await undisturbed, 'weights.safetensors'))).tensors)
    expect(metadata.build).toMatchObject({ engine: 'kernels-strict + plain' })
  })

  it('leaves an untrained network as it was, without a word', async () => {
    const lab = window.current
    await lab.click('rewind-button')
    await openSettings(lab)
    await lab.find('threads-select').selectOption('2')
    await lab.click('settings-apply')
    await lab.page.locator('[data-testid="engine-in-use"][data-threads="2"]').waitFor()
    await lab.find('threads-select').selectOption('1')
    await lab.click('settings-apply')
    await lab.page.locator('[data-testid="engine-in-use"][data-threads="1"]').waitFor()
    await lab.click('settings-close')
    expect(await lab.epoch()).toBe(0)
    expect(await lab.find('toast').allInnerTexts()).not.toContainEqual(expect.stringContaining('Back at epoch'))
  })

  it('keeps the choice with the preferences', async () => {
    const lab = window.current
    const stored: unknown = JSON.parse(fs.readFileSync(path.join(lab.userDataDir, 'preferences.json'), 'utf8'))
    expect(stored).toEqual({ ...inEnglish, engine: { choice: 'safe', threads: 1, arithmetic: 'strict' } })
  })

  it('forgets a draft that was not applied', async () => {
    const lab = window.current
    await openSettings(lab)
    await lab.find('arithmetic-fused').check()
    await lab.click('settings-close')
    await openSettings(lab)
    expect(await lab.find('arithmetic-strict').isChecked()).toBe(true)
    expect(await inUse(lab)).toEqual(['safe', 'strict', '1'])
    await lab.click('settings-close')
  })
})

describe('an engine that was chosen before', () => {
  let lab: AppWindow
  beforeAll(async () => {
    const engine = { choice: 'fast', threads: 1, arithmetic: 'fused' } as const
    lab = await launchWindow({ preferences: { ...inEnglish, engine }, env: { BACKPROP_LAB_ENGINE: 'plain' } })
  })
  afterAll(async () => {
    await lab.close()
    expect(lab.takeErrors()).toEqual([])
    expect(lab.mistakes()).toEqual([])
  })

  it('gives way to the environment, which is said, and cannot be chosen meanwhile', async () => {
    await openSettings(lab)
    expect(await inUse(lab)).toEqual(['plain', 'strict', '1'])
    expect(await lab.find('engine-forced').innerText()).toContain('BACKPROP_LAB_ENGINE is plain')
    expect(await lab.find('engine-plain').isChecked()).toBe(true)
    for (const choice of ['auto', 'fast', 'safe', 'plain']) expect(await lab.find(`engine-${choice}`).isDisabled()).toBe(true)
    expect(await lab.find('arithmetic-fused').isChecked()).toBe(true)
  })
})
