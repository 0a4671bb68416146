import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../support/launch'
import { choosePlaces, MARKING } from '../../support/collecting'
import type { AppWindow } from '../../support/app-window'
import type { State } from '../states'

const example = (name: string) => join(root, 'examples', 'lab', name)

const tab = (name: string, view: string, then: (appWindow: AppWindow) => Promise<unknown> = () => Promise.resolve()): State => ({
  name,
  reach: async (appWindow) => {
    await appWindow.click(`tab-${view}`)
    await then(appWindow)
  }
})

/** The sample lab with its hand-ins, from the choice of the files to every part of the result. */
export const collecting: readonly State[] = [
  {
    name: 'collect-empty',
    reach: async (appWindow) => {
      await appWindow.click('page-labs')
      await appWindow.click('labs-view-collect')
      await appWindow.waitFor('collect-setup')
    }
  },
  {
    name: 'collect-refused',
    reach: async (appWindow, folder) => {
      const handed = join(folder, 'handed-in')
      cpSync(example('handed-in'), handed, { recursive: true })
      const roster = join(folder, 'points.csv')
      writeFileSync(roster, 'a,b\n1,2\n3,4\n')
      await choosePlaces(appWindow, { lab: example('two-layers.lab.md'), folder: handed, roster, out: join(folder, 'marks') })
      await appWindow.click('collect-start')
      await appWindow.waitFor('collect-problem')
    }
  },
  {
    name: 'collect-running',
    reach: async (appWindow) => {
      await choosePlaces(appWindow, { roster: example('roster.csv') })
      await appWindow.click('collect-start')
      await appWindow.waitFor('collect-progress')
    }
  },
  {
    name: 'collect-marks',
    reach: (appWindow) => appWindow.find('collect-result').waitFor(MARKING)
  },
  tab('collect-answers', 'answers'),
  tab('collect-text', 'answers', (appWindow) => appWindow.click('collect-task-f1')),
  tab('collect-code', 'answers', (appWindow) => appWindow.click('collect-task-c1')),
  tab('collect-problems', 'problems'),
  tab('collect-pairs', 'pairs')
]
