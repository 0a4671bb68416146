import type { State } from '../states'
import { doubtfulTable, manyDoubtsTable } from '../tables'
import { viewsOf } from './data'

/** Files that are read with doubts, the remedies, and what is asked before trained weights go. */
export const importing: readonly State[] = [
  ...viewsOf('doubtful', (appWindow, folder) => appWindow.openFile(doubtfulTable(folder)), ['rows', 'reading']),
  {
    // A remedy was applied: what it changed, and the way back.
    name: 'remedy-applied',
    reach: async (appWindow) => {
      await appWindow.press('note-remedy')
      await appWindow.waitFor('applied-remedy')
    }
  },
  {
    name: 'more-reading',
    reach: async (appWindow) => {
      await appWindow.press('more-reading')
      await appWindow.page.getByTestId('read-escape').scrollIntoViewIfNeeded()
    }
  },
  ...viewsOf('workbook', (appWindow) => appWindow.openFile('tests/fixtures/tables/openpyxl.xlsx'), ['rows', 'reading']),
  {
    name: 'open-question',
    reach: async (appWindow, folder) => {
      await appWindow.openSample('iris')
      await appWindow.train(20)
      await appWindow.chooseFile(manyDoubtsTable(folder))
      await appWindow.waitFor('confirm-dialog')
    },
    leave: (appWindow) => appWindow.click('confirm-ok')
  },
  ...viewsOf('many-doubts', async () => undefined, ['reading']),
  {
    // A number far outside the data, and a category chosen from those known.
    name: 'predict-known',
    reach: async (appWindow) => {
      await appWindow.openSample('penguins')
      await appWindow.train(20)
      await appWindow.openTab('predict')
      await appWindow.waitFor('prediction-answer')
      await appWindow.pick('predict-way', 1)
      await appWindow.find('predict-bill_length_mm').fill('4500')
      await appWindow.page.getByTestId('prediction').locator('p.note').waitFor()
    }
  }
]
