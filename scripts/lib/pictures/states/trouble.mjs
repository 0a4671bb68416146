import { enter, openSample, press, shown, signalEngine, status, train } from '../driver.mjs'

/**
 * What goes wrong.
 * @type {readonly import('../states.mjs').State[]}
 */
export const trouble = [
  {
    // Training that has met a number that is not finite.
    name: 'failed',
    reach: async ({ page }) => {
      await openSample(page, 'penguins')
      await page.getByTestId('target-select').selectOption('body_mass_g')
      await page.locator('[data-testid="task-select"] option[value="regression"]:checked').waitFor({ state: 'attached' })
      await enter(page, 'hidden-text', '')
      await enter(page, 'learning-rate', '1e9')
      await page.getByTestId('run-button').click()
      await status(page, 'failed')
    }
  },
  {
    name: 'engine-gone',
    reach: async ({ app, page }) => {
      await press(page, 'rewind-button')
      await status(page, 'idle')
      await enter(page, 'learning-rate', '0.01')
      await train(page)
      await signalEngine(app, 'SIGKILL')
      await shown(page, 'engine-gone-banner')
    }
  }
]
