import path from 'node:path'
import type { ElectronApplication, Locator, Page } from 'playwright-core'
import type { CommandName } from '#shared/commands'
import type { PageName } from '#shared/pages'
import type { StoredPreferences, UiLanguage, WeightFormat } from '#shared/contract'
import { launchApp, type LaunchedApp, type LaunchOptions } from './launch'

/** The states of the status pill. */
export type Status = 'idle' | 'running' | 'paused' | 'finished' | 'failed' | 'engine-gone'

export type Figure = 'train-loss' | 'test-loss' | 'train-metric' | 'test-metric'

/** A click or a field answers within milliseconds; a machine that is busy with everything else gets this long. */
const ANSWER_LIMIT_MS = 10_000

/** For what is asked again and again until it is so. */
export const PATIENCE = { timeout: ANSWER_LIMIT_MS }

/** Training in these tests takes seconds; a machine many times slower than ours still makes this. */
const TRAINING_LIMIT_MS = 90_000

export const languages: readonly UiLanguage[] = ['zh-CN', 'en']
export type Theme = 'light' | 'dark'
export const themes: readonly Theme[] = ['light', 'dark']

export interface Size {
  readonly width: number
  readonly height: number
}

/** The window as a person uses it: what can be seen in it, and what tests and pictures do with it. */
export class AppWindow {
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

  /** Output of main and of the engine process that means a fault; the rest is Chromium's noise about hardware. */
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

  /** Waits until there is such an element, whether in sight or not. */
  waitFor(testId: string): Promise<void> {
    return this.find(testId).first().waitFor({ state: 'attached' })
  }

  /** Presses a button, also where something lies over it that no pointer could reach through. */
  press(testId: string): Promise<void> {
    return this.find(testId).first().dispatchEvent('click')
  }

  /** Chooses one of a few alternatives by its place; `testId` is of the control, or of what holds it. */
  pick(testId: string, place: number): Promise<void> {
    return this.find(testId).getByRole('radio').nth(place).dispatchEvent('click')
  }

  /** Opens a page of the window. */
  async openPage(name: PageName): Promise<void> {
    await this.click(`page-${name}`)
    await this.page.locator(`[data-testid="page-${name}"][aria-checked="true"]`).waitFor()
    await this.page.getByRole('main').waitFor()
  }

  /** The names of all tabs below the cards, read from the page. */
  async tabNames(): Promise<string[]> {
    const ids = await this.page.getByRole('tab').evaluateAll((tabs) => tabs.map((tab) => tab.getAttribute('data-testid') ?? ''))
    return ids.map((id) => id.replace('tab-', ''))
  }

  /** Shows one of the tabs below the cards. */
  async openTab(name: string): Promise<void> {
    await this.click(`tab-${name}`)
    await this.page.locator(`[data-testid="tab-${name}"][aria-selected="true"]`).waitFor()
  }

  /** Waits until the status pill says one of these, and returns which. */
  async waitForStatus(...wanted: readonly Status[]): Promise<Status> {
    const pill = await this.page.waitForFunction(
      (statuses) => {
        const status = document.querySelector<HTMLElement>('[data-testid="status-pill"]')?.dataset.status
        return statuses.find((one) => one === status)
      },
      wanted,
      { timeout: TRAINING_LIMIT_MS }
    )
    return (await pill.jsonValue()) as Status
  }

