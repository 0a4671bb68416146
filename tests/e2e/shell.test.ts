import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { useFolder } from './support/folders'
import { inEnglish, launchWindow, PATIENCE, type AppWindow } from './support/app-window'
import { photographOnFailure, useAppWindow } from './support/use-app-window'

const menuLabels = (lab: AppWindow) => lab.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label))

const zoomLevel = (lab: AppWindow) => lab.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].webContents.getZoomLevel())

const learningRate = (lab: AppWindow) => lab.find('learning-rate').inputValue()

describe('the menu', () => {
  const window = useAppWindow({ preferences: inEnglish })
  const folder = useFolder()

  it('speaks the language of the window, at once', async () => {
    const lab = window.current
    expect(await menuLabels(lab)).toEqual(['File', 'Edit', 'View', 'Run', 'Help'])
    await lab.chooseFromMenu('View', 'Language 语言', '中文')
    await lab.page.waitForFunction(() => document.documentElement.lang === 'zh-CN')
    await expect.poll(() => menuLabels(lab), PATIENCE).toEqual(['文件', '编辑', '视图', '运行', '帮助'])
    await lab.chooseFromMenu('视图', '语言 Language', 'English')
    await expect.poll(() => menuLabels(lab), PATIENCE).toContain('File')
  })

  it('trains, and goes back', async () => {
    const lab = window.current
    await lab.chooseFromMenu('Run', 'Run or pause')
    await lab.waitForStatus('finished')
    await lab.chooseFromMenu('Run', 'Rewind')
    await lab.waitForStatus('idle')
  })

  it('saves settings to a file and opens them again', async () => {
    const lab = window.current
    photographOnFailure(lab)
    const file = path.join(folder, '课堂 settings.json')
    await lab.type('learning-rate', '0.025')
    await lab.answerSaveDialogs(file)
    await lab.chooseFromMenu('File', 'Save settings…')
    await lab.find('toast').filter({ hasText: file }).waitFor()
    expect(JSON.parse(fs.readFileSync(file, 'utf8'))).toMatchObject({
      format: 'backprop-lab-settings',
      data: { origin: 'sample', name: 'iris' },
      settings: { learningRate: 0.025 }
    })
    await lab.type('learning-rate', '0.5')
    await expect.poll(() => learningRate(lab), PATIENCE).toBe('0.5')
    await lab.answerOpenDialogs(file)
    await lab.chooseFromMenu('File', 'Open settings…')
    await expect.poll(() => learningRate(lab), PATIENCE).toBe('0.025')
  })

  it('says what is wrong with a file of settings', async () => {
    const lab = window.current
    const file = path.join(folder, 'wrong.json')
    fs.writeFileSync(file, '{"format":"backprop-lab-settings","version":7}')
    await lab.answerOpenDialogs(file)
    await lab.chooseFromMenu('File', 'Open settings…')
    await lab.find('error-banner').filter({ hasText: 'version is 7; expected 1.' }).waitFor()
  })

  it('goes on from weights that were saved, at their epoch', async () => {
    const lab = window.current
    photographOnFailure(lab)
    const file = path.join(folder, 'weights.safetensors')
    await lab.train()
    const [epoch, figures] = [await lab.epoch(), await lab.figures()]
    await lab.answerSaveDialogs(file)
    await lab.chooseFromMenu('File', 'Export', 'Weights…')
    await lab.find('toast').filter({ hasText: file }).waitFor()
    await lab.chooseFromMenu('Run', 'Rewind')
    await lab.waitForStatus('idle')
    await lab.answerOpenDialogs(file)
    await lab.chooseFromMenu('File', 'Open weights…')
    await lab.waitForStatus('finished')
    expect([await lab.epoch(), await lab.figures()]).toEqual([epoch, figures])
  })

  it('lists the tables opened last, and opens them again', async () => {
    const lab = window.current
    const file = path.join(folder, 'marks.csv')
    fs.writeFileSync(file, `x,passed\n${Array.from({ length: 30 }, (_, n) => `${n},${n % 2 ? 'yes' : 'no'}`).join('\n')}\n`)
    await lab.chooseFromMenu('Run', 'Rewind')
    await lab.waitForStatus('idle')
    await lab.openFile(file)
    await lab.find('sample-select').selectOption('iris')
    await expect.poll(() => lab.page.title(), PATIENCE).toMatch(/iris/i)
    await lab.chooseFromMenu('File', 'Open recent', `marks.csv — ${path.basename(folder)}`)
    await expect.poll(() => lab.page.title(), PATIENCE).toContain('marks.csv')
  })

  it('shows what the program is made of', async () => {
    const lab = window.current
    await lab.chooseFromMenu('Help', 'About Backprop Lab')
    await lab.find('licence').filter({ hasText: 'chart.js' }).waitFor()
    expect(await lab.find('licence').count()).toBeGreaterThan(8)
    expect(await lab.find('about-dialog').innerText()).toContain('Electron')
    await lab.page.keyboard.press('Escape')
    await lab.find('about-dialog').waitFor({ state: 'detached' })
  })

  it('prints the experiment, and nothing else of the window', async () => {
    const lab = window.current
    photographOnFailure(lab)
    await lab.app.evaluate(({ BrowserWindow }) => {
      const { webContents } = BrowserWindow.getAllWindows()[0]
      const kept = globalThis as unknown as { finishPrinting?: () => void }
      webContents.print = (_options, done) => (kept.finishPrinting = () => done?.(true, ''))
    })
    await lab.page.keyboard.press('Control+p')
    await lab.find('print-sheet').waitFor({ state: 'attached' })
    expect(await lab.find('print-sheet').isVisible()).toBe(false)
    await lab.page.emulateMedia({ media: 'print' })
    expect(await lab.find('print-sheet').innerText()).toContain('marks.csv')
    expect(await lab.find('app-ready').isVisible()).toBe(false)
    const paper = await lab.app.evaluate(async ({ BrowserWindow }) => {
      const pdf = await BrowserWindow.getAllWindows()[0].webContents.printToPDF({ pageSize: 'A4' })
      return pdf.toString('latin1')
    })
    expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    await lab.page.emulateMedia({ media: null })
    await lab.app.evaluate(() => (globalThis as unknown as { finishPrinting: () => void }).finishPrinting())
    await lab.find('print-sheet').waitFor({ state: 'detached' })
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
    const lab = await launchWindow({ preferences: inEnglish })
    await expect.poll(() => lab.page.evaluate(() => performance.getEntriesByName('run-enabled').length), PATIENCE).toBe(1)
    await lab.close()
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
