import type { State } from '../states'
import { labelTable } from '../tables'

/** Tasks besides one class of a few: digits, numbers, several labels. */
export const tasks: readonly State[] = [
  {
    name: 'digits',
    reach: async (appWindow) => {
      await appWindow.openSample('digits')
      await appWindow.train(30)
      await appWindow.find('learned-plot').press('ArrowRight')
      await appWindow.waitFor('row-detail')
    }
  },
  {
    name: 'digits-metrics',
    reach: async (appWindow) => {
      await appWindow.openTab('metrics')
      await appWindow.waitFor('confusion-matrix')
    }
  },
  {
    name: 'digits-rows',
    reach: async (appWindow) => {
      await appWindow.find('confusion-matrix').locator('button:not(:disabled)').first().click()
      await appWindow.find('judged-rows').locator('tbody tr').first().waitFor()
    }
  },
  { name: 'digits-inside', reach: (appWindow) => appWindow.openTab('inside') },
  {
    name: 'digits-predict',
    reach: async (appWindow) => {
      await appWindow.openTab('predict')
      await appWindow.waitFor('prediction-answer')
    }
  },
  {
    name: 'regression',
    reach: async (appWindow) => {
      await appWindow.openSample('penguins')
      await appWindow.find('target-select').selectOption('body_mass_g')
      await appWindow.page.locator('[data-testid="task-select"] option[value="regression"]:checked').waitFor({ state: 'attached' })
      await appWindow.train()
      await appWindow.checkGradients()
    }
  },
  {
    name: 'regression-surface',
    reach: (appWindow) => appWindow.pick('learned-card', 1),
    leave: (appWindow) => appWindow.pick('learned-card', 0)
  },
  {
    name: 'regression-metrics',
    reach: async (appWindow) => {
      await appWindow.openTab('metrics')
      await appWindow.waitFor('regression-table')
    }
  },
  {
    name: 'regression-predict',
    reach: async (appWindow) => {
      await appWindow.openTab('predict')
      await appWindow.waitFor('prediction-answer')
    }
  },
  {
    name: 'labels',
    reach: async (appWindow, folder) => {
      const file = labelTable(folder)
      await appWindow.chooseFile(file)
      await appWindow.agree()
      await appWindow.waitForFile(file)
      await appWindow.find('add-target').click()
      await appWindow.waitFor('target-select-2')
      await appWindow.find('add-target').click()
      await appWindow.waitFor('target-select-3')
      await appWindow.find('task-select').selectOption('multilabel')
      await appWindow.enter('validation-share', '0.2')
      await appWindow.train(100)
      await appWindow.openTab('metrics')
      await appWindow.waitFor('metrics-about')
    }
  },
  {
    name: 'labels-predict',
    reach: async (appWindow) => {
      await appWindow.openTab('predict')
      await appWindow.waitFor('prediction-answer')
    }
  },
  {
    name: 'labels-microscope',
    reach: async (appWindow) => {
      await appWindow.page.keyboard.press('Control+2')
      await appWindow.waitFor('walk-value')
    },
    leave: (appWindow) => appWindow.page.keyboard.press('Control+1')
  }
]
