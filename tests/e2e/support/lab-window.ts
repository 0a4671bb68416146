import { afterAll, afterEach, beforeAll, expect, onTestFailed } from 'vitest'
import fs from 'node:fs'
import path from 'node:path'
import type { ElectronApplication, Locator, Page } from 'playwright-core'
import type { StoredPreferences, UiLanguage, WeightFormat } from '#shared/contract'
import { launchApp, root, type LaunchedApp, type LaunchOptions } from './launch'

/** What the status pill can say. */
export type Status = 'idle' | 'running' | 'paused' | 'finished' | 'failed' | 'engine-gone'

export type Figure = 'train-loss' | 'test-loss' | 'train-metric' | 'test-metric'

/** A click or a field answers within milliseconds; a machine that is busy with everything else gets this long. */
const ANSWER_LIMIT_MS = 10_000

/** For what is asked again and again until it is so. */
export const PATIENCE = { timeout: ANSWER_LIMIT_MS }

/** Training in these tests takes seconds; a machine many times slower than ours still makes this. */
const TRAINING_LIMIT_MS = 90_000

/** The window as a person uses it: what can be seen in it, and the few things everyone does with it. */
export class LabWindow {
  constructor(private readonly launched: LaunchedApp) {
    this.page.setDefaultTimeout(ANSWER_LIMIT_MS)
  }

  get page(): Page {
    return this.launched.page
  }

  get app(): ElectronApplication {
    return this.launched.app
  }

  get userDataDir(): string {
    return this.launched.userDataDir
  }

  /** Errors of the page since the last call. */
  takeErrors(): string[] {
    return this.launched.errors.splice(0)
  }

  /** What main and the engine process printed that tells of a mistake; the rest is Chromium's noise about hardware. */
  mistakes(): string[] {
    return this.launched
      .output()
      .split('\n')
      .filter((line) => /unhandled|uncaught|(Type|Reference|Range|Lab)Error|could not be saved/i.test(line))
  }

  close(): Promise<void> {
    return this.launched.close()
  }

  /** Ends the whole app at once, as a power failure does. */
  async kill(): Promise<void> {
    const child = this.app.process()
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
  }

  find(testId: string): Locator {
    return this.page.getByTestId(testId)
  }

  click(testId: string): Promise<void> {
    return this.find(testId).click()
  }

  /** Waits until the status pill says it. */
  async waitForStatus(status: Status): Promise<void> {
    await this.page.locator(`[data-testid="status-pill"][data-status="${status}"]`).waitFor({ timeout: TRAINING_LIMIT_MS })
  }

  /** Presses Run, and waits until the last epoch is done. */
  async train(): Promise<void> {
    await this.click('run-button')
    await this.waitForStatus('finished')
  }

  /** Waits until training has come to an epoch. */
  async waitForEpoch(least: number): Promise<void> {
    await this.page.waitForFunction(
      (wanted) => Number.parseInt(document.querySelector('[data-testid="epoch-counter"]')?.textContent ?? '', 10) >= wanted,
      least,
      { timeout: TRAINING_LIMIT_MS }
    )
  }

  /** A figure with all its digits. */
  async figure(name: Figure): Promise<number> {
    return Number(await this.find(name).getAttribute('data-value'))
  }

  async figures(): Promise<Record<Figure, number>> {
    const names: Figure[] = ['train-loss', 'test-loss', 'train-metric', 'test-metric']
    const values = await Promise.all(names.map((name) => this.figure(name)))
    return Object.fromEntries(names.map((name, index) => [name, values[index]])) as Record<Figure, number>
  }

  /** Epochs done, as the counter says. */
  async epoch(): Promise<number> {
    return Number.parseInt((await this.find('epoch-counter').textContent()) ?? '', 10)
  }

  /** Types into a field and presses Enter. */
  async type(testId: string, text: string): Promise<void> {
    await this.find(testId).fill(text)
    await this.find(testId).press('Enter')
  }

  /** Switches the language, unless it is that one already. */
  async setLanguage(language: UiLanguage): Promise<void> {
    if ((await this.page.evaluate(() => document.documentElement.lang)) === language) return
    await this.click('language-toggle')
    await this.page.waitForFunction((wanted) => document.documentElement.lang === wanted, language)
  }