  /** Presses Run, and waits until the last epoch is done. `epochs`: how many, where not as it stands. */
  async train(epochs?: number): Promise<void> {
    if (epochs !== undefined) await this.enter('epochs', String(epochs))
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

  /** Types into a field, presses Enter and leaves it. */
  async enter(testId: string, text: string): Promise<void> {
    await this.type(testId, text)
    await this.find(testId).blur()
  }

  /** Checks the gradients, and waits for the verdict. */
  async checkGradients(): Promise<void> {
    await this.openTab('check')
    await this.press('check-button')
    await this.waitFor('check-summary')
  }

  /** Answers yes where trained weights are to be replaced, which is asked. */
  async agree(): Promise<void> {
    if ((await this.epoch()) > 0) await this.click('confirm-ok')
  }

  /** Opens one of the data sets that are offered, in place of what is trained. */
  async openSample(name: string): Promise<void> {
    await this.find('sample-select').selectOption(name)
    await this.agree()
    await this.page.locator(`[data-testid="sample-select"] option[value="${name}"]:checked`).waitFor({ state: 'attached' })
  }

  /** Gives the page a size. */
  async resize(size: Size): Promise<void> {
    await this.inMain(({ BrowserWindow }, { width, height }) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height), size)
    await this.page.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, size)
  }

  /** Switches the theme; its toggle goes through "as the system says" on its way, hence up to three clicks. */
  async setTheme(theme: Theme): Promise<void> {
    const choice = () => this.page.evaluate(() => document.querySelector('[data-theme-choice]')?.getAttribute('data-theme-choice'))
    for (let clicks = 0; clicks < 3; clicks++) {
      const before = await choice()
      if (before === theme) break
      await this.press('theme-toggle')
      await this.page.waitForFunction(
        (left) => document.querySelector('[data-theme-choice]')?.getAttribute('data-theme-choice') !== left,
        before
      )
    }
    await this.page.waitForFunction((wanted) => document.documentElement.dataset.theme === wanted, theme)
    // Main follows, for the frame of the window and what the page asks the system.
    while ((await this.inMain(({ nativeTheme }) => nativeTheme.themeSource, null)) !== theme) await this.page.waitForTimeout(10)
  }

  /** Switches the language, unless it is that one already. */
  async setLanguage(language: UiLanguage): Promise<void> {
    if ((await this.page.evaluate(() => document.documentElement.lang)) === language) return
    await this.press('language-toggle')
    await this.page.waitForFunction((wanted) => document.documentElement.lang === wanted, language)
  }

  /** Returns the error beside a field; waits until there is one. */
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
    await this.waitForFile(file)
  }

  /** Waits until a file is what is open. */
  async waitForFile(file: string): Promise<void> {
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

  /** Has the window do what an item of the menu does, by its name in src/shared/commands.ts. */
  sendCommand(command: CommandName): Promise<void> {
    return this.inMain(
      ({ BrowserWindow }, chosen) => BrowserWindow.getAllWindows()[0]?.webContents.send('menu', { command: chosen }),
      command
    )
  }

  /** Holds the engine process still, lets it go on, or ends it. */
  async signalEngine(signal: 'SIGSTOP' | 'SIGCONT' | 'SIGKILL'): Promise<void> {
    const pid = await this.enginePid()
    if (pid === undefined) throw new Error('There is no engine process.')
    process.kill(pid, signal)
  }

  /**
   * Does something in main. Its garbage collector may take the answer before it was sent; then it is asked again, which does no harm to
   * anything that is done here.
   */
  private async inMain<Arg, Result>(
    work: (electron: typeof import('electron'), arg: Arg) => Result | Promise<Result>,
    arg: Arg
  ): Promise<Result> {
    const ask = () => this.app.evaluate(work as never, arg) as Promise<Result>
    try {
      return await ask()
    } catch (error) {
      if (error instanceof Error && error.message.includes('garbage collected')) return ask()
      throw error
    }
  }

  /** The process id of the engine process; undefined when there is none. */
  enginePid(): Promise<number | undefined> {
    return this.app.evaluate(({ app }) => app.getAppMetrics().find(({ name }) => name === 'Backprop Lab engine')?.pid)
  }
}

/** The preferences that most tests start with, so that they can read the window's texts on any machine. */
export const inEnglish: StoredPreferences = { language: 'en', theme: 'light' }

export async function launchWindow(options: LaunchOptions = {}): Promise<AppWindow> {
  return new AppWindow(await launchApp(options))
}

/** Waits two frames: one to lay out, one in which charts draw what was laid out. */
export function afterTwoFrames(page: Page): Promise<unknown> {
  return page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
}
