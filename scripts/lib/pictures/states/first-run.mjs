import { enter, pick, press, shown, status, train, untilEpoch } from '../driver.mjs'

/**
 * From the first start to a finished run.
 * @type {readonly import('../states.mjs').State[]}
 */
export const firstRun = [
  { name: 'start', reach: ({ page }) => shown(page, 'app-ready') },
  {
    name: 'training',
    reach: async ({ page }) => {
      await enter(page, 'epochs', '1000000')
      await press(page, 'run-button')
      await untilEpoch(page, 500)
    }
  },
  {
    name: 'paused',
    reach: async ({ page }) => {
      await press(page, 'pause-button')
      await status(page, 'paused')
    }
  },
  {
    // Mini-batch by mini-batch.
    name: 'steps',
    reach: async ({ page }) => {
      await press(page, 'rewind-button')
      await status(page, 'idle')
      await enter(page, 'epochs', '100')
      await pick(page, 'step-unit', 0)
      for (let step = 1; step <= 3; step++) {
        await page.getByTestId('step-button').click()
        await page
          .getByTestId('step-counter')
          .filter({ hasText: String(step) })
          .waitFor()
      }
    },
    leave: ({ page }) => pick(page, 'step-unit', 1)
  },
  { name: 'finished', reach: ({ page }) => train(page) },
  {
    name: 'unit',
    reach: async ({ page }) => {
      await page.getByTestId('learned-plot').press('ArrowRight')
      await page.locator('[data-unit="1.3"]').click()
      await shown(page, 'unit-formula')
    },
    leave: ({ page }) => page.locator('[data-unit="1.3"]').press('Escape')
  },
  {
    name: 'chart-options',
    reach: async ({ page }) => {
      await press(page, 'chart-options')
      await shown(page, 'save-chart-png')
    },
    leave: ({ page }) => page.keyboard.press('Escape')
  },
  { name: 'learned-hidden', reach: ({ page }) => pick(page, 'learned-card', 1), leave: ({ page }) => pick(page, 'learned-card', 0) },
  {
    name: 'learned-held',
    reach: async ({ page }) => {
      await press(page, 'held-button')
      await shown(page, 'held-0')
    },
    leave: ({ page }) => page.keyboard.press('Escape')
  },
  {
    // Every part of the sidebar laid open, its lower end in sight.
    name: 'sidebar-more',
    reach: async ({ page }) => {
      for (const part of ['more-network', 'more-loss', 'more-optimizer', 'section-stop']) await page.getByTestId(part).click()
      await page.getByTestId('seed-shuffle').scrollIntoViewIfNeeded()
    }
  },
  {
    name: 'sidebar-optimizer',
    reach: ({ page }) => page.getByTestId('loss-select').evaluate((field) => field.scrollIntoView({ block: 'start' }))
  },
  {
    name: 'stopped',
    reach: async ({ page }) => {
      await press(page, 'rewind-button')
      await status(page, 'idle')
      await enter(page, 'stop-loss', '0.2')
      await page.getByTestId('run-button').click()
      await shown(page, 'stopped')
    }
  }
]
