import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSafetensors } from '#core'
import { itIf, procFolder } from '../support/conditions'
import { sandboxArguments } from '../../scripts/lib/display.mjs'
import { runCommand, trainInTerminal } from './support/command-line'
import { copySample, useFolder } from './support/folders'
import { electronPath, root } from './support/launch'
import { launchWindow, PATIENCE, type AppWindow } from './support/app-window'
import { blockSession, unblockSession } from './support/session-folder'
import { closeCleanly, photographOnFailure } from './support/use-app-window'

/** So many that no window is too slow to pause before they are over: a thousand take less than a second. */
const EPOCHS = 10_000

/** The parts that must be there again: the fields of the sidebar by their test ids. */
const fields = [
  'target-select',
  'task-select',
  'hidden-text',
  'learning-rate',
  'batch-size',
  'epochs',
  'l2',
  'test-share',
  'scale-select',
  'seed-init'
]

describe('a session over several starts of the app', () => {
  const folder = useFolder()
  const userDataDir = path.join(folder, '用户 数据')
  fs.mkdirSync(userDataDir)
  const inFolder = (name: string) => path.join(folder, name)
  let appWindow: AppWindow
  let before: { settings: string[]; figures: object; epoch: number; curves: string; weights: Buffer }

  beforeAll(async () => {
    appWindow = await launchWindow({ userDataDir, preferences: { language: 'en', theme: 'light' } })
  })
  afterAll(async () => {
    await closeCleanly(appWindow)
  })

  async function restart(): Promise<void> {
    await closeCleanly(appWindow)
    appWindow = await launchWindow({ userDataDir })
  }

  const settings = () => Promise.all(fields.map((field) => appWindow.find(field).inputValue()))

  async function exported(testId: 'export-history' | 'export-safetensors', name: string): Promise<Buffer> {
    await appWindow.click('tab-weights')
    await appWindow.save(testId, inFolder(name))
    return fs.readFileSync(inFolder(name))
  }

  it('switches every text to Chinese and back without a restart', async () => {
    photographOnFailure(appWindow)
    const texts = () => appWindow.page.locator('body').innerText()
    // Away from the charts, which read out what the pointer is over.
    await appWindow.page.mouse.move(0, 0)
    const english = await texts()
    await appWindow.click('language-toggle')
    await appWindow.find('run-button').filter({ hasText: '运行' }).waitFor()
    expect(await appWindow.page.evaluate(() => document.documentElement.lang)).toBe('zh-CN')
    const chinese = await texts()
    expect(chinese).toMatch(/训练损失/)
    // What stays in Latin letters are names: of the data, of functions and formats, of the program.
    expect(chinese).not.toMatch(/Training|Target|Learning rate|Gradient check|Run\b/)
    await appWindow.click('language-toggle')
    await appWindow.find('run-button').filter({ hasText: 'Run' }).waitFor()
    await expect.poll(texts, PATIENCE).toBe(english)
    await appWindow.click('language-toggle')
  })

  it('switches between light and dark without a restart', async () => {
    photographOnFailure(appWindow)
    const background = () => appWindow.page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    const theme = () => appWindow.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)
    const light = await background()
    expect(await theme()).toBe('light')
    await appWindow.click('theme-toggle')
    await appWindow.page.waitForFunction(() => document.documentElement.dataset.theme === 'dark')
    expect(await background()).not.toBe(light)
    await expect.poll(theme, PATIENCE).toBe('dark')
  })

  it('is interrupted while it is paused in the middle of a run on a file of the user’s own', async () => {
    photographOnFailure(appWindow)
    const csv = copySample('penguins', folder)
    await appWindow.openFile(csv)
    await appWindow.find('target-select').selectOption('species')
    await appWindow.type('hidden-text', '12, 6')
    await appWindow.type('learning-rate', '0.05')
    await appWindow.type('batch-size', '12')
    await appWindow.type('l2', '0.0001')
    await appWindow.type('epochs', String(EPOCHS))
    await appWindow.click('run-button')
    await appWindow.waitForEpoch(50)
    await appWindow.click('pause-button')
    await appWindow.waitForStatus('paused')
    before = {
      settings: await settings(),
      figures: await appWindow.figures(),
      epoch: await appWindow.epoch(),
      curves: (await exported('export-history', 'before.csv')).toString(),
      weights: await exported('export-safetensors', 'before.safetensors')
    }
    expect(before.epoch).toBeLessThan(EPOCHS)
    await restart()
  })

  it('comes back with language and theme', async () => {
    photographOnFailure(appWindow)
    expect(await appWindow.find('run-button').innerText()).toBe('继续')
    expect(await appWindow.page.evaluate(() => [document.documentElement.lang, document.documentElement.dataset.theme])).toEqual([
      'zh-CN',
      'dark'
    ])
  })

  it('comes back with data, settings, figures, curves and weights', async () => {
    photographOnFailure(appWindow)
    await appWindow.waitForStatus('paused')
    expect(await appWindow.find('sample-select').locator('option:checked').innerText()).toBe('penguins.csv')
    expect(await settings()).toEqual(before.settings)
    expect(await appWindow.figures()).toEqual(before.figures)
    expect(await appWindow.epoch()).toBe(before.epoch)
    expect((await exported('export-history', 'after.csv')).toString()).toBe(before.curves)
    expect((await exported('export-safetensors', 'after.safetensors')).equals(before.weights)).toBe(true)
    expect(before.curves.trimEnd().split('\n')).toHaveLength(before.epoch + 1)
  })

  it('is whole even when the opened file has been deleted meanwhile', async () => {
    photographOnFailure(appWindow)
    fs.renameSync(inFolder('penguins.csv'), inFolder('elsewhere.csv'))
    await restart()
    await appWindow.waitForStatus('paused')
    expect(await appWindow.find('error-banner').count()).toBe(0)
    expect(await appWindow.find('sample-select').locator('option:checked').innerText()).toBe('penguins.csv')
    await appWindow.click('tab-data')
    await appWindow.page.getByRole('cell', { name: 'Torgersen' }).first().waitFor()
    expect((await exported('export-safetensors', 'later.safetensors')).equals(before.weights)).toBe(true)
  })

  it('goes on to the same bits as a run that was never interrupted', async () => {
    photographOnFailure(appWindow)
    const flags = ['--data', inFolder('elsewhere.csv'), '--target', 'species', '--hidden', '12,6', '--learning-rate', '0.05']
    const more = ['--batch-size', '12', '--l2', '0.0001', '--epochs', String(EPOCHS)]
    const unbroken = trainInTerminal(inFolder('unbroken'), [...flags, ...more])
    await appWindow.train()
    const weights = await exported('export-safetensors', 'finished.safetensors')
    const curves = await exported('export-history', 'finished.csv')
    expect(weights.equals(fs.readFileSync(path.join(await unbroken, 'weights.safetensors')))).toBe(true)
    expect(curves.equals(fs.readFileSync(path.join(await unbroken, 'history.csv')))).toBe(true)
  })

  it('is not disturbed when the page is loaded anew', async () => {
    photographOnFailure(appWindow)
    const figures = await appWindow.figures()
    await appWindow.page.reload()
    await appWindow.find('app-ready').waitFor({ state: 'attached' })
    await appWindow.waitForStatus('finished')
    expect(await appWindow.figures()).toEqual(figures)
    expect(await appWindow.epoch()).toBe(EPOCHS)
  })

  it('shows the window that is there when the app is started a second time', async () => {
    photographOnFailure(appWindow)
    const { code } = await runCommand(electronPath, [...sandboxArguments(), root, `--user-data-dir=${userDataDir}`])
    expect(code).toBe(0)
    expect(await appWindow.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
    expect(await appWindow.epoch()).toBe(EPOCHS)
  })

  it('is there again after the whole app was killed, as long as it had a moment to save', async () => {
    photographOnFailure(appWindow)
    const file = path.join(userDataDir, 'session', 'session.safetensors')
    const savedRun = () => readSafetensors(fs.readFileSync(file)).metadata.run
    await appWindow.click('rewind-button')
    await appWindow.waitForStatus('idle')
    // Saving takes at most a twentieth of the time, so that on a busy disk a change waits the longer.
    await expect.poll(savedRun, { timeout: 60_000 }).toMatchObject({ status: 'idle', epoch: 0 })
    const figures = await appWindow.figures()
    await appWindow.kill()
    await restart()
    expect(await appWindow.find('sample-select').locator('option:checked').innerText()).toBe('penguins.csv')
    expect(await appWindow.epoch()).toBe(0)
    expect(await appWindow.figures()).toEqual(figures)
  })

  it('says while it cannot be saved that it is not, also in the midst of training, and until it is', async () => {
    photographOnFailure(appWindow)
    const file = path.join(userDataDir, 'session', 'session.safetensors')
    await appWindow.type('epochs', '1000000')
    await appWindow.click('run-button')
    await appWindow.waitForEpoch(50)
    blockSession(appWindow)
    const banner = appWindow.find('save-banner')
    await banner.waitFor({ timeout: 20_000 })
    expect(await banner.innerText()).toContain(path.join(userDataDir, 'session'))
    await appWindow.waitForStatus('running')
    await appWindow.click('pause-button')
    await appWindow.waitForStatus('paused')
    const epoch = await appWindow.epoch()
    for (const close of ['window', 'app'] as const) {
      await appWindow.app.evaluate(
        ({ app, BrowserWindow }, what) => (what === 'app' ? app.quit() : BrowserWindow.getAllWindows()[0].close()),
        close
      )
      await appWindow.find('confirm-cancel').click()
      await appWindow.find('confirm-cancel').waitFor({ state: 'detached' })
    }
    await appWindow.click('save-again')
    await appWindow.page.locator('[data-testid="save-again"]:enabled').waitFor()
    unblockSession(appWindow)
    await banner.waitFor({ state: 'detached', timeout: 20_000 })
    expect(readSafetensors(fs.readFileSync(file)).metadata.run).toMatchObject({ status: 'paused', epoch })
  })

  it('begins afresh, says why, and keeps the file, when it is damaged', async () => {
    photographOnFailure(appWindow)
    await appWindow.close()
    const file = path.join(userDataDir, 'session', 'session.safetensors')
    const { size } = fs.statSync(file)
    fs.truncateSync(file, size - 100)
    appWindow = await launchWindow({ userDataDir })
    expect(await appWindow.find('sample-select').inputValue()).toBe('iris')
    const kept = path.join(userDataDir, 'session', 'unreadable-session')
    expect(await appWindow.find('error-banner').innerText()).toMatch(/文件已损坏/)
    expect(await appWindow.find('error-banner').innerText()).toContain(kept)
    await appWindow.train()
    expect(fs.statSync(path.join(kept, path.basename(file))).size).toBe(size - 100)
    expect(fs.readdirSync(kept)).toHaveLength(2)
    await appWindow.click('language-toggle')
    await appWindow.find('error-banner').getByRole('button').click()
    await appWindow.find('error-banner').waitFor({ state: 'detached' })
  })
})

