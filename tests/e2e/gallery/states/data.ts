import type { State } from '../states'
import { bigTable, chineseTable, raggedTable, wideTable } from '../tables'

/** The views of the data, in their order. */
const VIEWS = ['rows', 'columns', 'scatter', 'preparation', 'reading']

/** The views of a table, whose name the pictures bear. */
export function viewsOf(name: string, open: State['reach'], views: readonly string[] = VIEWS): State[] {
  return views.map((view, index) => ({
    name: `${name}-${view}`,
    reach: async (appWindow, folder) => {
      if (index === 0) {
        await open(appWindow, folder)
        await appWindow.openTab('data')
      }
      await appWindow.pick('data-view', VIEWS.indexOf(view))
    }
  }))
}

/** Tables: how they are read, looked at, prepared and divided. */
export const dataViews: readonly State[] = [
  ...viewsOf('data', async () => undefined),
  ...viewsOf('penguins', (appWindow) => appWindow.openSample('penguins')),
  {
    name: 'column-detail',
    reach: async (appWindow) => {
      await appWindow.pick('data-view', 0)
      await appWindow.page.locator('[data-testid="data-table"] .column-head').nth(3).click()
      await appWindow.waitFor('column-detail')
    }
  },
  {
    name: 'folds',
    reach: async (appWindow) => {
      await appWindow.find('split-select').selectOption('folds')
      await appWindow.waitFor('folds')
      await appWindow.enter('validation-share', '0.2')
      await appWindow.pick('data-view', 3)
    }
  },
  ...viewsOf('chinese', (appWindow, folder) => appWindow.openFile(chineseTable(folder))),
  ...viewsOf('wide', (appWindow, folder) => appWindow.openFile(wideTable(folder))),
  {
    // Held still while it is read.
    name: 'loading',
    reach: async (appWindow, folder) => {
      await appWindow.chooseFile(bigTable(folder))
      await appWindow.waitFor('load-banner')
      await appWindow.signalEngine('SIGSTOP')
    },
    leave: async (appWindow) => {
      await appWindow.signalEngine('SIGCONT')
      await appWindow.page
        .locator('[data-testid="sample-select"] option:checked', { hasText: 'sensor-log' })
        .waitFor({ state: 'attached', timeout: 60_000 })
    }
  },
  ...viewsOf('big', async () => undefined, ['rows', 'columns', 'scatter']),
  {
    name: 'refused',
    reach: async (appWindow, folder) => {
      await appWindow.chooseFile(raggedTable(folder))
      await appWindow.waitFor('error-banner')
    },
    leave: (appWindow) => appWindow.press('dismiss-refusal')
  }
]
