import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSafetensors } from '#core'
import { trainInTerminal } from './support/command-line'
import { useFolder } from './support/folders'
import { inEnglish, PATIENCE, type AppWindow, type Figure } from './support/app-window'
import { useAppWindow } from './support/use-app-window'

/** For as many epochs as a run had before, on a computer that does other things too; in milliseconds. */
const RETRACE_LIMIT = 60_000

/** Long enough that the process is killed in the middle of it, also where the test itself has to wait for a processor. */
const EPOCHS = 20_000

/** Saving takes at most a twentieth of the time: on a slow disk it is seldom. */
const SAVE_LIMIT = { timeout: 60_000 }

/** The description of the session as it is on the disk. */
function savedSession({ userDataDir }: AppWindow) {
  return readSafetensors(fs.readFileSync(path.join(userDataDir, 'session', 'session.safetensors'))).metadata
}

describe('the window when its engine process is killed', () => {
  const window = useAppWindow({ preferences: inEnglish })
  const folder = useFolder()
  let diedAt = 0
  let curves = ''

  /** kill -9, as the system does when memory runs out; resolves when the banner stands, with the time that took. */
  async function killEngine(): Promise<number> {
    const appWindow = window.current
    const pid = await appWindow.enginePid()
    if (pid === undefined) throw new Error('There is no engine process.')
    const killed = performance.now()
    process.kill(pid, 'SIGKILL')
    await appWindow.find('engine-gone-banner').waitFor()
    return performance.now() - killed
  }

  /** The line that says what the network is. */
  const network = (text: string) => window.current.find('network-line').filter({ hasText: text })

  /** Presses the banner's button, and waits until the window is back where it was. */
  async function restartEngine(status: 'idle' | 'paused' | 'finished'): Promise<void> {
    const appWindow = window.current
    await appWindow.click('restart-engine')
    await appWindow.find('engine-gone-banner').waitFor({ state: 'detached' })
    await appWindow.page.locator('[data-testid="run-button"]:enabled').waitFor()
    await appWindow.waitForStatus(status)
  }

  /**
   * Waits until the window says that the run is back, every bit the same: where it was seen last, or further on, where it was saved
   * after the page had been told for the last time.
   */
  async function comeBack(figures: Record<Figure, number>): Promise<void> {
    const appWindow = window.current
    const said = (epoch: number) =>
      appWindow.find('toast').filter({ hasText: `epoch ${epoch}. Epochs 0 to ${diedAt} are the same as before, bit for bit` })
    const isBack = async () => {
      const epoch = await appWindow.epoch()
      return epoch >= diedAt && (await said(epoch).count()) > 0
    }
    await expect.poll(isBack, { timeout: RETRACE_LIMIT }).toBe(true)
    expect((await appWindow.epoch()) > diedAt ? figures : await appWindow.figures()).toEqual(figures)
  }

  it('says so within a second, in the middle of training', async () => {
    const appWindow = window.current
    await appWindow.type('epochs', String(EPOCHS))
    await appWindow.type('learning-rate', '0.05')
    await appWindow.click('run-button')
    await appWindow.waitForEpoch(200)
    expect(await killEngine()).toBeLessThan(1000)
    await appWindow.waitForStatus('engine-gone')
    diedAt = await appWindow.epoch()
    expect(diedAt).toBeLessThan(EPOCHS)
  })

  it('still shows the settings and the curves so far', async () => {
    const appWindow = window.current
    expect(await appWindow.find('learning-rate').inputValue()).toBe('0.05')
    expect(await appWindow.find('epochs').inputValue()).toBe(String(EPOCHS))
    expect(Number(await appWindow.page.getByRole('slider').first().getAttribute('aria-valuemax'))).toBe(diedAt)
    expect(await appWindow.figure('train-loss')).toBeLessThan(0.5)
    expect(await appWindow.find('run-button').isDisabled()).toBe(true)
  })

  it('trains again to where it was after a restart of the engine, every number the same', async () => {
    const appWindow = window.current
    const figures = await appWindow.figures()
    await restartEngine('paused')
    await comeBack(figures)
  })

  it('goes on to the same bits as a run that was never disturbed', async () => {
    const appWindow = window.current
    const flags = ['--data', 'iris', '--epochs', String(EPOCHS), '--learning-rate', '0.05']
    const undisturbed = trainInTerminal(path.join(folder, 'undisturbed'), flags)
    await appWindow.train()
    await appWindow.exportWeights('npz', path.join(folder, 'weights.npz'))
    const wanted = fs.readFileSync(path.join(await undisturbed, 'weights.npz'))
    expect(fs.readFileSync(path.join(folder, 'weights.npz')).equals(wanted)).toBe(true)
    await appWindow.save('export-history', path.join(folder, 'history.csv'))
    curves = fs.readFileSync(path.join(folder, 'history.csv'), 'utf8')
    expect(curves).toBe(fs.readFileSync(path.join(await undisturbed, 'history.csv'), 'utf8'))
  })

  it('loses nothing of a finished run', async () => {
    const appWindow = window.current
    const figures = await appWindow.figures()
    expect(await killEngine()).toBeLessThan(1000)
    await restartEngine('finished')
    expect(await appWindow.figures()).toEqual(figures)
    await appWindow.save('export-history', path.join(folder, 'again.csv'))
    expect(fs.readFileSync(path.join(folder, 'again.csv'), 'utf8')).toBe(curves)
  })

  it('takes settings that were changed while it trained into account when it trains again', async () => {
    const appWindow = window.current
    await appWindow.click('rewind-button')
    await appWindow.type('epochs', '100000')
    await appWindow.click('run-button')
    await appWindow.waitForEpoch(100)
    await appWindow.type('learning-rate', '0.02')
    await appWindow.type('batch-size', '9')
    // A change that the process has not heard of yet may go with it.
    await expect.poll(() => savedSession(appWindow).settings, SAVE_LIMIT).toMatchObject({ learningRate: 0.02, batchSize: 9 })
    const changed = await appWindow.epoch()
    await appWindow.waitForEpoch(changed + 100)
    await killEngine()
    diedAt = await appWindow.epoch()
    const figures = await appWindow.figures()
    await restartEngine('paused')
    await comeBack(figures)
    expect(await appWindow.find('learning-rate').inputValue()).toBe('0.02')
    expect(await appWindow.find('batch-size').inputValue()).toBe('9')
  })

  it('keeps a data set that was opened the moment before', async () => {
    const appWindow = window.current
    await appWindow.find('sample-select').selectOption('wine')
    await appWindow.click('confirm-ok')
    await network('13 → 16 tanh → 3 softmax').waitFor()
    await killEngine()
    await restartEngine('idle')
    expect(await appWindow.find('sample-select').inputValue()).toBe('wine')
  })

  it('keeps settings that were changed the moment before', async () => {
    const appWindow = window.current
    await appWindow.type('hidden-text', '5')
    await network('13 → 5 tanh → 3 softmax').waitFor()
    await killEngine()
    await restartEngine('idle')
    await network('13 → 5 tanh → 3 softmax').waitFor()
    await appWindow.train()
    expect(await appWindow.figure('test-metric')).toBeGreaterThan(0.9)
  })

  it('ends a gradient check that was going on, and makes it again when asked', async () => {
    const appWindow = window.current
    await appWindow.find('sample-select').selectOption('digits')
    await appWindow.click('confirm-ok')
    await network('→ 16 tanh → 10 softmax').waitFor()
    await appWindow.type('hidden-text', '128, 128')
    await network('→ 128 tanh → 128 tanh → 10 softmax').waitFor()
    await appWindow.click('tab-check')
    await appWindow.click('check-button')
    await appWindow.find('cancel-check').waitFor()
    await killEngine()
    await appWindow.find('cancel-check').waitFor({ state: 'detached' })
    await restartEngine('idle')
    await appWindow.type('hidden-text', '4')
    await network('→ 4 tanh → 10 softmax').waitFor()
    await appWindow.click('check-button')
    await appWindow.find('check-summary').waitFor()
    expect(await appWindow.find('check-summary').getAttribute('data-failed')).toBe('0')
  })
})

