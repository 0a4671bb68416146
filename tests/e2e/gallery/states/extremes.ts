import type { State } from '../states'
import { extremeTable } from '../tables'

/** The largest networks, the largest and smallest numbers, and too little of everything. */
export const extremes: readonly State[] = [
  {
    name: 'twelve-layers',
    reach: async (appWindow) => {
      await appWindow.enter('hidden-text', Array.from({ length: 12 }, (_, i) => (i % 2 === 0 ? '16' : '8 relu')).join(', '))
      await appWindow.train(20)
      await appWindow.openTab('inside')
      await appWindow.find('inside-panel').locator('tbody').first().waitFor()
    },
    leave: async (appWindow) => {
      await appWindow.press('rewind-button')
      await appWindow.waitForStatus('idle')
    }
  },
  { name: 'twelve-layers-weights', reach: (appWindow) => appWindow.openTab('weights') },
  {
    name: 'many-units',
    reach: async (appWindow) => {
      await appWindow.enter('hidden-text', '4096, 4096 relu')
      // Seventeen million weights are drawn first.
      await appWindow.find('network-line').filter({ hasText: '4096' }).waitFor({ timeout: 60_000 })
    }
  },
  {
    name: 'no-hidden',
    reach: async (appWindow) => {
      await appWindow.enter('hidden-text', '')
      await appWindow.train(50)
    }
  },
  {
    name: 'no-features',
    reach: async (appWindow) => {
      for (const name of ['sepal_length_cm', 'sepal_width_cm', 'petal_length_cm', 'petal_width_cm']) {
        await appWindow.find(`feature-${name}`).click()
        await appWindow.agree()
      }
      await appWindow.page
        .locator('[data-testid="error-banner"], [aria-invalid="true"]')
        .first()
        .waitFor({ timeout: 2000 })
        .catch(() => undefined)
    }
  },
  {
    name: 'extremes',
    reach: async (appWindow, folder) => {
      await appWindow.openFile(extremeTable(folder))
      await appWindow.train(50)
      await appWindow.openTab('metrics')
      await appWindow.waitFor('regression-table')
    }
  },
  {
    name: 'extremes-predict',
    reach: async (appWindow) => {
      await appWindow.openTab('predict')
      await appWindow.waitFor('prediction-answer')
    }
  }
]
