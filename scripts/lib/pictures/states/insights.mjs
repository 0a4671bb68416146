import { enter, openTab, pick, press, shown, status, train } from '../driver.mjs'

/**
 * The tabs that look closely at a run.
 * @type {readonly import('../states.mjs').State[]}
 */
export const insights = [
  { name: 'weights-before', reach: ({ page }) => openTab(page, 'weights') },
  { name: 'doctor-before', reach: ({ page }) => openTab(page, 'doctor') },
  {
    name: 'weights',
    reach: async ({ page }) => {
      await train(page)
      await openTab(page, 'weights')
    }
  },
  {
    name: 'metrics',
    reach: async ({ page }) => {
      await openTab(page, 'metrics')
      await shown(page, 'confusion-matrix')
    }
  },
  {
    name: 'metrics-rows',
    reach: async ({ page }) => {
      await pick(page, 'metrics-panel', 0)
      await page.getByTestId('confusion-matrix').locator('button:not(:disabled)').nth(1).click()
      await page.getByTestId('judged-rows').locator('tbody tr').first().waitFor()
    }
  },
  {
    name: 'inside',
    reach: async ({ page }) => {
      await openTab(page, 'inside')
      await page.getByTestId('inside-panel').locator('tbody').first().waitFor()
    }
  },
  { name: 'inside-times', reach: ({ page }) => pick(page, 'inside-panel', 1) },
  { name: 'inside-table', reach: ({ page }) => pick(page, 'inside-panel', 2), leave: ({ page }) => pick(page, 'inside-panel', 0) },
  {
    name: 'doctor-healthy',
    reach: async ({ page }) => {
      await openTab(page, 'doctor')
      await press(page, 'overfit-test')
      await page.locator('[data-testid="overfit-result"] .verdict').waitFor()
    }
  },
  {
    name: 'predict',
    reach: async ({ page }) => {
      await openTab(page, 'predict')
      await shown(page, 'prediction-answer')
    }
  },
  {
    // The sum of one unit laid open.
    name: 'predict-terms',
    reach: async ({ page }) => {
      await page.getByTestId('unit-1-3').click()
      await shown(page, 'unit-terms')
    }
  },
  {
    name: 'predict-typed',
    reach: async ({ page }) => {
      await pick(page, 'predict-way', 1)
      await shown(page, 'predict-petal_width_cm')
    }
  },
  {
    // Several findings at once: a rate that is too high on features that are not scaled.
    name: 'doctor',
    reach: async ({ page }) => {
      await press(page, 'rewind-button')
      await status(page, 'idle')
      await page.getByTestId('sample-select').selectOption('wine')
      await page.getByTestId('feature-alcohol').waitFor()
      await page.getByTestId('scale-select').selectOption('none')
      await enter(page, 'hidden-text', '16 relu')
      await train(page, 60)
      await openTab(page, 'doctor')
      await page.getByTestId('findings').waitFor()
    }
  }
]
