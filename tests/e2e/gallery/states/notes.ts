import path from 'node:path'
import { root } from '../../support/launch'
import { notedTables } from '../noted-tables'
import type { State } from '../states'

/** Every note on a table, and every refusal, with its remedies. */
export const notes: readonly State[] = [
  ...notedTables.map(({ name, opens, write }): State => ({
    name: `note-${name.replaceAll('.', '-')}`,
    reach: async (appWindow, folder) => {
      if (!opens) {
        await appWindow.chooseFile(write(folder))
        await appWindow.waitFor('error-banner')
        return
      }
      await appWindow.openFile(write(folder))
      await appWindow.openTab('data')
      await appWindow.pick('data-view', 4)
    },
    leave: async (appWindow) => {
      if (!opens) await appWindow.press('dismiss-refusal')
    }
  })),
  {
    // A file of cases is looked at, and takes the place of nothing.
    name: 'note-case',
    reach: async (appWindow) => {
      await appWindow.chooseFile(path.join(root, 'tests', 'reference', 'lesson-cases.json'))
      await appWindow.waitFor('walk-about')
    }
  }
]
