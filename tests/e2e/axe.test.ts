import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { StoredPreferences } from '#shared/contract'
import { commands } from '#shared/commands'
import { menuWords } from '../../src/main/menu-words'
import { catalogues } from '../../src/renderer/messages'
import { axeFindings } from './support/axe'
import { useFolder } from './support/folders'
import { useAppWindow } from './support/use-app-window'
import { root } from './support/launch'
import { componentsInSight, settled, visitViews } from './support/visit-views'

/** Every component of the window, by the names of their files. */
const components = fs
  .readdirSync(path.join(root, 'src', 'renderer'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.vue'))
  .map((file) => path.basename(file, '.vue'))

/**
 * Components that do not come into sight here: notes of an engine whose self-test has failed, which nothing makes it do; work on a large table,
 * gone before it can be looked at; and the choice among hundreds of columns, which has its own test (controls.test.ts).
 */
const UNSEEN = new Set(['NoteList', 'PreparingBanner', 'SearchField'])

const looks: (StoredPreferences & { readonly language: 'en' | 'zh-CN' })[] = [
  { language: 'en', theme: 'light' },
  { language: 'zh-CN', theme: 'dark' }
]

describe.each(looks)('axe finds nothing, $theme in $language,', (preferences) => {
  const window = useAppWindow({ preferences, errors: 'provoked' })
  const folder = useFolder()
  const words = menuWords[preferences.language]
  const { reading, data } = catalogues[preferences.language]
  const settings = [reading.decimal, reading.header, reading.ragged, reading.rows, data.role]
  const met = new Set<string>()
  /** The findings, and where each was made first. */
  const findings = new Map<string, string>()

  async function visit(where: string, within?: string): Promise<void> {
    const { page } = window.current
    for (const finding of await axeFindings(page, within)) if (!findings.has(finding)) findings.set(finding, where)
    for (const name of await componentsInSight(page)) met.add(name)
  }

  /** Returns the findings since the last call. */
  function takeFindings(): string[] {
    const taken = [...findings].map(([finding, where]) => `${where}: ${finding}`)
    findings.clear()
    return taken
  }

  /** Every tab as it is, or in all of its views. */
  async function visitTabs(where: string, views: 'as it is' | 'every view'): Promise<void> {
    const { page } = window.current
    const region = '[role="tabpanel"]'
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click()
      const name = `${where} › ${await tab.innerText()}`
      if (views === 'every view') await visitViews(page, { region, visit, settings }, name)
      else {
        await settled(page)
        await visit(name, region)
      }
    }
  }

  /** Every view of every card. */
  async function visitCards(where: string): Promise<void> {
    const { page } = window.current
    for (const card of ['network-card', 'curves-card', 'learned-card'])
      await visitViews(page, { region: `[data-testid="${card}"]`, visit, settings }, `${where} › ${card}`)
  }

  /** Opens a data set in place of what was trained. */
  async function open(name: string): Promise<void> {
    const lab = window.current
    await lab.find('sample-select').selectOption(name)
    await settled(lab.page)
    if ((await lab.find('confirm-dialog').count()) > 0) await lab.click('confirm-ok')
    await lab.waitForStatus('idle')
  }

  it('in the window of a first start', async () => {
    await settled(window.current.page)
    await visit('first start')
    await visitTabs('first start', 'as it is')
    await visitCards('first start')
    expect(takeFindings()).toEqual([])
  })

  it('while it trains and when it is paused', async () => {
    const lab = window.current
    await lab.type('epochs', '1000000')
    await lab.click('run-button')
    await lab.waitForEpoch(50)
    await visit('running')
    await lab.click('pause-button')
    await lab.waitForStatus('paused')
    await visit('paused')
    expect(takeFindings()).toEqual([])
  })

  it('when it has trained, checked its gradients and answered every question', async () => {
    const lab = window.current
    await lab.click('rewind-button')
    await lab.waitForStatus('idle')
    await lab.type('epochs', '100')
    await lab.train()
    await lab.click('tab-check')
    await lab.click('check-button')
    await lab.find('check-summary').waitFor()
    await lab.click('tab-doctor')
    await lab.click('overfit-test')
    await lab.page.locator('[data-testid="overfit-result"] .verdict').waitFor()
    await visitTabs('trained', 'every view')
    await visitCards('trained')
    expect(takeFindings()).toEqual([])
  })

  it('where numbers are laid open', async () => {
    const lab = window.current
    await lab.click('tab-check')
    await lab.find('check-table').getByRole('button', { name: '[0, 3]' }).first().click()
    await lab.find('followed-term').waitFor()
    await visit('a weight that is followed')
    await lab.find('learned-plot').press('ArrowRight')
    await lab.page.locator('[data-unit="1.3"]').click()
    await lab.find('unit-formula').waitFor()
    await lab.click('tab-predict')
    await lab.click('unit-1-3')
    await lab.find('unit-terms').waitFor()
    await visit('a unit and a row')
    await lab.page.keyboard.press('Escape')
    await lab.click('tab-metrics')
    await lab.find('confusion-matrix').getByRole('button').first().click()
    await lab.find('judged-rows').waitFor()
    await visit('rows of a cell')
    await lab.click('tab-data')
    await lab.find('data-table').getByRole('columnheader').getByRole('button').first().click()
    await settled(lab.page)
    await visit('a column')
    expect(takeFindings()).toEqual([])
  })

  it('in the settings, all of them open', async () => {
    const lab = window.current
    for (const more of ['more-network', 'more-loss', 'more-optimizer', 'section-stop']) await lab.click(more)
    await lab.find('schedule').selectOption({ index: 2 })
    await lab.find('schedule-curve').waitFor()
    await lab.type('hidden-text', '16, 0')
    await lab.page.locator('[data-testid="hidden-text"][aria-invalid="true"]').waitFor()
    await visitViews(lab.page, { region: 'aside', visit, settings }, 'settings')
    await lab.find('hidden-text').press('Escape')
    expect(takeFindings()).toEqual([])
  })

  it('in any dialog', async () => {
    const lab = window.current
    await lab.type('hidden-text', '16, 8')
    await lab.find('confirm-dialog').waitFor()
    await visit('a question')
    await lab.click('confirm-cancel')
    await lab.find('tab-check').press('?')
    await lab.find('shortcuts-dialog').waitFor()
    await visit('the list of keys')
    await lab.page.keyboard.press('Escape')
    await lab.click('settings-button')
    await lab.find('engine-in-use').waitFor()
    await visit('settings of the engine')
    await lab.page.keyboard.press('Escape')
    await lab.chooseFromMenu(words.help, commands.about.words[preferences.language])
    await lab.find('licence').first().waitFor()
    await lab.find('licence').locator('summary').first().click()
    await visit('about')
    await lab.page.keyboard.press('Escape')
    expect(takeFindings()).toEqual([])
  })

  it('on paper', async () => {
    const lab = window.current
    await lab.app.evaluate(({ BrowserWindow }) => {
      const { webContents } = BrowserWindow.getAllWindows()[0]
      const kept = globalThis as unknown as { finishPrinting?: () => void }
      webContents.print = (_options, done) => (kept.finishPrinting = () => done?.(true, ''))
    })
    await lab.page.keyboard.press('Control+p')
    await lab.find('print-sheet').waitFor({ state: 'attached' })
    await lab.page.emulateMedia({ media: 'print' })
    await visit('paper')
    await lab.page.emulateMedia({ media: null })
    await lab.app.evaluate(() => (globalThis as unknown as { finishPrinting: () => void }).finishPrinting())
    await lab.find('print-sheet').waitFor({ state: 'detached' })
    expect(takeFindings()).toEqual([])
  })

  it('beside a message', async () => {
    const lab = window.current
    await lab.exportWeights('npz', path.join(folder, 'weights.npz'))
    await visit('a saved file')
    await lab.answerSaveDialogs(path.join(folder, 'nowhere', 'weights.npz'))
    await lab.click('export-npz')
    await lab.find('error-banner').waitFor()
    await visit('a file that cannot be saved')
    const ragged = path.join(folder, 'ragged.csv')
    fs.writeFileSync(ragged, 'a,b,c\n1,2,x\n3,4\n5,6,y\n')
    await lab.chooseFile(ragged)
    await lab.click('confirm-ok')
    await lab.find('dismiss-refusal').waitFor()
    await visit('a file that cannot be read')
    await lab.click('tab-data')
    await settled(lab.page)
    await visit('a file that cannot be read › data')
    const unfit = path.join(folder, 'text among numbers.csv')
    fs.writeFileSync(unfit, `a,b,answer\n1,n/k,yes\n${'2,3,no\n4,5,yes\n'.repeat(20)}`)
    await lab.chooseFile(unfit)
    await lab.click('confirm-ok')
    await lab.find('leave-out').waitFor()
    await visit('a column that cannot be used')
    await lab.click('leave-out')
    await lab.train()
    expect(takeFindings()).toEqual([])
  })

  it('while a long file is read', async () => {
    const lab = window.current
    const long = path.join(folder, 'long.csv')
    fs.writeFileSync(long, `x,y,label\n${'0.125,0.25,a\n0.5,0.75,b\n'.repeat(1_000_000)}`)
    await lab.chooseFile(long)
    await lab.click('confirm-ok')
    await lab.find('load-banner').waitFor()
    // Held where it is, so that there is time to look.
    const pid = (await lab.enginePid()) ?? 0
    process.kill(pid, 'SIGSTOP')
    await visit('a long file')
    process.kill(pid, 'SIGCONT')
    await lab.click('cancel-load')
    await lab.find('load-banner').waitFor({ state: 'detached' })
    expect(takeFindings()).toEqual([])
  })

  it.each(['toy:spirals', 'toy:sine'])('on the plane of %s', async (name) => {
    const lab = window.current
    await open(name)
    await lab.train()
    await lab.click('tab-points')
    await visitViews(lab.page, { region: '[role="tabpanel"]', visit, settings }, name)
    await visitCards(name)
    expect(takeFindings()).toEqual([])
  })

  it('with digits', async () => {
    const lab = window.current
    await open('digits')
    await lab.train()
    await lab.find('learned-plot').press('ArrowRight')
    await lab.find('row-picture').waitFor()
    await lab.page.locator('[data-unit="1.3"]').click()
    await lab.find('unit-formula').waitFor()
    await visit('a unit of digits')
    await lab.page.keyboard.press('Escape')
    await visitTabs('digits', 'as it is')
    await visitCards('digits')
    expect(takeFindings()).toEqual([])
  })

  it('when several columns are predicted, and when training has failed', async () => {
    const lab = window.current
    await open('penguins')
    await lab.click('tab-data')
    await lab.click('show-notes')
    await visit('notes')
    await lab.find('target-select').selectOption('body_mass_g')
    await lab.page.getByText('→ 1 linear').waitFor()
    await lab.click('add-target')
    await lab.find('target-select-2').selectOption('flipper_length_mm')
    await lab.page.getByText('→ 2 linear').waitFor()
    await lab.train()
    await visitTabs('regression', 'as it is')
    await visitCards('regression')
    await lab.click('rewind-button')
    await lab.type('hidden-text', '')
    await lab.type('learning-rate', '1e9')
    await lab.click('run-button')
    await lab.waitForStatus('failed')
    await visit('failed')
    await lab.click('tab-doctor')
    await settled(lab.page)
    await visit('failed › doctor')
    expect(takeFindings()).toEqual([])
  })

  it('when the engine process has gone, and before it first answers', async () => {
    const lab = window.current
    const pid = (await lab.enginePid()) ?? 0
    process.kill(pid, 'SIGKILL')
    await lab.find('engine-gone-banner').waitFor()
    await visit('engine gone')
    await lab.page.reload()
    await lab.find('app-ready').waitFor()
    const next = (await lab.enginePid()) ?? 0
    // Otherwise it would answer before the page has been looked at.
    process.kill(next, 'SIGSTOP')
    await lab.page.reload()
    await lab.page.locator('main.start').waitFor()
    await visit('start')
    process.kill(next, 'SIGCONT')
    await lab.find('app-ready').waitFor()
    expect(takeFindings()).toEqual([])
  })

  it('in any component', () => {
    expect(components.filter((name) => !met.has(name) && !UNSEEN.has(name))).toEqual([])
  })
})