describe('a window whose session cannot be saved', () => {
  it('asks before it closes also where the last saving is the first that fails, and closes once it can be saved', async () => {
    const appWindow = await launchWindow({ preferences: { language: 'en', theme: 'light' } })
    photographOnFailure(appWindow)
    await appWindow.click('step-button')
    await appWindow.waitForStatus('paused')
    const file = path.join(appWindow.userDataDir, 'session', 'session.safetensors')
    const savedRun = () => (fs.existsSync(file) ? readSafetensors(fs.readFileSync(file)).metadata.run : null)
    await expect.poll(savedRun, PATIENCE).toMatchObject({ epoch: 1 })
    blockSession(appWindow)
    const ended = new Promise((resolve) => appWindow.app.process().once('exit', resolve))
    const quit = () => appWindow.app.evaluate(({ app }) => app.quit())
    await quit()
    await appWindow.page.getByText('Close without saving?').waitFor()
    await appWindow.click('confirm-cancel')
    unblockSession(appWindow)
    await quit()
    expect(await ended).toBe(0)
    expect(savedRun()).toMatchObject({ epoch: 1 })
  })

  it('closes when it is told to', async () => {
    const appWindow = await launchWindow({})
    photographOnFailure(appWindow)
    await appWindow.click('step-button')
    await appWindow.waitForStatus('paused')
    blockSession(appWindow)
    await appWindow.click('step-button')
    await appWindow.find('save-banner').waitFor({ timeout: 20_000 })
    const ended = new Promise((resolve) => appWindow.app.process().once('exit', resolve))
    await appWindow.app.evaluate(({ app }) => app.quit())
    await appWindow.click('confirm-ok')
    expect(await ended).toBe(0)
  })
})

