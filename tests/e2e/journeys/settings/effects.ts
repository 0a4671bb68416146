import { expect } from 'vitest'
import { commands } from '#shared/commands'
import { menuWords } from '../../../../src/main/menu-words'
import type { TestContext } from '../../support/journey'
import { PATIENCE } from '../../support/app-window'

/** Something in the window by which a person sees that a setting counts, as text. */
type Effect = (context: TestContext) => Promise<string>

/** Takes steps of one epoch, reads the loss, and goes back to the beginning. */
const lossAfter =
  (epochs: number): Effect =>
  async ({ appWindow, language }) => {
    const { run } = menuWords[language]
    const [step, rewind] = [commands.step.words[language], commands.rewind.words[language]]
    for (let epoch = 1; epoch <= epochs; epoch++) {
      await appWindow.chooseFromMenu(run, step)
      await appWindow.waitForEpoch(epoch)
      await expect.poll(() => appWindow.find('status-pill').getAttribute('data-status'), PATIENCE).toMatch(/paused|finished/)
    }
    const loss = await appWindow.figure('train-loss')
    await appWindow.chooseFromMenu(run, rewind)
    await appWindow.waitForStatus('idle')
    return String(loss)
  }

/** Trains until the run ends, and reads where it did, why, and what its result is. */
const end: Effect = async ({ appWindow, language }) => {
  const { run } = menuWords[language]
  const [runOrPause, rewind] = [commands.run.words[language], commands.rewind.words[language]]
  await appWindow.chooseFromMenu(run, runOrPause)
  await appWindow.waitForStatus('finished')
  const marks = await Promise.all(['epoch-counter', 'stopped', 'result-epoch'].map((id) => appWindow.find(id).allInnerTexts()))
  await appWindow.chooseFromMenu(run, rewind)
  await appWindow.waitForStatus('idle')
  return marks.join(' · ')
}

export const effects = {
  /** The line that says what the network is, and how many parameters it has; nothing where there is none. */
  network: async ({ appWindow }) => (await appWindow.page.locator(':has(> [data-testid="network-line"])').allInnerTexts()).join(),
  /** The four figures of the untrained network: by its weights, and by which rows are on which side. */
  figures: async ({ appWindow }) => JSON.stringify(await appWindow.figures()),
  /** The problems that the window reports. */
  told: async ({ appWindow }) => (await appWindow.page.getByRole('alert').allInnerTexts()).join(' · '),
  goal: ({ appWindow }) => appWindow.find('epoch-counter').innerText(),
  /** The text of the curve of the schedule. */
  rate: async ({ appWindow }) => {
    const curve = appWindow.find('schedule-curve').locator('svg')
    return (await curve.count()) > 0 ? ((await curve.getAttribute('aria-label')) ?? '') : ''
  },
  firstEpoch: lossAfter(1),
  thirdEpoch: lossAfter(3),
  end
} as const satisfies Record<string, Effect>
export type EffectName = keyof typeof effects
