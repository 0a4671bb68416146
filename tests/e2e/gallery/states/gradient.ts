import type { State } from '../states'

/** The gradient check. */
export const gradient: readonly State[] = [
  {
    name: 'checked',
    reach: async (appWindow) => {
      await appWindow.train()
      await appWindow.checkGradients()
    }
  },
  {
    // The least favourable rules, so that there is something to see.
    name: 'check-coarse',
    reach: async (appWindow) => {
      await appWindow.enter('epsilon', '0.01')
      await appWindow.checkGradients()
    }
  },
  {
    name: 'check-planted',
    reach: async (appWindow) => {
      await appWindow.find('plant-bug').selectOption('slope-at-activation')
      await appWindow.waitFor('planted-mark')
    }
  },
  {
    name: 'sweep-before',
    reach: async (appWindow) => {
      await appWindow.openTab('check')
      await appWindow.pick('check-view', 1)
      await appWindow.waitFor('sweep-run')
    }
  },
  {
    name: 'sweep',
    reach: async (appWindow) => {
      await appWindow.press('sweep-run')
      await appWindow.waitFor('sweep-best')
    }
  }
]