  /** What stands beside a field in red; waits until something does. */
  async errorBeside(testId: string): Promise<string> {
    const field = this.page.locator(`[data-testid="${testId}"][aria-invalid="true"]`)
    const about = (await field.getAttribute('aria-describedby')) ?? ''
    return (await this.page.locator(`[id="${about}"]`).innerText()).trim()
  }

  /** Has the next open dialogs answer with a file, or with nothing: they are the system's and cannot be driven. */
  async answerOpenDialogs(file: string | null): Promise<void> {
    await this.app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] })
    }, file)
  }

  /** Has the next save dialogs answer with a path, or with nothing chosen. */
  async answerSaveDialogs(file: string | null): Promise<void> {
    await this.app.evaluate(({ dialog }, chosen) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: chosen === null, filePath: chosen ?? '' })
    }, file)
  }

  /** Presses "Open CSV…" and chooses a file. What comes of it is for the caller to wait for. */
  async chooseFile(file: string): Promise<void> {
    await this.answerOpenDialogs(file)
    await this.click('open-file')
  }

  /** Opens a file that can be used, and waits until its name stands in the window. */
  async openFile(file: string): Promise<void> {
    await this.chooseFile(file)
    await this.page.locator('[data-testid="sample-select"] option:checked', { hasText: path.basename(file) }).waitFor({ state: 'attached' })
  }

  /** Presses a button that saves, and waits until the window says where to. */
  async save(testId: string, file: string): Promise<void> {
    await this.answerSaveDialogs(file)
    await this.click(testId)
    await this.find('toast').filter({ hasText: file }).waitFor()
  }

  /** Exports the weights as they stand. */
  async exportWeights(format: WeightFormat, file: string): Promise<void> {
    await this.click('tab-weights')
    await this.save(`export-${format}`, file)
  }

  /** Chooses an item of the menu by its words, the outermost first. */
  chooseFromMenu(...words: string[]): Promise<void> {
    return this.app.evaluate(({ Menu }, labels) => {
      let items = Menu.getApplicationMenu()?.items ?? []
      let found: Electron.MenuItem | undefined
      for (const label of labels) {
        found = items.find((item) => item.label === label)
        if (!found) throw new Error(`There is no ${label} among ${items.map((item) => item.label).join(', ')}.`)
        items = found.submenu?.items ?? []
      }
      found?.click()
    }, words)
  }

  /** The process id of the engine process; undefined when there is none. */
  enginePid(): Promise<number | undefined> {
    return this.app.evaluate(({ app }) => app.getAppMetrics().find(({ name }) => name === 'Backprop Lab engine')?.pid)
  }
}

/** What most tests start with, so that they can read the window's texts on any machine. */
export const inEnglish: StoredPreferences = { language: 'en', theme: 'light' }

export async function launchLab(options: LaunchOptions = {}): Promise<LabWindow> {
  return new LabWindow(await launchApp(options))
}

/** The window of a test file. Each test goes on where the one before it ended. */
export interface LabOfFile {
  readonly current: LabWindow
}

/**
 * Starts one window for all tests of a file and closes it after the last one. A failed test leaves a picture in
 * test-results/. After each test the page must have reported no error, unless `errors` says that the file provokes some.
 */
export function useEngine({ errors = 'none', ...options }: LaunchOptions & { errors?: 'none' | 'provoked' } = {}): LabOfFile {
  let lab: LabWindow | null = null
  const current = (): LabWindow => {
    if (!lab) throw new Error('The window has not started.')
    return lab
  }
  beforeAll(async () => {
    lab = await launchLab(options)
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await photograph(current().page, task.name)
    if (errors === 'none') expect(current().takeErrors()).toEqual([])
  })
  afterAll(async () => {
    await lab?.close()
    expect(lab?.mistakes() ?? []).toEqual([])
  })
  return {
    get current() {
      return current()
    }
  }
}

/** Takes a picture of the window when the test that calls this fails. */
export function photographOnFailure(lab: LabWindow): void {
  onTestFailed(({ task }) => photograph(lab.page, task.name))
}

async function photograph(page: Page, name: string): Promise<void> {
  const folder = path.join(root, 'test-results')
  fs.mkdirSync(folder, { recursive: true })
  // A window that is gone cannot be photographed; the test has failed already and says why.
  await page.screenshot({ path: path.join(folder, `${name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80)}.png`) }).catch(() => undefined)
}
