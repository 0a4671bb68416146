import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { StoredPreferences } from '#shared/contract'
import { commands } from '#shared/commands'
import { pageNames } from '#shared/pages'
import { menuWords } from '../../src/main/menu-words'
import { allCatalogues } from '../support/all-catalogues'
import { sampleLab } from '../support/sample-lab'
import { microscope } from './gallery/states/microscope'
import { PATIENCE } from './support/app-window'
import { axeFindings, markupWithoutNumbers } from './support/axe'
import { choosePlaces, collect } from './support/collecting'
import { useFolder } from './support/folders'
import { useAppWindow } from './support/use-app-window'
import { startPrinting } from './support/printing'
import { root } from './support/launch'
import { componentsInSight, settled, visitViews } from './support/visit-views'

/** Every component of the window, by the names of their files. */
const components = fs
  .readdirSync(path.join(root, 'src', 'renderer'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.vue'))
  .map((file) => path.basename(file, '.vue'))

/**
 * Components that do not come into sight here: notes of an engine whose self-test has failed, which nothing makes it do; work on a large
 * table, gone before it can be looked at; the choice among hundreds of columns, which has its own test (controls.test.ts); a page that is
 * still being loaded, gone as soon, or cannot be, which nothing makes it.
 */
const UNSEEN = new Set(['NoteList', 'PreparingBanner', 'SearchField', 'PageLoading', 'PageFailed'])

const looks: (StoredPreferences & { readonly language: 'en' | 'zh-CN' })[] = [
  { language: 'en', theme: 'light' },
  { language: 'zh-CN', theme: 'dark' }
]

describe.each(looks)('axe finds nothing, $theme in $language,', (preferences) => {
  const window = useAppWindow({ preferences, errors: 'provoked' })
  const folder = useFolder()
  const words = menuWords[preferences.language]
  const { reading, data } = allCatalogues[preferences.language]
  const settings = [
    reading.decimal,
    reading.header,
    reading.dates,
    reading.spellings,
    reading.ragged,
    reading.escape,
    reading.rows,
    ...Object.values(reading.omit),
    data.role
  ]
  const met = new Set<string>()
  /** The findings, and where each was made first. */
  const findings = new Map<string, string>()

  /** The markup that was examined: the same in the same look, but for its numbers, has the same findings. */
  const examined = new Set<string>()

  async function visit(where: string, within?: string): Promise<void> {
    const { page } = window.current
    const markup = await markupWithoutNumbers(page, within)
    if (!examined.has(markup))
      for (const finding of await axeFindings(page, within)) if (!findings.has(finding)) findings.set(finding, where)
    examined.add(markup)
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
    const appWindow = window.current
    const isTrained = (await appWindow.epoch()) > 0
    await appWindow.find('sample-select').selectOption(name)
    if (isTrained) await appWindow.click('confirm-ok')
    await appWindow.waitForStatus('idle')
  }

  it('in the window of a first start', async () => {
    await settled(window.current.page)
    await visit('first start')
    await visitTabs('first start', 'as it is')
    await visitCards('first start')
    expect(takeFindings()).toEqual([])
  })

  it('while it trains and when it is paused', async () => {
    const appWindow = window.current
    await appWindow.type('epochs', '1000000')
    await appWindow.click('run-button')
    await appWindow.waitForEpoch(50)
    await visit('running')
    await appWindow.click('pause-button')
    await appWindow.waitForStatus('paused')
    await visit('paused')
    expect(takeFindings()).toEqual([])
  })

  it('when it has trained, checked its gradients and answered every question', async () => {
    const appWindow = window.current
    await appWindow.click('rewind-button')
    await appWindow.waitForStatus('idle')
    await appWindow.type('epochs', '100')
    await appWindow.train()
    await appWindow.click('tab-check')
    await appWindow.click('check-button')
    await appWindow.find('check-summary').waitFor()
    await appWindow.click('tab-doctor')
    await appWindow.click('overfit-test')
    await appWindow.page.locator('[data-testid="overfit-result"] .verdict').waitFor()
    await visitTabs('trained', 'every view')
    await visitCards('trained')
    expect(takeFindings()).toEqual([])
  })

  it.each(pageNames.filter((name) => name !== 'workbench'))('on the page %s', async (name) => {
    const appWindow = window.current
    await appWindow.click(`page-${name}`)
    await visitViews(appWindow.page, { region: 'main', visit, settings }, name)
    await appWindow.click('page-workbench')
    await appWindow.find('run-button').waitFor()
    expect(takeFindings()).toEqual([])
  })

  it('where numbers are laid open', async () => {
    const appWindow = window.current
    await appWindow.click('tab-check')
    await appWindow.find('check-table').getByRole('button', { name: '[0, 3]' }).first().click()
    await appWindow.find('followed-term').waitFor()
    await visit('a weight that is followed')
    await appWindow.find('learned-plot').press('ArrowRight')
    await appWindow.page.locator('[data-unit="1.3"]').click()
    await appWindow.find('unit-formula').waitFor()
    await appWindow.click('tab-predict')
    await appWindow.click('unit-1-3')
    await appWindow.find('unit-terms').waitFor()
    await visit('a unit and a row')
    await appWindow.page.keyboard.press('Escape')
    await appWindow.click('tab-metrics')
    await appWindow.find('confusion-matrix').getByRole('button').first().click()
    await appWindow.find('judged-rows').waitFor()
    await visit('rows of a cell')
    await appWindow.click('tab-data')
    await appWindow.find('data-table').getByRole('columnheader').getByRole('button').first().click()
    await settled(appWindow.page)
    await visit('a column')
    expect(takeFindings()).toEqual([])
  })

  it('in the microscope, at each kind of step', async () => {
    const appWindow = window.current
    for (const { name, reach, leave } of microscope) {
      await reach(appWindow, '')
      await settled(appWindow.page)
      await visit(name)
      await leave?.(appWindow)
    }
    await appWindow.page.keyboard.press('Control+1')
    await appWindow.waitFor('run-button')
    expect(takeFindings()).toEqual([])
  })

  it('in the settings, all of them open', async () => {
    const appWindow = window.current
    for (const more of ['more-network', 'more-loss', 'more-optimizer', 'section-stop']) await appWindow.click(more)
    await appWindow.find('schedule').selectOption({ index: 2 })
    await appWindow.find('schedule-curve').waitFor()
    await appWindow.type('hidden-text', '16, 0')
    await appWindow.page.locator('[data-testid="hidden-text"][aria-invalid="true"]').waitFor()
    await visitViews(appWindow.page, { region: 'aside', visit, settings }, 'settings')
    await appWindow.find('hidden-text').press('Escape')
    expect(takeFindings()).toEqual([])
  })

  it('in any dialog', async () => {
    const appWindow = window.current
    await appWindow.type('hidden-text', '16, 8')
    await appWindow.find('confirm-dialog').waitFor()
    await visit('a question')
    await appWindow.click('confirm-cancel')
    await appWindow.find('tab-check').press('?')
    await appWindow.find('shortcuts-dialog').waitFor()
    await visit('the list of keys')
    await appWindow.page.keyboard.press('Escape')
    await appWindow.click('settings-button')
    await appWindow.find('engine-in-use').waitFor()
    await visit('settings of the engine')
    await appWindow.page.keyboard.press('Escape')
    await appWindow.chooseFromMenu(words.help, commands.about.words[preferences.language])
    await appWindow.find('licence').first().waitFor()
    await appWindow.find('licence').locator('summary').first().click()
    await visit('about')
    await appWindow.page.keyboard.press('Escape')
    expect(takeFindings()).toEqual([])
  })

  it('on paper', async () => {
    const appWindow = window.current
    const finishPrinting = await startPrinting(appWindow)
    await appWindow.page.emulateMedia({ media: 'print' })
    await visit('paper')
    await appWindow.page.emulateMedia({ media: null })
    await finishPrinting()
    expect(takeFindings()).toEqual([])
  })

  it('beside a message', async () => {
    const appWindow = window.current
    await appWindow.exportWeights('npz', path.join(folder, 'weights.npz'))
    await visit('a saved file')
    await appWindow.answerSaveDialogs(path.join(folder, 'nowhere', 'weights.npz'))
    await appWindow.click('export-npz')
    await appWindow.find('error-banner').waitFor()
    await visit('a file that cannot be saved')
    const ragged = path.join(folder, 'ragged.csv')
    fs.writeFileSync(ragged, 'a,b,c\n1,2,x\n3,4\n5,6,y\n')
    await appWindow.chooseFile(ragged)
    await appWindow.find('dismiss-refusal').waitFor()
    await visit('a file that cannot be read')
    await appWindow.click('tab-data')
    await settled(appWindow.page)
    await visit('a file that cannot be read › data')
    const unfit = path.join(folder, 'text among numbers.csv')
    fs.writeFileSync(unfit, `a,b,answer\n1,n/k,yes\n${'2,3,no\n4,5,yes\n'.repeat(20)}`)
    await appWindow.chooseFile(unfit)
    await appWindow.click('confirm-ok')
    await appWindow.find('leave-out').waitFor()
    await visit('a column that cannot be used')
    await appWindow.click('leave-out')
    await appWindow.train()
    expect(takeFindings()).toEqual([])
  })

  it('while a long file is read', async () => {
    const appWindow = window.current
    const long = path.join(folder, 'long.csv')
    fs.writeFileSync(long, `x,y,label\n${'0.125,0.25,a\n0.5,0.75,b\n'.repeat(1_000_000)}`)
    await appWindow.chooseFile(long)
    await appWindow.find('load-banner').waitFor()
    // Held where it is, so that there is time to look.
    const pid = (await appWindow.enginePid()) ?? 0
    process.kill(pid, 'SIGSTOP')
    await visit('a long file')
    // Before it goes on, or it might be done before the click.
    await appWindow.click('cancel-load')
    process.kill(pid, 'SIGCONT')
    await appWindow.find('load-banner').waitFor({ state: 'detached' })
    expect(takeFindings()).toEqual([])
  })

  it.each(['toy:spirals', 'toy:sine'])('on the plane of %s', async (name) => {
    const appWindow = window.current
    await open(name)
    await appWindow.train()
    await appWindow.click('tab-points')
    await visitViews(appWindow.page, { region: '[role="tabpanel"]', visit, settings }, name)
    await visitCards(name)
    expect(takeFindings()).toEqual([])
  })

  it('with digits', async () => {
    const appWindow = window.current
    await open('digits')
    await appWindow.train()
    await appWindow.find('learned-plot').press('ArrowRight')
    await appWindow.find('row-picture').waitFor()
    await appWindow.page.locator('[data-unit="1.3"]').click()
    await appWindow.find('unit-formula').waitFor()
    await visit('a unit of digits')
    await appWindow.page.keyboard.press('Escape')
    await visitTabs('digits', 'as it is')
    await visitCards('digits')
    expect(takeFindings()).toEqual([])
  })

  it('when several columns are predicted, and when training has failed', async () => {
    const appWindow = window.current
    await open('penguins')
    await appWindow.click('tab-data')
    // The view stays that of the file before, whose notes asked for a decision.
    await appWindow.find('data-view').getByRole('radio').first().click()
    await appWindow.click('show-notes')
    await visit('notes')
    await appWindow.find('target-select').selectOption('body_mass_g')
    await appWindow.page.getByText('→ 1 linear').waitFor()
    await appWindow.click('add-target')
    await appWindow.find('target-select-2').selectOption('flipper_length_mm')
    await appWindow.page.getByText('→ 2 linear').waitFor()
    await appWindow.train()
    await visitTabs('regression', 'as it is')
    await visitCards('regression')
    await appWindow.click('rewind-button')
    // Until then a change of the network asks what is to become of the weights.
    await appWindow.waitForStatus('idle')
    await appWindow.type('hidden-text', '')
    await appWindow.type('learning-rate', '1e9')
    await appWindow.click('run-button')
    await appWindow.waitForStatus('failed')
    await visit('failed')
    await appWindow.click('tab-doctor')
    await settled(appWindow.page)
    await visit('failed › doctor')
    expect(takeFindings()).toEqual([])
  })

  it('on the page Labs', async () => {
    const appWindow = window.current
    await appWindow.click('page-labs')
    await appWindow.waitFor('lesson-1-graphs')
    await visit('lessons')
    await appWindow.click('labs-view-backward')
    await appWindow.waitFor('labs-editor')
    await visit('labs')
    await appWindow.click('labs-check')
    await appWindow.find('labs-sentence').waitFor({ timeout: 60_000 })
    await visit('labs › a program that is still to be written')
    await appWindow.click('labs-view-lessons')
    const lab = path.join(folder, 'bp-000.lab.md')
    fs.writeFileSync(lab, sampleLab)
    await appWindow.answerOpenDialogs(lab)
    await appWindow.click('lab-open')
    await appWindow.find('lab-number').fill('2026')
    await visit('lab › start')
    await appWindow.find('lab-number').fill('20260001')
    await appWindow.click('lab-begin')
    for (const section of ['intro', 'q1', 'b1', 'c1', 'f1', 'r1']) {
      await appWindow.click(`section-${section}`)
      await appWindow.waitFor(`lab-section-${section}`)
      await visit(`lab › ${section}`)
    }
    await appWindow.openPage('workbench')
    await visit('lab › what it leaves of the settings')
    await appWindow.openPage('labs')
    await appWindow.click('lab-finish')
    await appWindow.click('lab-finish-yes')
    await appWindow.waitFor('lab-receipt')
    await visit('lab › receipt')
    await appWindow.click('lab-leave')
    const example = path.join(root, 'examples', 'lab')
    await choosePlaces(appWindow, { lab: path.join(example, 'two-layers.lab.md'), folder: path.join(example, 'handed-in') })
    await visit('collect')
    await collect(appWindow, { out: path.join(folder, 'marks') })
    for (const tab of ['marks', 'answers', 'problems', 'pairs']) {
      await appWindow.click(`tab-${tab}`)
      await visit(`collect › ${tab}`)
    }
    expect(takeFindings()).toEqual([])
  })

  it('on the page Graph', async () => {
    const appWindow = window.current
    await appWindow.click('page-graph')
    // Whatever was opened as a graph before.
    await appWindow.find('graph-examples').selectOption({ index: 1 })
    await appWindow.find('graph-node-4').waitFor()
    await visit('graph')
    const { explorer } = allCatalogues[preferences.language]
    await visitTabs('graph', 'as it is')
    await appWindow.click('graph-compute-hessian')
    await appWindow.find('graph-hessian').locator('tbody td').first().waitFor()
    await visit('graph › a Hessian')
    await appWindow.click('graph-save')
    await visit('graph › files')
    await appWindow.page.keyboard.press('Escape')
    await appWindow.page.locator('body').press('Home')
    await visit('graph › the first step')
    await appWindow.find('graph-text').fill('A = [1, 2; 3, 4]; A * [x; y')
    await appWindow.find('graph-error').waitFor()
    await visit(`graph › ${explorer.program}`)
    await appWindow.find('graph-text').fill('[1, 2; 3, 4] * x')
    await appWindow.find('graph-matrix').waitFor()
    await visit('graph › a matrix')
    await appWindow.find('graph-examples').selectOption({ label: '∇ x.T S x = 2Sx, S = S.T' })
    await appWindow.waitFor('graph-cells-S')
    for (const [mode, drawn] of [
      ['both', 'graph-derivative'],
      ['product', 'graph-along']
    ] as const) {
      await appWindow.click(`graph-mode-${mode}`)
      await expect.poll(() => appWindow.find(drawn).innerText(), PATIENCE).toContain('=')
      await visit(`graph › ${mode}`)
    }
    await appWindow.click('page-workbench')
    expect(takeFindings()).toEqual([])
  })

  it('when the engine process has gone in the middle of a lab, and before it first answers', async () => {
    const appWindow = window.current
    await appWindow.openPage('labs')
    await appWindow.click('labs-view-lessons')
    await appWindow.click('lesson-1-graphs')
    await appWindow.find('lab-number').fill('20260001')
    await appWindow.click('lab-begin')
    await appWindow.waitFor('lab-room')
    const pid = (await appWindow.enginePid()) ?? 0
    process.kill(pid, 'SIGKILL')
    await appWindow.find('engine-gone-banner').waitFor()
    await visit('engine gone')
    await appWindow.page.reload()
    await appWindow.find('app-ready').waitFor()
    await appWindow.openPage('labs')
    await appWindow.waitFor('lab-left')
    await visit('lab › left')
    const next = (await appWindow.enginePid()) ?? 0
    // Otherwise it would answer before the page has been looked at.
    process.kill(next, 'SIGSTOP')
    await appWindow.page.reload()
    await appWindow.page.locator('main.start').waitFor()
    await visit('start')
    process.kill(next, 'SIGCONT')
    await appWindow.find('app-ready').waitFor()
    expect(takeFindings()).toEqual([])
  })

  it('in any component', () => {
    expect(components.filter((name) => !met.has(name) && !UNSEEN.has(name))).toEqual([])
  })
})
