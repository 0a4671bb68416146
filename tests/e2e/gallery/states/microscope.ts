import type { AppWindow } from '../../support/app-window'
import type { State } from '../states'

/** Goes to the step that gives a tensor, by the first line of code that does. */
async function goTo(appWindow: AppWindow, name: string, title: RegExp): Promise<void> {
  await appWindow
    .find('walk-code')
    .locator('button')
    .filter({ hasText: new RegExp(`^${name} = `) })
    .first()
    .dispatchEvent('click')
  await appWindow.find('walk-title').filter({ hasText: title }).waitFor()
  await appWindow.waitFor('walk-value')
}

/** The microscope: one of each kind of step, with matrices that are shown whole, and with windows of large ones. */
export const microscope: readonly State[] = [
  {
    name: 'microscope',
    reach: async (appWindow) => {
      await appWindow.page.keyboard.press('Control+2')
      await appWindow.waitFor('falk')
      await appWindow.waitFor('walk-value')
    }
  },
  { name: 'microscope-elementwise', reach: (appWindow) => goTo(appWindow, 'dZ1', /layer 1|1 层/) },
  {
    name: 'microscope-terms',
    reach: async (appWindow) => {
      await goTo(appWindow, 'dW1_data', /layer 1|1 层/)
      await appWindow.click('walk-all-terms')
      await appWindow.page.getByRole('dialog').getByRole('row').nth(3).waitFor()
    },
    leave: async (appWindow) => {
      await appWindow.page.keyboard.press('Escape')
      await appWindow.page.getByRole('dialog').waitFor({ state: 'detached' })
    }
  },
  {
    name: 'microscope-lesson',
    reach: async (appWindow) => {
      await appWindow.find('walk-choice').selectOption('example:note-000')
      await goTo(appWindow, 'dW2_data', /layer 2|2 层/)
    }
  },
  {
    name: 'microscope-jacobian',
    reach: async (appWindow) => {
      await goTo(appWindow, 'A1', /layer 1|1 层/)
      await appWindow.click('walk-show-jacobian')
      await appWindow.waitFor('walk-jacobian')
    },
    leave: (appWindow) => appWindow.click('walk-show-jacobian')
  },
  {
    name: 'microscope-edit',
    reach: async (appWindow) => {
      await goTo(appWindow, 'Z1', /layer 1|1 层/)
      await appWindow.find('walk-stage').locator('[data-tensor="W1"] td[data-number]').first().dispatchEvent('click')
      await appWindow.waitFor('walk-edit')
      await appWindow.click('walk-follow')
    }
  },
  {
    name: 'microscope-long-way',
    reach: async (appWindow) => {
      await goTo(appWindow, 'dS', /output|输出层/)
      await appWindow.click('walk-why')
      await appWindow.waitFor('walk-short')
    }
  },
  {
    name: 'microscope-as-graph',
    reach: async (appWindow) => {
      await appWindow.click('walk-as-graph')
      await appWindow.find('graph-drawing').locator('.node').nth(10).waitFor()
    },
    leave: (appWindow) => appWindow.page.keyboard.press('Control+2')
  }
]
