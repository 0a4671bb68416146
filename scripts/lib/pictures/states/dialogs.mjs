import { chooseMenu, enter, press, shown, train } from '../driver.mjs'

/** @param {import('../states.mjs').Stage} stage */
const close = ({ page }) => page.keyboard.press('Escape')

/**
 * Dialogs, popovers, messages, and the page for paper.
 * @type {readonly import('../states.mjs').State[]}
 */
export const dialogs = [
  {
    name: 'shortcuts',
    reach: async (stage) => {
      await chooseMenu(stage, 'shortcuts')
      await shown(stage.page, 'shortcuts-dialog')
    },
    leave: close
  },
  {
    name: 'settings',
    reach: async ({ page }) => {
      await press(page, 'settings-button')
      await shown(page, 'engine-in-use')
    },
    leave: close
  },
  {
    name: 'about',
    reach: async (stage) => {
      await chooseMenu(stage, 'about')
      await shown(stage.page, 'licence')
    },
    leave: close
  },
  {
    // What a choice computes.
    name: 'formula',
    reach: async ({ page }) => {
      await page.getByTestId('formula-optimizer').click()
      await page.locator('.katex').first().waitFor()
    },
    leave: close
  },
  {
    // A change that would throw trained weights away.
    name: 'confirm',
    reach: async ({ page }) => {
      await train(page)
      await enter(page, 'hidden-text', '16, 8')
      await shown(page, 'confirm-dialog')
    },
    leave: ({ page }) => page.getByTestId('confirm-cancel').click()
  },
  {
    name: 'field-error',
    reach: async ({ page }) => {
      await enter(page, 'hidden-text', '16, 0')
      await page.locator('[data-testid="hidden-text"][aria-invalid="true"]').waitFor()
    },
    leave: ({ page }) => page.getByTestId('hidden-text').press('Escape')
  },
  {
    name: 'toast',
    reach: async ({ page }) => {
      await page.getByTestId('test-loss').click()
      await shown(page, 'toast')
    }
  },
  {
    // The printer's dialog is the system's: it never answers here, and what waits for it is kept from being collected as garbage.
    name: 'print',
    reach: async (stage) => {
      await stage.app.evaluate(({ BrowserWindow }) => {
        const [window] = BrowserWindow.getAllWindows()
        window.webContents.print = (_options, done) => Object.assign(globalThis, { done })
      })
      await chooseMenu(stage, 'print')
      await shown(stage.page, 'print-sheet')
      await stage.page.emulateMedia({ media: 'print' })
    },
    leave: ({ page }) => page.emulateMedia({ media: null })
  }
]
