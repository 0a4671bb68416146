import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sampleLab } from '../../../support/sample-lab'
import { twoLayers } from '../../../support/student-programs'
import type { AppWindow } from '../../support/app-window'
import type { State } from '../states'

/** Python has to start first. */
const PATIENCE = { timeout: 60_000 }

/** Opens a section of the lab; `then` answers it. */
const section = (name: string, id: string, then: (appWindow: AppWindow) => Promise<unknown> = () => Promise.resolve()): State => ({
  name,
  reach: async (appWindow) => {
    await appWindow.click(`section-${id}`)
    await appWindow.waitFor(`lab-section-${id}`)
    await then(appWindow)
  }
})

async function writeAndCheck(appWindow: AppWindow): Promise<void> {
  const content = appWindow.find('labs-editor').locator('.cm-content')
  await appWindow.app.evaluate(({ clipboard }, text) => clipboard.writeText(text), twoLayers.replace('dZ[Z <= 0] = 0', 'pass'))
  await content.press('Control+a')
  await content.press('Control+v')
  await appWindow.click('lab-check')
  await appWindow.find('labs-sentence').waitFor(PATIENCE)
}

/** The lessons, and one from the first section to the receipt; then a lab of a teacher with a task of training. */
export const lessons: readonly State[] = [
  {
    name: 'lessons',
    reach: async (appWindow) => {
      await appWindow.click('page-labs')
      await appWindow.waitFor('lesson-4-softmax')
    }
  },
  {
    name: 'lesson-start',
    reach: async (appWindow) => {
      await appWindow.click('lesson-4-softmax')
      await appWindow.find('lab-number').fill('2026')
    }
  },
  {
    name: 'lesson-read',
    reach: async (appWindow) => {
      await appWindow.find('lab-number').fill('20260001')
      await appWindow.click('lab-begin')
      await appWindow.click('section-read')
      await appWindow.find('math').first().waitFor()
    }
  },
  section('lesson-predict', 'q1'),
  section('lesson-predicted', 'q3', async (appWindow) => {
    for (const typed of ['1', '1.0986']) {
      if ((await appWindow.find('lab-prediction').count()) === 0) return
      await appWindow.find('lab-prediction').fill(typed)
      await appWindow.click('lab-answer')
      await appWindow.find('lab-predictions').getByText(typed, { exact: true }).waitFor()
    }
  }),
  section('lesson-bug', 'b1'),
  section('lesson-code', 'c1', writeAndCheck),
  section('lesson-text', 'f1'),
  {
    name: 'lesson-receipt',
    reach: async (appWindow) => {
      if ((await appWindow.find('lab-finish').count()) > 0) {
        await appWindow.click('lab-finish')
        await appWindow.click('lab-finish-yes')
      }
      await appWindow.waitFor('lab-receipt')
    },
    leave: (appWindow) => appWindow.click('lab-leave')
  },
  {
    name: 'lab-run',
    reach: async (appWindow, folder) => {
      const file = join(folder, 'bp-000.lab.md')
      writeFileSync(file, sampleLab)
      await appWindow.answerOpenDialogs(file)
      await appWindow.click('lab-open')
      await appWindow.find('lab-number').fill('20260002')
      await appWindow.click('lab-begin')
      await appWindow.click('section-r1')
      await appWindow.waitFor('lab-local-only')
    }
  },
  {
    name: 'lab-locked',
    reach: async (appWindow) => {
      await appWindow.click('lab-open-data')
      await appWindow.page.locator('[data-testid="page-workbench"][aria-checked="true"]').waitFor()
    },
    leave: async (appWindow) => {
      await appWindow.openPage('labs')
      await appWindow.click('lab-leave')
    }
  }
]
