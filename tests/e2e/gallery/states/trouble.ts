import { blockSession, unblockSession } from '../../support/session-folder'
import type { State } from '../states'

/** Errors and refusals. */
export const trouble: readonly State[] = [
  {
    // Training that has met a number that is not finite.
    name: 'failed',
    reach: async (appWindow) => {
      await appWindow.openSample('penguins')
      await appWindow.find('target-select').selectOption('body_mass_g')
      await appWindow.page.locator('[data-testid="task-select"] option[value="regression"]:checked').waitFor({ state: 'attached' })
      await appWindow.enter('hidden-text', '')
      await appWindow.enter('learning-rate', '1e9')
      await appWindow.find('run-button').click()
      await appWindow.waitForStatus('failed')
    }
  },
  {
    // A file stands where the folder of the session was.
    name: 'not-saved',
    reach: async (appWindow) => {
      blockSession(appWindow)
      await appWindow.press('rewind-button')
      await appWindow.waitForStatus('idle')
      await appWindow.waitFor('save-banner')
    },
    leave: async (appWindow) => {
      unblockSession(appWindow)
      await appWindow.press('save-again')
      await appWindow.find('save-banner').waitFor({ state: 'detached' })
    }
  },
  {
    name: 'engine-gone',
    reach: async (appWindow) => {
      await appWindow.enter('learning-rate', '0.01')
      await appWindow.train()
      await appWindow.signalEngine('SIGKILL')
      await appWindow.waitFor('engine-gone-banner')
    }
  }
]
