import { agree, enter, openFile, openTab, press, shown, status, train } from '../driver.mjs'
import { extremeTable } from '../tables.mjs'

/**
 * The largest networks, the largest and smallest numbers, and too little of everything.
 * @type {readonly import('../states.mjs').State[]}
 */
export const extremes = [
  {
    name: 'twelve-layers',
    reach: async ({ page }) => {
      await enter(page, 'hidden-text', Array.from({ length: 12 }, (_, i) => (i % 2 === 0 ? '16' : '8 relu')).join(', '))
      await train(page, 20)
      await openTab(page, 'inside')
      await page.getByTestId('inside-panel').locator('tbody').first().waitFor()
    },
    leave: async ({ page }) => {
      await press(page, 'rewind-button')
      await status(page, 'idle')
    }
  },
  { name: 'twelve-layers-weights', reach: ({ page }) => openTab(page, 'weights') },
  {
    name: 'many-units',
    reach: async ({ page }) => {
      await enter(page, 'hidden-text', '4096, 4096 relu')
      await page.getByTestId('network-line').filter({ hasText: '4096' }).waitFor()
    }
  },
  {
    name: 'no-hidden',
    reach: async ({ page }) => {
      await enter(page, 'hidden-text', '')
      await train(page, 50)
    }
  },
  {
    name: 'no-features',
    reach: async ({ page }) => {
      for (const name of ['sepal_length_cm', 'sepal_width_cm', 'petal_length_cm', 'petal_width_cm']) {
        await page.getByTestId(`feature-${name}`).click()
        await agree(page)
      }
      await page
        .locator('[data-testid="error-banner"], [aria-invalid="true"]')
        .first()
        .waitFor({ timeout: 2000 })
        .catch(() => undefined)
    }
  },
  {
    name: 'extremes',
    reach: async (stage) => {
      await openFile(stage, extremeTable(stage.folder))
      await train(stage.page, 50)
      await openTab(stage.page, 'metrics')
      await shown(stage.page, 'regression-table')
    }
  },
  {
    name: 'extremes-predict',
    reach: async ({ page }) => {
      await openTab(page, 'predict')
      await shown(page, 'prediction-answer')
    }
  }
]
