import type { State } from '../states'

const close: State['leave'] = (appWindow) => appWindow.page.keyboard.press('Escape')

/** Dialogs, popovers, messages, and the page for paper. */
export const dialogs: readonly State[] = [
  {
    name: 'shortcuts',
    reach: async (appWindow) => {
      await appWindow.sendCommand('shortcuts')
      await appWindow.waitFor('shortcuts-dialog')
    },
    leave: close
  },
  {
    name: 'settings',
    reach: async (appWindow) => {
      await appWindow.press('settings-button')
      await appWindow.waitFor('engine-in-use')
    },
    leave: close
  },
  {
    name: 'about',
    reach: async (appWindow) => {
      await appWindow.sendCommand('about')
      await appWindow.waitFor('licence')
    },
    leave: close
  },
  {
    // What a choice computes.
    name: 'formula',
    reach: async (appWindow) => {
      await appWindow.find('formula-optimizer').click()
      await appWindow.page.locator('.katex').first().waitFor()
    },
    leave: close
  },
  {
    // A change that would throw trained weights away.
    name: 'confirm',
    reach: async (appWindow) => {
      await appWindow.train()
      await appWindow.enter('hidden-text', '16, 8')
      await appWindow.waitFor('confirm-dialog')
    },
    leave: (appWindow) => appWindow.find('confirm-cancel').click()
  },
  {
    name: 'field-error',
    reach: async (appWindow) => {
      await appWindow.enter('hidden-text', '16, 0')
      await appWindow.page.locator('[data-testid="hidden-text"][aria-invalid="true"]').waitFor()
    },
    leave: (appWindow) => appWindow.find('hidden-text').press('Escape')
  },
  {
    name: 'toast',
    reach: async (appWindow) => {
      await appWindow.find('test-loss').click()
      await appWindow.waitFor('toast')
    }
  },
  {
    // The printer's dialog is the system's: it never answers here, and what waits for it is kept from being collected as garbage.
    name: 'print',
    reach: async (appWindow) => {
      await appWindow.app.evaluate(({ BrowserWindow }) => {
        const [window] = BrowserWindow.getAllWindows()
        window.webContents.print = (_options, done) => Object.assign(globalThis, { done })
      })
      await appWindow.sendCommand('print')
      await appWindow.waitFor('print-sheet')
      await appWindow.page.emulateMedia({ media: 'print' })
    },
    leave: (appWindow) => appWindow.page.emulateMedia({ media: null })
  }
]
