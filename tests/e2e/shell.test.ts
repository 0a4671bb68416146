import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { useFolder } from './support/folders'
import { inEnglish, launchWindow, PATIENCE, type AppWindow } from './support/app-window'
import { photographOnFailure, useAppWindow } from './support/use-app-window'
import { startPrinting } from './support/printing'

const menuLabels = (appWindow: AppWindow) =>
  appWindow.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label))

const zoomLevel = (appWindow: AppWindow) =>
  appWindow.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].webContents.getZoomLevel())

const learningRate = (appWindow: AppWindow) => appWindow.find('learning-rate').inputValue()

describe('the menu', () => {
  const window = useAppWindow({ preferences: inEnglish })
  const folder = useFolder()

  it('speaks the language of the window, at once', async () => {
    const appWindow = window.current
    expect(await menuLabels(appWindow)).toEqual(['File', 'Edit', 'View', 'Run', 'Help'])
    await appWindow.chooseFromMenu('View', 'Language 语言', '中文')
    await appWindow.page.waitForFunction(() => document.documentElement.lang === 'zh-CN')
    await expect.poll(() => menuLabels(appWindow), PATIENCE).toEqual(['文件', '编辑', '视图', '运行', '帮助'])
    await appWindow.chooseFromMenu('视图', '语言 Language', 'English')
    await expect.poll(() => menuLabels(appWindow), PATIENCE).toContain('File')
  })

  it('trains, and goes back', async () => {
    const appWindow = window.current
    await appWindow.chooseFromMenu('Run', 'Run or pause')
    await appWindow.waitForStatus('finished')
    await appWindow.chooseFromMenu('Run', 'Rewind')
    await appWindow.waitForStatus('idle')
  })

  it('saves settings to a file and opens them again', async () => {
    const appWindow = window.current
    photographOnFailure(appWindow)
    const file = path.join(folder, '课堂 settings.json')
    await appWindow.type('learning-rate', '0.025')
    await appWindow.answerSaveDialogs(file)
    await appWindow.chooseFromMenu('File', 'Save settings…')
    await appWindow.find('toast').filter({ hasText: file }).waitFor()
    expect(JSON.parse(fs.readFileSync(file, 'utf8'))).toMatchObject({
      format: 'backprop-lab-settings',
      data: { origin: 'sample', name: 'iris' },
      settings: { learningRate: 0.025 }
    })
    await appWindow.type('learning-rate', '0.5')
    await expect.poll(() => learningRate(appWindow), PATIENCE).toBe('0.5')
    await appWindow.answerOpenDialogs(file)
    await appWindow.chooseFromMenu('File', 'Open settings…')
    await expect.poll(() => learningRate(appWindow), PATIENCE).toBe('0.025')
  })

  it('says what is wrong with a file of settings', async () => {
    const appWindow = window.current
    const file = path.join(folder, 'wrong.json')
    fs.writeFileSync(file, '{"format":"backprop-lab-settings","version":7}')
    await appWindow.answerOpenDialogs(file)
    await appWindow.chooseFromMenu('File', 'Open settings…')
    await appWindow.find('error-banner').filter({ hasText: 'version is 7; expected 1.' }).waitFor()
  })

  it('goes on from weights that were saved, at their epoch', async () => {
    const appWindow = window.current
    photographOnFailure(appWindow)
    const file = path.join(folder, 'weights.safetensors')
    await appWindow.train()
    const [epoch, figures] = [await appWindow.epoch(), await appWindow.figures()]
    await appWindow.answerSaveDialogs(file)
    await appWindow.chooseFromMenu('File', 'Export', 'Weights…')
    await appWindow.find('toast').filter({ hasText: file }).waitFor()
    await appWindow.chooseFromMenu('Run', 'Rewind')
    await appWindow.waitForStatus('idle')
    await appWindow.answerOpenDialogs(file)
    await appWindow.chooseFromMenu('File', 'Open weights…')
    await appWindow.waitForStatus('finished')
    expect([await appWindow.epoch(), await appWindow.figures()]).toEqual([epoch, figures])
  })

  it('lists the tables opened last, and opens them again', async () => {
    const appWindow = window.current
    const file = path.join(folder, 'marks.csv')
    fs.writeFileSync(file, `x,passed\n${Array.from({ length: 30 }, (_, n) => `${n},${n % 2 ? 'yes' : 'no'}`).join('\n')}\n`)
    await appWindow.chooseFromMenu('Run', 'Rewind')
    await appWindow.waitForStatus('idle')
    await appWindow.openFile(file)
    await appWindow.find('sample-select').selectOption('iris')
    await expect.poll(() => appWindow.page.title(), PATIENCE).toMatch(/iris/i)
    await appWindow.chooseFromMenu('File', 'Open recent', `marks.csv — ${path.basename(folder)}`)
    await expect.poll(() => appWindow.page.title(), PATIENCE).toContain('marks.csv')
  })

  it('shows what the program is made of', async () => {
    const appWindow = window.current
    await appWindow.chooseFromMenu('Help', 'About Backprop Lab')
    await appWindow.find('licence').filter({ hasText: 'chart.js' }).waitFor()
    expect(await appWindow.find('licence').count()).toBeGreaterThan(8)
    expect(await appWindow.find('about-dialog').innerText()).toContain('Electron')
    await appWindow.page.keyboard.press('Escape')
    await appWindow.find('about-dialog').waitFor({ state: 'detached' })
  })

  it('prints the experiment, and nothing else of the window', async () => {
    const appWindow = window.current
    photographOnFailure(appWindow)
    const finishPrinting = await startPrinting(appWindow)
    expect(await appWindow.find('print-sheet').isVisible()).toBe(false)
    await appWindow.page.emulateMedia({ media: 'print' })
    expect(await appWindow.find('print-sheet').innerText()).toContain('marks.csv')
    expect(await appWindow.find('app-ready').isVisible()).toBe(false)
    const paper = await appWindow.app.evaluate(async ({ BrowserWindow }) => {
      const pdf = await BrowserWindow.getAllWindows()[0].webContents.printToPDF({ pageSize: 'A4' })
      return pdf.toString('latin1')
    })
    expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    await appWindow.page.emulateMedia({ media: null })
    await finishPrinting()
  })
})

