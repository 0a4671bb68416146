import { checkGradients, enter, openTab, pick, press, shown, train } from '../driver.mjs'

/**
 * The gradient check.
 * @type {readonly import('../states.mjs').State[]}
 */
export const gradient = [
  {
    name: 'checked',
    reach: async ({ page }) => {
      await train(page)
      await checkGradients(page)
    }
  },
  {
    // The least favourable rules, so that there is something to see.
    name: 'check-coarse',
    reach: async ({ page }) => {
      await enter(page, 'epsilon', '0.01')
      await checkGradients(page)
    }
  },
  {
    name: 'sweep-before',
    reach: async ({ page }) => {
      await openTab(page, 'check')
      await pick(page, 'check-view', 1)
      await shown(page, 'sweep-run')
    }
  },
  {
    name: 'sweep',
    reach: async ({ page }) => {
      await press(page, 'sweep-run')
      await shown(page, 'sweep-best')
    }
  }
]
