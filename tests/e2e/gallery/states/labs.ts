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

/** A backward pass written in Python and checked. */
export const labs: readonly State[] = [
  {
    name: 'labs',
    reach: async (appWindow) => {
      await appWindow.click('page-labs')
      await appWindow.waitFor('labs-editor')
    }
  },
  { name: 'labs-mistake', reach: checked(twoLayers.replace('dZ[Z <= 0] = 0', 'print(dZ)')) },
  { name: 'labs-failed', reach: checked(twoLayers.replace('H.T @ ds', 'H @ ds')) }
]
