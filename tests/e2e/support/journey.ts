import { describe, expect } from 'vitest'
import type { Locator } from 'playwright-core'
import type { UiLanguage } from '#shared/contract'
import { handsOf, type Hands, type Means } from './hands'
import { PATIENCE, useEngine, type LabWindow } from './lab-window'
import { wordsIn, type Words } from './words'

export type Role = Parameters<LabWindow['page']['getByRole']>[0]

/** Who goes on a journey: by which means, in which language, in which window. */
export interface Traveller {
  readonly lab: LabWindow
  readonly language: UiLanguage
  readonly hands: Hands
  readonly words: Words
  /** The one element of that role and name, in the whole window or in a part of it. */
  readonly named: (role: Role, name: string | RegExp, part?: Locator) => Locator
}

/** Each means and each language once: every journey has been made by both and in both. */
const parties = [
  { by: 'keyboard', language: 'en' },
  { by: 'mouse', language: 'zh-CN' }
] as const satisfies readonly { by: Means; language: UiLanguage }[]

/** Tells journeys for each party, in a window of its own; each journey begins where the one before it ended. */
export function describeJourneys(title: string, tell: (traveller: () => Traveller) => void): void {
  describe.each(parties)(`${title}, by $by in $language`, ({ by, language }) => {
    const window = useEngine({ preferences: { language, theme: 'light' } })
    const words = wordsIn(language)
    tell(() => {
      const lab = window.current
      return {
        lab,
        language,
        words,
        hands: handsOf(by, lab, words),
        named: (role, name, part) => (part ?? lab.page).getByRole(role, { name, exact: typeof name === 'string' })
      }
    })
  })
}

/** Opens one of the data sets of the list, and gives the trained weights up for it where there are any. */
export async function chooseData({ lab, hands, words: { t }, named }: Traveller, name: string): Promise<void> {
  const isTrained = (await lab.epoch()) > 0
  await hands.choose(named('combobox', t('settings.dataset')), name)
  if (isTrained) await hands.press(named('button', t('confirm.ok')))
  await expect.poll(() => lab.page.title(), PATIENCE).toContain(name)
  await lab.waitForStatus('idle')
}

/** Presses Run, and waits for the last epoch. */
export async function trainToTheEnd({ lab, hands, words: { t }, named }: Traveller): Promise<void> {
  await hands.press(named('button', t('run.run')))
  await lab.waitForStatus('finished')
}
