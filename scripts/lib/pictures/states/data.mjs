import { chooseFile, enter, openFile, openSample, openTab, pick, press, shown, signalEngine } from '../driver.mjs'
import { bigTable, chineseTable, raggedTable, wideTable } from '../tables.mjs'

/** The views of the data, in their order. */
const VIEWS = ['rows', 'columns', 'scatter', 'preparation', 'reading']

/**
 * The five views of a table, whose name the pictures bear.
 * @param {string} name
 * @param {import('../states.mjs').State['reach']} open
 * @param {readonly string[]} [views]
 * @returns {import('../states.mjs').State[]}
 */
function viewsOf(name, open, views = VIEWS) {
  return views.map((view, index) => ({
    name: `${name}-${view}`,
    reach: async (stage) => {
      if (index === 0) {
        await open(stage)
        await openTab(stage.page, 'data')
      }
      await pick(stage.page, 'data-view', VIEWS.indexOf(view))
    }
  }))
}

/**
 * Tables: how they are read, looked at, prepared and divided.
 * @type {readonly import('../states.mjs').State[]}
 */
export const dataViews = [
  ...viewsOf('data', async () => undefined),
  ...viewsOf('penguins', ({ page }) => openSample(page, 'penguins')),
  {
    name: 'column-detail',
    reach: async ({ page }) => {
      await pick(page, 'data-view', 0)
      await page.locator('[data-testid="data-table"] .column-head').nth(3).click()
      await shown(page, 'column-detail')
    }
  },
  {
    name: 'folds',
    reach: async ({ page }) => {
      await page.getByTestId('split-select').selectOption('folds')
      await shown(page, 'folds')
      await enter(page, 'validation-share', '0.2')
      await pick(page, 'data-view', 3)
    }
  },
  ...viewsOf('chinese', (stage) => openFile(stage, chineseTable(stage.folder))),
  ...viewsOf('wide', (stage) => openFile(stage, wideTable(stage.folder))),
  {
    // Held still while it is read.
    name: 'loading',
    reach: async (stage) => {
      await chooseFile(stage, bigTable(stage.folder))
      await shown(stage.page, 'load-banner')
      await signalEngine(stage.app, 'SIGSTOP')
    },
    leave: async ({ app, page }) => {
      await signalEngine(app, 'SIGCONT')
      await page
        .locator('[data-testid="sample-select"] option:checked', { hasText: 'sensor-log' })
        .waitFor({ state: 'attached', timeout: 60_000 })
    }
  },
  ...viewsOf('big', async () => undefined, ['rows', 'columns', 'scatter']),
  {
    name: 'refused',
    reach: async (stage) => {
      await chooseFile(stage, raggedTable(stage.folder))
      await shown(stage.page, 'error-banner')
    },
    leave: ({ page }) => press(page, 'dismiss-refusal')
  }
]