describe('the window', () => {
  it('is where it was at the next start, and everything in it as large', async () => {
    const userDataDir = fs.mkdtempSync(path.join(fs.realpathSync('/tmp'), 'backprop-lab-e2e-'))
    const first = await launchWindow({ userDataDir, preferences: inEnglish })
    await first.page.keyboard.press('Control+=')
    await first.page.keyboard.press('Control+=')
    await expect.poll(() => zoomLevel(first), PATIENCE).toBe(1)
    await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].setBounds({ x: 40, y: 50, width: 1111, height: 700 }))
    await first.close()
    const second = await launchWindow({ userDataDir })
    await expect.poll(() => zoomLevel(second), PATIENCE).toBe(1)
    expect(await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].getNormalBounds())).toMatchObject({
      width: 1111,
      height: 700
    })
    await second.page.keyboard.press('Control+0')
    await expect.poll(() => zoomLevel(second), PATIENCE).toBe(0)
    await second.close()
    fs.rmSync(userDataDir, { recursive: true, force: true })
  })

  it('marks when a run could be started, for the measurement of the start', async () => {
    const appWindow = await launchWindow({ preferences: inEnglish })
    await expect.poll(() => appWindow.page.evaluate(() => performance.getEntriesByName('run-enabled').length), PATIENCE).toBe(1)
    await appWindow.close()
  })
})

describe('settings beside the program', () => {
  const folder = useFolder()

  it('set up a machine at its first start, and can be gone back to', async () => {
    const file = path.join(folder, 'backprop-lab-settings.json')
    const author = await launchWindow({ preferences: inEnglish })
    await author.find('sample-select').selectOption('wine')
    await author.type('learning-rate', '0.07')
    await author.answerSaveDialogs(file)
    await author.chooseFromMenu('File', 'Save settings…')
    await author.find('toast').filter({ hasText: file }).waitFor()
    await author.close()

    const student = await launchWindow({ preferences: inEnglish, args: [`--class-settings=${file}`] })
    expect(await student.page.title()).toMatch(/wine/i)
    expect(await learningRate(student)).toBe('0.07')
    await student.type('learning-rate', '0.9')
    await student.chooseFromMenu('File', 'Reset to class settings')
    await expect.poll(() => learningRate(student), PATIENCE).toBe('0.07')
    await student.close()
  })
})