describe('the window when its engine process hangs', () => {
  const window = useAppWindow({ preferences: inEnglish })

  /** Past the limit of ten seconds, on a computer that does other things too. */
  const HANG_LIMIT = { timeout: 60_000 }

  it('ends it after a while, and takes the run up in another one by itself', async () => {
    const appWindow = window.current
    await appWindow.type('epochs', '1000000')
    await appWindow.click('run-button')
    await appWindow.waitForEpoch(50)
    const pid = await appWindow.enginePid()
    await appWindow.signalEngine('SIGSTOP')
    const hungAt = await appWindow.epoch()
    await expect.poll(() => appWindow.enginePid(), HANG_LIMIT).not.toBe(pid)
    // At once, be the run still on its way back: it pauses where it was.
    await appWindow.click('pause-button')
    await appWindow.waitForStatus('paused')
    await appWindow.find('toast').filter({ hasText: 'are the same as before, bit for bit' }).waitFor()
    expect(await appWindow.find('engine-silent-banner').count()).toBe(0)
    expect(await appWindow.find('engine-gone-banner').count()).toBe(0)
    expect(await appWindow.epoch()).toBeGreaterThanOrEqual(hungAt)
    await appWindow.waitForStatus('paused')
  }, 120_000)

  it('before it has greeted a page, is ended and comes back as well', async () => {
    const appWindow = window.current
    const pid = await appWindow.enginePid()
    const epoch = await appWindow.epoch()
    // The page that is loaded anew knows nothing but what the process tells it.
    await expect.poll(() => savedSession(appWindow).run, SAVE_LIMIT).toMatchObject({ status: 'paused', epoch })
    await appWindow.signalEngine('SIGSTOP')
    await appWindow.page.reload()
    await appWindow.find('app-ready').waitFor({ state: 'attached', ...HANG_LIMIT })
    expect(await appWindow.enginePid()).not.toBe(pid)
    await appWindow.waitForStatus('paused')
    expect(await appWindow.epoch()).toBe(epoch)
  }, 120_000)
})