describe('a start', () => {
  const folder = useFolder()

  /** Starts the app, waits for what it says, and ends it as who closes the dialog does. */
  async function refused(says: RegExp, args: string[], env: Record<string, string> = {}): Promise<void> {
    const child = spawn(electronPath, [...sandboxArguments(), root, ...args], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, ...env }
    })
    let printed = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => (printed += text))
    const ended = new Promise((resolve) => child.once('exit', resolve))
    await expect.poll(() => printed, { timeout: 30_000 }).toMatch(says)
    child.kill('SIGTERM')
    expect(await ended).toBe(2)
  }

  itIf(procFolder, 'whose folder cannot be written says so and ends with code 2, when the dialog is closed', () =>
    // Nobody can make a folder in /proc, root included.
    refused(/Backprop Lab (cannot start|无法启动).*\/proc\/nowhere/, ['--user-data-dir=/proc/nowhere'])
  )

  itIf(procFolder, 'whose home depends on the current folder says so', () =>
    refused(/Backprop Lab (cannot start|无法启动).*no-home/, [], { HOME: 'no-home', XDG_CONFIG_HOME: '' })
  )

  itIf(procFolder, 'without a folder for temporary files says so', async () => {
    const taken = path.join(folder, 'taken')
    fs.writeFileSync(taken, '')
    await refused(/Backprop Lab (cannot start|无法启动).*taken/, [`--user-data-dir=${path.join(folder, 'data')}`], { TMPDIR: taken })
  })

  itIf(procFolder, 'without either says so too', () => {
    const nowhere = '/proc/nowhere'
    return refused(/Backprop Lab (cannot start|无法启动)/, [], { HOME: nowhere, XDG_CONFIG_HOME: '', TMPDIR: nowhere })
  })
})
