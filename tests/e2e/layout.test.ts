import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chooseLanguage, languages, resize, settle } from '../../scripts/lib/pictures/look.mjs'
import { chapters as pictured } from '../../scripts/lib/pictures/states.mjs'
import { catalogues } from '../../src/renderer/messages'
import { useFolder } from './support/folders'
import { launchApp, type LaunchedApp } from './support/launch'
import { layoutFaults } from './support/layout'

/** A projector's, and the smallest that is promised. */
const SIZES = [
  { width: 1366, height: 768 },
  { width: 960, height: 600 }
]

/** Every text of a catalogue. */
const textsOf = (part: object): string[] =>
  Object.values(part).flatMap((value: unknown) => (typeof value === 'string' ? [value] : textsOf(value as object)))
/** On the smallest window a list may cut short what it has chosen. */
const catalogueAt = (width: number) => ({
  namespaces: Object.keys(catalogues.en),
  words: width < SIZES[0].width ? [] : [...textsOf(catalogues.en), ...textsOf(catalogues['zh-CN'])]
})

type Stage = LaunchedApp & { folder: string }
interface State {
  name: string
  reach: (stage: Stage) => Promise<unknown>
  leave?: (stage: Stage) => Promise<unknown>
}
/** The states are those of `npm run screenshots`, so that a new one is checked as soon as it has a picture. */
const chapters: readonly { name: string; states: readonly State[] }[] = pictured

/** The tabs that there are, and those of them that were looked at. */
const tabs = new Set<string>()
const seen = new Set<string>()

describe.each(chapters)('the layout of $name', ({ states }) => {
  const folder = useFolder()
  let launched: LaunchedApp | undefined
  const stage = (): Stage => {
    if (!launched) throw new Error('The window has not started.')
    return { ...launched, folder }
  }
  beforeAll(async () => {
    launched = await launchApp({ preferences: { language: 'en', theme: 'light' } })
  })
  afterAll(() => launched?.close())

  it.each([...states])('$name: nothing is cut off, overlaps, lies outside or is a raw key', async ({ name, reach, leave }) => {
    await reach(stage())
    const { page } = stage()
    const faults: string[] = []
    // What is on paper has no window to lie in.
    for (const size of name === 'print' ? [] : SIZES) {
      await resize(stage(), size)
      for (const language of languages) {
        await chooseLanguage(page, language)
        await settle(page)
        faults.push(...(await layoutFaults(page, catalogueAt(size.width))).map((fault) => `${language} ${size.width}: ${fault}`))
      }
    }
    await resize(stage(), SIZES[0])
    for (const tab of await page.getByRole('tab').all()) {
      const id = (await tab.getAttribute('data-testid')) ?? ''
      tabs.add(id)
      if ((await tab.getAttribute('aria-selected')) === 'true') seen.add(id)
    }
    await leave?.(stage())
    expect(faults).toEqual([])
  })
})

it('every tab was looked at', () => {
  expect([...tabs].filter((tab) => !seen.has(tab))).toEqual([])
})
