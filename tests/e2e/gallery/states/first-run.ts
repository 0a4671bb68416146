import type { State } from '../states'

/** From the first start to a finished run. */
export const firstRun: readonly State[] = [
  { name: 'start', reach: (appWindow) => appWindow.waitFor('app-ready') },
  {
    name: 'training',
    reach: async (appWindow) => {
      await appWindow.enter('epochs', '1000000')
      await appWindow.press('run-button')
      await appWindow.waitForEpoch(500)
    }
  },
  {
    name: 'paused',
    reach: async (appWindow) => {
      await appWindow.press('pause-button')
      await appWindow.waitForStatus('paused')
    }
  },
  {
    // Mini-batch by mini-batch.
    name: 'steps',
    reach: async (appWindow) => {
      await appWindow.press('rewind-button')
      await appWindow.waitForStatus('idle')
      await appWindow.enter('epochs', '100')
      await appWindow.pick('step-unit', 0)
      for (let step = 1; step <= 3; step++) {
        await appWindow.find('step-button').click()
        await appWindow
          .find('step-counter')
          .filter({ hasText: String(step) })
          .waitFor()
      }
    },
    leave: (appWindow) => appWindow.pick('step-unit', 1)
  },
  { name: 'finished', reach: (appWindow) => appWindow.train() },
  {
    name: 'unit',
    reach: async (appWindow) => {
      await appWindow.find('learned-plot').press('ArrowRight')
      await appWindow.page.locator('[data-unit="1.3"]').click()
      await appWindow.waitFor('unit-formula')
    },
    leave: (appWindow) => appWindow.page.locator('[data-unit="1.3"]').press('Escape')
  },
  {
    name: 'chart-options',
    reach: async (appWindow) => {
      await appWindow.press('chart-options')
      await appWindow.waitFor('save-chart-png')
    },
    leave: (appWindow) => appWindow.page.keyboard.press('Escape')
  },
  {
    name: 'learned-hidden',
    reach: (appWindow) => appWindow.pick('learned-card', 1),
    leave: (appWindow) => appWindow.pick('learned-card', 0)
  },
  {
    name: 'learned-held',
    reach: async (appWindow) => {
      await appWindow.press('held-button')
      await appWindow.waitFor('held-0')
    },
    leave: (appWindow) => appWindow.page.keyboard.press('Escape')
  },
  {
    // Every part of the sidebar laid open, its lower end in sight.
    name: 'sidebar-more',
    reach: async (appWindow) => {
      for (const part of ['more-network', 'more-loss', 'more-optimizer', 'section-stop']) await appWindow.find(part).click()
      await appWindow.find('seed-shuffle').scrollIntoViewIfNeeded()
    }
  },
  {
    name: 'sidebar-optimizer',
    reach: (appWindow) => appWindow.find('loss-select').evaluate((field) => field.scrollIntoView({ block: 'start' }))
  },
  {
    name: 'stopped',
    reach: async (appWindow) => {
      await appWindow.press('rewind-button')
      await appWindow.waitForStatus('idle')
      await appWindow.enter('stop-loss', '0.2')
      await appWindow.find('run-button').click()
      await appWindow.waitFor('stopped')
    }
  }
]
