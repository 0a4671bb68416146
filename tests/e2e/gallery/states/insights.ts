import type { State } from '../states'

/** The tabs that look closely at a run. */
export const insights: readonly State[] = [
  { name: 'weights-before', reach: (appWindow) => appWindow.openTab('weights') },
  { name: 'doctor-before', reach: (appWindow) => appWindow.openTab('doctor') },
  {
    name: 'weights',
    reach: async (appWindow) => {
      await appWindow.train()
      await appWindow.openTab('weights')
    }
  },
  {
    name: 'metrics',
    reach: async (appWindow) => {
      await appWindow.openTab('metrics')
      await appWindow.waitFor('confusion-matrix')
    }
  },
  {
    name: 'metrics-rows',
    reach: async (appWindow) => {
      await appWindow.pick('metrics-panel', 0)
      await appWindow.find('confusion-matrix').locator('button:not(:disabled)').nth(1).click()
      await appWindow.find('judged-rows').locator('tbody tr').first().waitFor()
    }
  },
  {
    name: 'inside',
    reach: async (appWindow) => {
      await appWindow.openTab('inside')
      await appWindow.find('inside-panel').locator('tbody').first().waitFor()
    }
  },
  { name: 'inside-times', reach: (appWindow) => appWindow.pick('inside-panel', 1) },
  {
    name: 'inside-table',
    reach: (appWindow) => appWindow.pick('inside-panel', 2),
    leave: (appWindow) => appWindow.pick('inside-panel', 0)
  },
  {
    name: 'doctor-healthy',
    reach: async (appWindow) => {
      await appWindow.openTab('doctor')
      await appWindow.press('overfit-test')
      await appWindow.page.locator('[data-testid="overfit-result"] .verdict').waitFor()
    }
  },
  {
    name: 'predict',
    reach: async (appWindow) => {
      await appWindow.openTab('predict')
      await appWindow.waitFor('prediction-answer')
    }
  },
  {
    // The sum of one unit laid open.
    name: 'predict-terms',
    reach: async (appWindow) => {
      await appWindow.find('unit-1-3').click()
      await appWindow.waitFor('unit-terms')
    }
  },
  {
    name: 'predict-typed',
    reach: async (appWindow) => {
      await appWindow.pick('predict-way', 1)
      await appWindow.waitFor('predict-petal_width_cm')
    }
  },
  {
    // Several findings at once: a rate that is too high on features that are not scaled.
    name: 'doctor-notice',
    reach: async (appWindow) => {
      await appWindow.press('rewind-button')
      await appWindow.waitForStatus('idle')
      await appWindow.find('sample-select').selectOption('wine')
      await appWindow.find('feature-alcohol').waitFor()
      await appWindow.find('scale-select').selectOption('none')
      await appWindow.enter('hidden-text', '16 relu')
      await appWindow.train(60)
      await appWindow.openTab('weights')
      await appWindow.waitFor('doctor-notice')
    }
  },
  {
    name: 'doctor',
    reach: async (appWindow) => {
      await appWindow.openTab('doctor')
      await appWindow.find('findings').waitFor()
    }
  }
]
