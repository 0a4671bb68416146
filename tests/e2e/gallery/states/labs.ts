import { twoLayers } from '../../../support/student-programs'
import type { AppWindow } from '../../support/app-window'
import type { State } from '../states'

/** Python has to start first. */
const PATIENCE = { timeout: 60_000 }

const checked = (program: string) => async (appWindow: AppWindow) => {
  const content = appWindow.find('labs-editor').locator('.cm-content')
  await appWindow.app.evaluate(({ clipboard }, text) => clipboard.writeText(text), program)
  await content.press('Control+a')
  await content.press('Control+v')
  await content.press('Control+Enter')
  await appWindow.find('labs-sentence').waitFor(PATIENCE)
}

/** Gradients of the first worked example, none of which is right but by chance. */
const zeros = [
  { W: [new Array(4).fill(0), new Array(4).fill(0)], b: new Array(4).fill(0) },
  { W: [1, 2, 3, 4].map(() => new Array(3).fill(0)), b: new Array(3).fill(0) }
]

/** A backward pass written in Python and checked. */
export const labs: readonly State[] = [
  {
    name: 'labs',
    reach: async (appWindow) => {
      await appWindow.click('page-labs')
      await appWindow.click('labs-view-backward')
      await appWindow.waitFor('labs-editor')
    }
  },
  { name: 'labs-mistake', reach: checked(twoLayers.replace('dZ[Z <= 0] = 0', 'print(dZ)')) },
  { name: 'labs-failed', reach: checked(twoLayers.replace('H.T @ ds', 'H @ ds')) },
  {
    name: 'labs-file',
    reach: async (appWindow) => {
      const buffer = Buffer.from(JSON.stringify({ gradients: zeros }))
      await appWindow.page
        .locator('input[accept=".npz,.csv,.json"]')
        .setInputFiles({ name: 'gradients.json', mimeType: 'text/plain', buffer })
      await appWindow.find('labs-table').waitFor(PATIENCE)
    }
  },
  {
    name: 'labs-app',
    reach: async (appWindow) => {
      await appWindow.find('labs-case').selectOption('app')
      await appWindow.find('labs-editor').getByText('(16, 4)').first().waitFor(PATIENCE)
    },
    leave: (appWindow) => appWindow.find('labs-case').selectOption('L000')
  }
]
