import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { copySample, useFolder } from './support/folders'
import { inEnglish, PATIENCE, type AppWindow } from './support/app-window'
import { useAppWindow } from './support/use-app-window'

describe('files of the user’s own', () => {
  const window = useAppWindow({ preferences: inEnglish })
  const folder = useFolder()
  const iris = copySample('iris', folder)
  const penguins = copySample('penguins', folder)

  it('opens a CSV file from a folder with Chinese characters and spaces, and trains on it', async () => {
    const lab = window.current
    await lab.openFile(iris)
    expect(await lab.find('target-select').inputValue()).toBe('species')
    await lab.train()
    expect(await lab.figure('test-metric')).toBeGreaterThanOrEqual(0.93)
  })

  it('leaves everything as it was when the dialog is closed without a choice', async () => {
    const lab = window.current
    const before = await lab.figures()
    await lab.answerOpenDialogs(null)
    await lab.click('open-file')
    expect(await lab.figures()).toEqual(before)
    expect(await lab.find('confirm-dialog').count()).toBe(0)
  })

  it('asks before another file replaces a trained network, and keeps it when told to', async () => {
    const lab = window.current
    const before = await lab.figures()
    await lab.chooseFile(penguins)
    await lab.click('confirm-cancel')
    expect(await lab.find('sample-select').locator('option:checked').innerText()).toBe('iris.csv')
    expect(await lab.figures()).toEqual(before)
  })

  it('says and counts which rows of penguins.csv have missing values and are dropped', async () => {
    const lab = window.current
    await lab.chooseFile(penguins)
    await lab.click('confirm-ok')
    await checkedOption(lab, 'sample-select', 'penguins.csv')
    await lab.find('target-select').selectOption('species')
    await checkedOption(lab, 'target-select', 'species')
    await lab.click('tab-data')
    await lab.click('show-notes')
    expect(await lab.find('notes').innerText()).toMatch(/\b11 of 344 rows have a missing value.*row 5/)
    const rows = () => Promise.all(['dropped-rows', 'train-rows', 'test-rows'].map((name) => lab.find(name).innerText()))
    await expect.poll(rows, PATIENCE).toEqual(['11', '250', '83'])
  })

  it('tells penguin species apart', async () => {
    const lab = window.current
    await lab.train()
    expect(await lab.figure('test-metric')).toBeGreaterThanOrEqual(0.95)
  })

  it('turns to regression when the target is a measurement, and explains most of its variance', async () => {
    const lab = window.current
    await lab.find('target-select').selectOption('body_mass_g')
    await lab.click('confirm-ok')
    await checkedOption(lab, 'task-select', 'regression')
    await expect.poll(() => lab.find('loss-select').inputValue(), PATIENCE).toBe('mean-squared-error')
    await expect.poll(() => lab.find('network-line').innerText(), PATIENCE).toMatch(/→ 1 linear$/)
    await lab.train()
    expect(await lab.figure('test-metric')).toBeGreaterThan(0.8)
    expect(await lab.figure('test-metric')).toBeLessThan(1)
  })

  it('confirms the gradients of the regression too', async () => {
    const lab = window.current
    await lab.click('tab-check')
    await lab.click('check-button')
    const summary = lab.find('check-summary')
    await summary.waitFor()
    expect(await summary.getAttribute('data-failed')).toBe('0')
  })

  it('opens a CSV file that is dropped on the window', async () => {
    const lab = window.current
    await drop(lab, iris)
    await lab.click('confirm-ok')
    await checkedOption(lab, 'sample-select', 'iris.csv')
    await lab.waitForStatus('idle')
    expect(await lab.find('target-select').inputValue()).toBe('species')
  })

  it('shows that a file can be dropped while one hovers over the window', async () => {
    const lab = window.current
    await drag(lab, 'dragEnter', iris)
    await drag(lab, 'dragOver', iris)
    await lab.page.getByText('Drop a table to open it (CSV, TSV, gzip, Parquet)').waitFor()
    // Chromium's debugging protocol has no way to leave a window; this is the event that a page then gets.
    await lab.page.evaluate(() => document.body.dispatchEvent(new DragEvent('dragleave', { bubbles: true })))
    await lab.page.getByText('Drop a table to open it (CSV, TSV, gzip, Parquet)').waitFor({ state: 'detached' })
  })

  it('offers every sample with its licence', async () => {
    const lab = window.current
    for (const name of ['wine', 'breast-cancer', 'digits', 'penguins', 'iris']) {
      await lab.find('sample-select').selectOption(name)
      await checkedOption(lab, 'sample-select', name)
      await lab.page.getByText(/rows × .* · (CC BY 4\.0|CC0)/).waitFor()
      await lab.page.locator('[data-testid="run-button"]:enabled').waitFor()
    }
  })
})

async function checkedOption(lab: AppWindow, testId: string, value: string): Promise<void> {
  await lab
    .find(testId)
    .locator('option:checked')
    .and(lab.page.locator(`[value="${value}"], :text-is("${value}")`))
    .waitFor({ state: 'attached' })
}

/** Drops a file as the system's file manager does: Chromium itself makes the File, with its path. */
async function drop(lab: AppWindow, file: string): Promise<void> {
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await drag(lab, type, file)
}

async function drag(lab: AppWindow, type: 'dragEnter' | 'dragOver' | 'drop', file: string): Promise<void> {
  const session = await lab.page.context().newCDPSession(lab.page)
  const data = { items: [], files: [path.resolve(file)], dragOperationsMask: 1 }
  await session.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data })
  await session.detach()
}
