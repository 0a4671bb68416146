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
    const lab = window.current
    const features = ['feature-sepal_length_cm', 'feature-sepal_width_cm']
    await lab.page.evaluate((testIds) => {
      for (const testId of testIds) document.querySelector<HTMLElement>(`[data-testid="${testId}"]`)?.click()
    }, features)
    await lab.page.getByText('2 → 16 tanh → 3 softmax').waitFor()
    for (const feature of features) await lab.find(feature).check()
    await lab.page.getByText('4 → 16 tanh → 3 softmax').waitFor()
  })

  it('step one epoch at a time', async () => {
    const lab = window.current
    await lab.click('step-button')
    await lab.page.getByText('1 / 100', { exact: true }).waitFor()
    await lab.waitForStatus('paused')
    await lab.click('step-button')
    await lab.page.getByText('2 / 100', { exact: true }).waitFor()
    await lab.waitForStatus('paused')
  })

  it('pause within a moment, stand still, and go on from there', async () => {
    const lab = window.current
    await lab.type('epochs', '20000')
    await lab.click('run-button')
    await lab.waitForEpoch(10)
    await lab.click('pause-button')
    await lab.waitForStatus('paused')
    const epoch = await lab.epoch()
    await frames(lab.page, 10)
    expect(await lab.epoch()).toBe(epoch)
    await lab.click('run-button')
    await lab.waitForEpoch(epoch + 10)
    await lab.waitForStatus('running')
  })

  it('take a new learning rate while training goes on', async () => {
    const lab = window.current
    const before = await lab.epoch()
    await lab.type('learning-rate', '0.01')
    await lab.waitForEpoch(before + 10)
    expect(await lab.find('status-pill').getAttribute('data-status')).toBe('running')
    expect(await lab.find('learning-rate').inputValue()).toBe('0.01')
    expect(await lab.find('confirm-dialog').count()).toBe(0)
  })

  it('end a run at once when fewer epochs are asked for than are done', async () => {
    const lab = window.current
    await lab.type('epochs', '5')
    await lab.waitForStatus('finished')
    expect(await lab.epoch()).toBeGreaterThan(5)
  })

  it('rewind to the very same weights: the second run is the first one, bit for bit', async () => {
    const lab = window.current
    await lab.click('rewind-button')
    await lab.waitForStatus('idle')
    await lab.type('epochs', '60')
    await lab.type('learning-rate', '0.1')
    const untrained = await lab.figures()
    await lab.train()
    const first = await curves('first.csv')
    await lab.click('rewind-button')
    await lab.waitForStatus('idle')
    expect(await lab.epoch()).toBe(0)
    expect(await lab.figures()).toEqual(untrained)
    await lab.train()
    expect(first).toHaveLength(60)
    expect(await curves('second.csv')).toEqual(first)
  })

  it('go on beyond the last epoch with as many again', async () => {
    const lab = window.current
    const before = await curves('before.csv')
    await lab.find('run-button').filter({ hasText: '60 more' }).click()
    await lab.page.getByText('120 / 120', { exact: true }).waitFor()
    await lab.waitForStatus('finished')
    const after = await curves('after.csv')
    expect(after.slice(0, 60)).toEqual(before)
    expect(after).toHaveLength(120)
  })

  it('draw other weights with a new seed, and keep the split', async () => {
    const lab = window.current
    await lab.click('rewind-button')
    await lab.waitForStatus('idle')
    const before = await lab.figures()
    const [split, init] = [await lab.find('seed-split').inputValue(), await lab.find('seed-init').inputValue()]
    await lab.click('new-seed-button')
    await lab.page.waitForFunction((old) => document.querySelector<HTMLInputElement>('[data-testid="seed-init"]')?.value !== old, init)
    expect(await lab.find('seed-split').inputValue()).toBe(split)
    await expect.poll(() => lab.figure('train-loss'), PATIENCE).not.toBe(before['train-loss'])
    await lab.type('seed-init', init)
    await lab.page.waitForFunction(
      (loss) => document.querySelector('[data-testid="train-loss"]')?.getAttribute('data-value') === String(loss),
      before['train-loss']
    )
  })

  it('ask before a change throws trained weights away, and keep them when told to', async () => {
    const lab = window.current
    await lab.train()
    const trained = await lab.figures()
    await lab.type('hidden-text', '8, 8')
    await lab.find('confirm-dialog').waitFor()
    await expect.poll(() => lab.find('confirm-cancel').evaluate((button) => button === document.activeElement), PATIENCE).toBe(true)
    await lab.page.keyboard.press('Escape')
    await lab.find('confirm-dialog').waitFor({ state: 'detached' })
    await expect.poll(() => lab.find('hidden-text').inputValue(), PATIENCE).toBe('16')
    expect(await lab.find('network-line').innerText()).toBe('4 → 16 tanh → 3 softmax')
    expect(await lab.figures()).toEqual(trained)
  })

  it('build the new network when told to', async () => {
    const lab = window.current
    await lab.type('hidden-text', '8, 8')
    await lab.click('confirm-ok')
    await lab.page.getByText('4 → 8 tanh → 8 tanh → 3 softmax').waitFor()
    await lab.waitForStatus('idle')
    expect(await lab.epoch()).toBe(0)
    await lab.train()
    expect(await lab.figure('test-metric')).toBeGreaterThan(0.9)
  })
})

/** Lets the page draw some frames. */
function frames(page: Page, count: number): Promise<void> {
  return page.evaluate(async (left) => {
    for (; left > 0; left--) await new Promise((resolve) => requestAnimationFrame(resolve))
  }, count)
}
