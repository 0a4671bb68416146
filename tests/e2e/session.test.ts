import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSafetensors } from '#core'
import { sandboxArguments } from '../../scripts/lib/display.mjs'
import { runCommand, trainInTerminal } from './support/command-line'
import { copySample, useFolder } from './support/folders'
import { electronPath, root } from './support/launch'
import { launchWindow, PATIENCE, type AppWindow } from './support/app-window'
import { photographOnFailure } from './support/use-app-window'

const EPOCHS = 1000

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
  let lab: AppWindow
  let before: { settings: string[]; figures: object; epoch: number; curves: string; weights: Buffer }

  beforeAll(async () => {
    lab = await launchWindow({ userDataDir, preferences: { language: 'en', theme: 'light' } })
  })
  afterAll(async () => {
    await lab.close()
    expect(lab.takeErrors()).toEqual([])
    expect(lab.mistakes()).toEqual([])
  })

  async function restart(): Promise<void> {
    await lab.close()
    expect(lab.takeErrors()).toEqual([])
    expect(lab.mistakes()).toEqual([])
    lab = await launchWindow({ userDataDir })
  }

  const settings = () => Promise.all(fields.map((field) => lab.find(field).inputValue()))

  async function exported(testId: 'export-history' | 'export-safetensors', name: string): Promise<Buffer> {
    await lab.click('tab-weights')
    await lab.save(testId, inFolder(name))
    return fs.readFileSync(inFolder(name))
  }

  it('switches every text to Chinese and back without a restart', async () => {
    photographOnFailure(lab)
    const texts = () => lab.page.locator('body').innerText()
    // Away from the charts, which read out what the pointer is over.
    await lab.page.mouse.move(0, 0)
    const english = await texts()
    await lab.click('language-toggle')
    await lab.find('run-button').filter({ hasText: '运行' }).waitFor()
    expect(await lab.page.evaluate(() => document.documentElement.lang)).toBe('zh-CN')
    const chinese = await texts()
    expect(chinese).toMatch(/训练损失/)
    // What stays in Latin letters are names: of the data, of functions and formats, of the program.
    expect(chinese).not.toMatch(/Training|Target|Learning rate|Gradient check|Run\b/)
    await lab.click('language-toggle')
    await lab.find('run-button').filter({ hasText: 'Run' }).waitFor()
    await expect.poll(texts, PATIENCE).toBe(english)
    await lab.click('language-toggle')
  })

  it('switches between light and dark without a restart', async () => {
    photographOnFailure(lab)
    const background = () => lab.page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    const theme = () => lab.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)
    const light = await background()
    expect(await theme()).toBe('light')
    await lab.click('theme-toggle')
    await lab.page.waitForFunction(() => document.documentElement.dataset.theme === 'dark')
    expect(await background()).not.toBe(light)
    await expect.poll(theme, PATIENCE).toBe('dark')
  })

  it('is interrupted while it is paused in the middle of a run on a file of the user’s own', async () => {
    photographOnFailure(lab)
    const csv = copySample('penguins', folder)
    await lab.openFile(csv)
    await lab.find('target-select').selectOption('species')
    await lab.type('hidden-text', '12, 6')
    await lab.type('learning-rate', '0.05')
    await lab.type('batch-size', '12')
    await lab.type('l2', '0.0001')
    await lab.type('epochs', String(EPOCHS))
    await lab.click('run-button')
    await lab.waitForEpoch(50)
    await lab.click('pause-button')
    await lab.waitForStatus('paused')
    before = {
      settings: await settings(),
      figures: await lab.figures(),
      epoch: await lab.epoch(),
      curves: (await exported('export-history', 'before.csv')).toString(),
      weights: await exported('export-safetensors', 'before.safetensors')
    }
    expect(before.epoch).toBeLessThan(EPOCHS)
    await restart()
  })

  it('comes back with language and theme', async () => {
    photographOnFailure(lab)
    expect(await lab.find('run-button').innerText()).toBe('继续')
    expect(await lab.page.evaluate(() => [document.documentElement.lang, document.documentElement.dataset.theme])).toEqual([
      'zh-CN',
      'dark'
    ])
  })

  it('comes back with data, settings, figures, curves and weights', async () => {
    photographOnFailure(lab)
    await lab.waitForStatus('paused')
    expect(await lab.find('sample-select').locator('option:checked').innerText()).toBe('penguins.csv')
    expect(await settings()).toEqual(before.settings)
    expect(await lab.figures()).toEqual(before.figures)
    expect(await lab.epoch()).toBe(before.epoch)
    expect((await exported('export-history', 'after.csv')).toString()).toBe(before.curves)
    expect((await exported('export-safetensors', 'after.safetensors')).equals(before.weights)).toBe(true)
    expect(before.curves.trimEnd().split('\n')).toHaveLength(before.epoch + 1)
  })

  it('is whole even when the opened file has been deleted meanwhile', async () => {
    photographOnFailure(lab)
    fs.renameSync(inFolder('penguins.csv'), inFolder('elsewhere.csv'))
    await restart()
    await lab.waitForStatus('paused')
    expect(await lab.find('error-banner').count()).toBe(0)
    expect(await lab.find('sample-select').locator('option:checked').innerText()).toBe('penguins.csv')
    await lab.click('tab-data')
    await lab.page.getByRole('cell', { name: 'Torgersen' }).first().waitFor()
    expect((await exported('export-safetensors', 'later.safetensors')).equals(before.weights)).toBe(true)
  })

  it('goes on to the same bits as a run that was never interrupted', async () => {
    photographOnFailure(lab)
    const flags = ['--data', inFolder('elsewhere.csv'), '--target', 'species', '--hidden', '12,6', '--learning-rate', '0.05']
    const more = ['--batch-size', '12', '--l2', '0.0001', '--epochs', String(EPOCHS)]
    const unbroken = trainInTerminal(inFolder('unbroken'), [...flags, ...more])
    await lab.train()
    const weights = await exported('export-safetensors', 'finished.safetensors')
    const curves = await exported('export-history', 'finished.csv')
    expect(weights.equals(fs.readFileSync(path.join(await unbroken, 'weights.safetensors')))).toBe(true)
    expect(curves.equals(fs.readFileSync(path.join(await unbroken, 'history.csv')))).toBe(true)
  })

  it('is not disturbed when the page is loaded anew', async () => {
    photographOnFailure(lab)
    const figures = await lab.figures()
    await lab.page.reload()
    await lab.find('app-ready').waitFor({ state: 'attached' })
    await lab.waitForStatus('finished')
    expect(await lab.figures()).toEqual(figures)
    expect(await lab.epoch()).toBe(EPOCHS)
  })

  it('shows the window that is there when the app is started a second time', async () => {
    photographOnFailure(lab)
    const { code } = await runCommand(electronPath, [...sandboxArguments(), root, `--user-data-dir=${userDataDir}`])
    expect(code).toBe(0)
    expect(await lab.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
    expect(await lab.epoch()).toBe(EPOCHS)
  })

  it('is there again after the whole app was killed, as long as it had a moment to save', async () => {
    photographOnFailure(lab)
    const file = path.join(userDataDir, 'session', 'session.safetensors')
    const savedRun = () => readSafetensors(fs.readFileSync(file)).metadata.run
    await lab.click('rewind-button')
    await lab.waitForStatus('idle')
    await expect.poll(savedRun, PATIENCE).toMatchObject({ status: 'idle', epoch: 0 })
    const figures = await lab.figures()
    await lab.kill()
    await restart()
    expect(await lab.find('sample-select').locator('option:checked').innerText()).toBe('penguins.csv')
    expect(await lab.epoch()).toBe(0)
    expect(await lab.figures()).toEqual(figures)
  })

  it('begins afresh, and says why, when its file is damaged', async () => {
    photographOnFailure(lab)
    await lab.close()
    const file = path.join(userDataDir, 'session', 'session.safetensors')
    fs.truncateSync(file, fs.statSync(file).size - 100)
    lab = await launchWindow({ userDataDir })
    expect(await lab.find('sample-select').inputValue()).toBe('iris')
    expect(await lab.find('error-banner').innerText()).toMatch(/文件已损坏/)
    await lab.train()
  })
})
