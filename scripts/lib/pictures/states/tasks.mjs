import { checkGradients, enter, openFile, openSample, openTab, pick, shown, train } from '../driver.mjs'
import { labelTable } from '../tables.mjs'

/**
 * What is learnt besides one class of a few: digits, numbers, several labels.
 * @type {readonly import('../states.mjs').State[]}
 */
export const tasks = [
  {
    name: 'digits',
    reach: async ({ page }) => {
      await openSample(page, 'digits')
      await train(page, 30)
      await page.getByTestId('learned-plot').press('ArrowRight')
      await shown(page, 'row-detail')
    }
  },
  {
    name: 'digits-metrics',
    reach: async ({ page }) => {
      await openTab(page, 'metrics')
      await shown(page, 'confusion-matrix')
    }
  },
  {
    name: 'digits-rows',
    reach: async ({ page }) => {
      await page.getByTestId('confusion-matrix').locator('button:not(:disabled)').first().click()
      await page.getByTestId('judged-rows').locator('tbody tr').first().waitFor()
    }
  },
  { name: 'digits-inside', reach: ({ page }) => openTab(page, 'inside') },
  {
    name: 'digits-predict',
    reach: async ({ page }) => {
      await openTab(page, 'predict')
      await shown(page, 'prediction-answer')
    }
  },
  {
    name: 'regression',
    reach: async ({ page }) => {
      await openSample(page, 'penguins')
      await page.getByTestId('target-select').selectOption('body_mass_g')
      await page.locator('[data-testid="task-select"] option[value="regression"]:checked').waitFor({ state: 'attached' })
      await train(page)
      await checkGradients(page)
    }
  },
  { name: 'regression-surface', reach: ({ page }) => pick(page, 'learned-card', 1), leave: ({ page }) => pick(page, 'learned-card', 0) },
  {
    name: 'regression-metrics',
    reach: async ({ page }) => {
      await openTab(page, 'metrics')
      await shown(page, 'regression-table')
    }
  },
  {
    name: 'regression-predict',
    reach: async ({ page }) => {
      await openTab(page, 'predict')
      await shown(page, 'prediction-answer')
    }
  },
  {
    name: 'labels',
    reach: async (stage) => {
      const { page } = stage
      await openFile(stage, labelTable(stage.folder))
      await page.getByTestId('add-target').click()
      await shown(page, 'target-select-2')
      await page.getByTestId('add-target').click()
      await shown(page, 'target-select-3')
      await page.getByTestId('task-select').selectOption('multilabel')
      await enter(page, 'validation-share', '0.2')
      await train(page, 100)
      await openTab(page, 'metrics')
      await shown(page, 'metrics-about')
    }
  },
  {
    name: 'labels-predict',
    reach: async ({ page }) => {
      await openTab(page, 'predict')
      await shown(page, 'prediction-answer')
    }
  }
]
