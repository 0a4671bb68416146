import fs from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { useFolder } from './support/folders'
import { inEnglish, PATIENCE } from './support/app-window'
import { useAppWindow } from './support/use-app-window'

describe('settings and run controls', () => {
  const window = useAppWindow({ preferences: inEnglish })
  const folder = useFolder()

  /** The curves as the window saves them, one line an epoch. */
  async function curves(name: string): Promise<string[]> {
    const file = path.join(folder, name)
    await window.current.click('tab-weights')
    await window.current.save('export-history', file)
    return fs.readFileSync(file, 'utf8').trimEnd().split('\n').slice(1)
  }

  it('keep both of two changes that are made at once', async () => {
    const appWindow = window.current
    const features = ['feature-sepal_length_cm', 'feature-sepal_width_cm']
    await appWindow.page.evaluate((testIds) => {
      for (const testId of testIds) document.querySelector<HTMLElement>(`[data-testid="${testId}"]`)?.click()
    }, features)
    await appWindow.page.getByText('2 → 16 tanh → 3 softmax').waitFor()
    for (const feature of features) await appWindow.find(feature).check()
    await appWindow.page.getByText('4 → 16 tanh → 3 softmax').waitFor()
  })

  it('step one epoch at a time', async () => {
    const appWindow = window.current
    await appWindow.click('step-button')
    await appWindow.page.getByText('1 / 100', { exact: true }).waitFor()
    await appWindow.waitForStatus('paused')
    await appWindow.click('step-button')
    await appWindow.page.getByText('2 / 100', { exact: true }).waitFor()
    await appWindow.waitForStatus('paused')
  })

  it('pause within a moment, stand still, and go on from there', async () => {
    const appWindow = window.current
    await appWindow.type('epochs', '20000')
    await appWindow.click('run-button')
    await appWindow.waitForEpoch(10)
    await appWindow.click('pause-button')
    await appWindow.waitForStatus('paused')
    const epoch = await appWindow.epoch()
    await frames(appWindow.page, 10)
    expect(await appWindow.epoch()).toBe(epoch)
    await appWindow.click('run-button')
    await appWindow.waitForEpoch(epoch + 10)
    await appWindow.waitForStatus('running')
  })

  it('take a new learning rate while training goes on', async () => {
    const appWindow = window.current
    const before = await appWindow.epoch()
    await appWindow.type('learning-rate', '0.01')
    await appWindow.waitForEpoch(before + 10)
    expect(await appWindow.find('status-pill').getAttribute('data-status')).toBe('running')
    expect(await appWindow.find('learning-rate').inputValue()).toBe('0.01')
    expect(await appWindow.find('confirm-dialog').count()).toBe(0)
  })

  it('end a run at once when fewer epochs are asked for than are done', async () => {
    const appWindow = window.current
    await appWindow.type('epochs', '5')
    await appWindow.waitForStatus('finished')
    expect(await appWindow.epoch()).toBeGreaterThan(5)
  })

  it('rewind to the very same weights: the second run is the first one, bit for bit', async () => {
    const appWindow = window.current
    await appWindow.click('rewind-button')
    await appWindow.waitForStatus('idle')
    await appWindow.type('epochs', '60')
    await appWindow.type('learning-rate', '0.1')
    const untrained = await appWindow.figures()
    await appWindow.train()
    const first = await curves('first.csv')
    await appWindow.click('rewind-button')
    await appWindow.waitForStatus('idle')
    expect(await appWindow.epoch()).toBe(0)
    expect(await appWindow.figures()).toEqual(untrained)
    await appWindow.train()
    expect(first).toHaveLength(60)
    expect(await curves('second.csv')).toEqual(first)
  })

  it('go on beyond the last epoch with as many again', async () => {
    const appWindow = window.current
    const before = await curves('before.csv')
    await appWindow.find('run-button').filter({ hasText: '60 more' }).click()
    await appWindow.page.getByText('120 / 120', { exact: true }).waitFor()
    await appWindow.waitForStatus('finished')
    const after = await curves('after.csv')
    expect(after.slice(0, 60)).toEqual(before)
    expect(after).toHaveLength(120)
  })

  it('draw other weights with a new seed, and keep the split', async () => {
    const appWindow = window.current
    await appWindow.click('rewind-button')
    await appWindow.waitForStatus('idle')
    const before = await appWindow.figures()
    const [split, init] = [await appWindow.find('seed-split').inputValue(), await appWindow.find('seed-init').inputValue()]
    await appWindow.click('new-seed-button')
    await appWindow.page.waitForFunction(
      (old) => document.querySelector<HTMLInputElement>('[data-testid="seed-init"]')?.value !== old,
      init
    )
    expect(await appWindow.find('seed-split').inputValue()).toBe(split)
    await expect.poll(() => appWindow.figure('train-loss'), PATIENCE).not.toBe(before['train-loss'])
    await appWindow.type('seed-init', init)
    await appWindow.page.waitForFunction(
      (loss) => document.querySelector('[data-testid="train-loss"]')?.getAttribute('data-value') === String(loss),
      before['train-loss']
    )
  })

  it('ask before a change throws trained weights away, and keep them when told to', async () => {
    const appWindow = window.current
    await appWindow.train()
    const trained = await appWindow.figures()
    await appWindow.type('hidden-text', '8, 8')
    await appWindow.find('confirm-dialog').waitFor()
    await expect.poll(() => appWindow.find('confirm-cancel').evaluate((button) => button === document.activeElement), PATIENCE).toBe(true)
    await appWindow.page.keyboard.press('Escape')
    await appWindow.find('confirm-dialog').waitFor({ state: 'detached' })
    await expect.poll(() => appWindow.find('hidden-text').inputValue(), PATIENCE).toBe('16')
    expect(await appWindow.find('network-line').innerText()).toBe('4 → 16 tanh → 3 softmax')
    expect(await appWindow.figures()).toEqual(trained)
  })

  it('build the new network when told to', async () => {
    const appWindow = window.current
    await appWindow.type('hidden-text', '8, 8')
    await appWindow.click('confirm-ok')
    await appWindow.page.getByText('4 → 8 tanh → 8 tanh → 3 softmax').waitFor()
    await appWindow.waitForStatus('idle')
    expect(await appWindow.epoch()).toBe(0)
    await appWindow.train()
    expect(await appWindow.figure('test-metric')).toBeGreaterThan(0.9)
  })
})

/** Lets the page draw some frames. */
function frames(page: Page, count: number): Promise<void> {
  return page.evaluate(async (left) => {
    for (; left > 0; left--) await new Promise((resolve) => requestAnimationFrame(resolve))
  }, count)
}
