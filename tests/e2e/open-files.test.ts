import { describe, expect, it } from 'vitest'
import { dragFile, dropFile } from './support/drop'
import { copySample, useFolder } from './support/folders'
import { inEnglish, PATIENCE, type AppWindow } from './support/app-window'
import { useAppWindow } from './support/use-app-window'

describe('files of the user’s own', () => {
  const window = useAppWindow({ preferences: inEnglish })
  const folder = useFolder()
  const iris = copySample('iris', folder)
  const penguins = copySample('penguins', folder)

  it('opens a CSV file from a folder with Chinese characters and spaces, and trains on it', async () => {
    const appWindow = window.current
    await appWindow.openFile(iris)
    expect(await appWindow.find('target-select').inputValue()).toBe('species')
    await appWindow.train()
    expect(await appWindow.figure('test-metric')).toBeGreaterThanOrEqual(0.93)
  })

  it('leaves everything as it was when the dialog is closed without a choice', async () => {
    const appWindow = window.current
    const before = await appWindow.figures()
    await appWindow.answerOpenDialogs(null)
    await appWindow.click('open-file')
    expect(await appWindow.figures()).toEqual(before)
    expect(await appWindow.find('confirm-dialog').count()).toBe(0)
  })

  it('asks before another file replaces a trained network, and keeps it when told to', async () => {
    const appWindow = window.current
    const before = await appWindow.figures()
    await appWindow.chooseFile(penguins)
    await appWindow.click('confirm-cancel')
    expect(await appWindow.find('sample-select').locator('option:checked').innerText()).toBe('iris.csv')
    expect(await appWindow.figures()).toEqual(before)
  })

  it('says and counts which rows of penguins.csv have missing values and are dropped', async () => {
    const appWindow = window.current
    await appWindow.chooseFile(penguins)
    await appWindow.click('confirm-ok')
    await checkedOption(appWindow, 'sample-select', 'penguins.csv')
    await appWindow.find('target-select').selectOption('species')
    await checkedOption(appWindow, 'target-select', 'species')
    await appWindow.click('tab-data')
    await appWindow.click('show-notes')
    expect(await appWindow.find('notes').innerText()).toMatch(/\b11 of 344 rows have a missing value.*row 5/)
    const rows = () => Promise.all(['dropped-rows', 'train-rows', 'test-rows'].map((name) => appWindow.find(name).innerText()))
    await expect.poll(rows, PATIENCE).toEqual(['11', '250', '83'])
  })

  it('distinguishes penguin species', async () => {
    const appWindow = window.current
    await appWindow.train()
    expect(await appWindow.figure('test-metric')).toBeGreaterThanOrEqual(0.95)
  })

  it('turns to regression when the target is a measurement, and explains most of its variance', async () => {
    const appWindow = window.current
    await appWindow.find('target-select').selectOption('body_mass_g')
    await appWindow.click('confirm-ok')
    await checkedOption(appWindow, 'task-select', 'regression')
    await expect.poll(() => appWindow.find('loss-select').inputValue(), PATIENCE).toBe('mean-squared-error')
    await expect.poll(() => appWindow.find('network-line').innerText(), PATIENCE).toMatch(/→ 1 linear$/)
    await appWindow.train()
    expect(await appWindow.figure('test-metric')).toBeGreaterThan(0.8)
    expect(await appWindow.figure('test-metric')).toBeLessThan(1)
  })

  it('confirms the gradients of the regression too', async () => {
    const appWindow = window.current
    await appWindow.click('tab-check')
    await appWindow.click('check-button')
    const summary = appWindow.find('check-summary')
    await summary.waitFor()
    expect(await summary.getAttribute('data-failed')).toBe('0')
  })

  it('opens a CSV file that is dropped on the window', async () => {
    const appWindow = window.current
    await dropFile(appWindow, iris)
    await appWindow.click('confirm-ok')
    await checkedOption(appWindow, 'sample-select', 'iris.csv')
    await appWindow.waitForStatus('idle')
    expect(await appWindow.find('target-select').inputValue()).toBe('species')
  })

  it('shows that a file can be dropped while one hovers over the window', async () => {
    const appWindow = window.current
    await dragFile(appWindow, 'dragEnter', iris)
    await dragFile(appWindow, 'dragOver', iris)
    await appWindow.page.getByText('Drop to open: a table (CSV, Excel, Parquet, …), weights, settings, a run, cases').waitFor()
    // Chromium's debugging protocol has no way to leave a window; this is the event that a page then gets.
    await appWindow.page.evaluate(() => document.body.dispatchEvent(new DragEvent('dragleave', { bubbles: true })))
    await appWindow.page
      .getByText('Drop to open: a table (CSV, Excel, Parquet, …), weights, settings, a run, cases')
      .waitFor({ state: 'detached' })
  })

  it('offers every sample with its licence', async () => {
    const appWindow = window.current
    for (const name of ['wine', 'breast-cancer', 'digits', 'penguins', 'iris']) {
      await appWindow.find('sample-select').selectOption(name)
      await checkedOption(appWindow, 'sample-select', name)
      await appWindow.page.getByText(/rows × .* · (CC BY 4\.0|CC0)/).waitFor()
      await appWindow.page.locator('[data-testid="run-button"]:enabled').waitFor()
    }
  })
})

async function checkedOption(appWindow: AppWindow, testId: string, value: string): Promise<void> {
  await appWindow
    .find(testId)
    .locator('option:checked')
    .and(appWindow.page.locator(`[value="${value}"], :text-is("${value}")`))
    .waitFor({ state: 'attached' })
}
