import { describe, expect } from 'vitest'
import type { Locator } from 'playwright-core'
import type { UiLanguage } from '#shared/contract'
import { inputDriverOf, type InputDriver, type Means } from './input-driver'
import { PATIENCE, type AppWindow } from './app-window'
import { useAppWindow } from './use-app-window'
import { wordsIn, type Words } from './words'

export type Role = Parameters<AppWindow['page']['getByRole']>[0]

/** The context of a journey: by which means, in which language, in which window. */
export interface TestContext {
  readonly appWindow: AppWindow
  readonly language: UiLanguage
  readonly input: InputDriver
  readonly words: Words
  /** The one element of that role and name, in the whole window or in a part of it. */
  readonly named: (role: Role, name: string | RegExp, part?: Locator) => Locator
}

/** Each means and each language once: every journey has been made by both and in both. */
const parties = [
  { by: 'keyboard', language: 'en' },
  { by: 'mouse', language: 'zh-CN' }
] as const satisfies readonly { by: Means; language: UiLanguage }[]

/** Defines journeys for each party, in a window of its own; each journey begins where the one before it ended. */
export function describeJourneys(title: string, define: (context: () => TestContext) => void): void {
  describe.each(parties)(`${title}, by $by in $language`, ({ by, language }) => {
    const window = useAppWindow({ preferences: { language, theme: 'light' } })
    const words = wordsIn(language)
    define(() => {
      const appWindow = window.current
      return {
        appWindow,
        language,
        words,
        input: inputDriverOf(by, appWindow, words),
        named: (role, name, part) => (part ?? appWindow.page).getByRole(role, { name, exact: typeof name === 'string' })
      }
    })
  })
}

/** Opens one of the data sets of the list, and gives the trained weights up for it where there are any. */
export async function chooseData({ appWindow, input, words: { t }, named }: TestContext, name: string): Promise<void> {
  const isTrained = (await appWindow.epoch()) > 0
  await input.choose(named('combobox', t('settings.dataset')), name)
  // Generated data need not be read before the question.
  const discard = new RegExp(`^(?:${t('confirm.ok')}|${t('load.questions.oks.open')})$`)
  if (isTrained) await input.press(named('button', discard))
  await expect.poll(() => appWindow.page.title(), PATIENCE).toContain(name)
  await appWindow.waitForStatus('idle')
}

/** Presses Run, and waits for the last epoch. */
export async function trainToTheEnd({ appWindow, input, words: { t }, named }: TestContext): Promise<void> {
  await input.press(named('button', t('run.run')))
  await appWindow.waitForStatus('finished')
}