describe('the window when its page crashes', () => {
  const window = useAppWindow({ preferences: inEnglish, errors: 'provoked' })

  it('shows a new one, to which the engine process sends everything', async () => {
    const appWindow = window.current
    await appWindow.type('epochs', '50000')
    await appWindow.click('run-button')
    // Only a page that has lived for a while is loaded anew: one that crashes at once would do so for ever.
    await appWindow.page.waitForFunction(() => {
      const [{ loadEventEnd }] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
      return loadEventEnd > 0 && performance.now() > loadEventEnd + 6000
    })
    const engine = await appWindow.enginePid()
    // Playwright gives a crashed page up; that the new one has heard of the experiment shows in the window's title.
    await appWindow.app.evaluate(({ BrowserWindow }) => {
      const { webContents } = BrowserWindow.getAllWindows()[0]
      const kept = globalThis as unknown as { titles: string[] }
      kept.titles = []
      webContents.on('page-title-updated', (_event, title) => kept.titles.push(title))
      webContents.forcefullyCrashRenderer()
    })
    const titles = () => appWindow.app.evaluate(() => (globalThis as unknown as { titles: string[] }).titles)
    await expect.poll(titles, PATIENCE).toEqual(['Backprop Lab', 'Iris flowers – Backprop Lab'])
    expect(await appWindow.enginePid()).toBe(engine)
    expect(appWindow.takeErrors()).toEqual(['the page crashed'])
  })
})
