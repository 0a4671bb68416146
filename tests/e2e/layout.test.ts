import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { allCatalogues } from '../support/all-catalogues'
import { chapters, type State } from './gallery/states'
import { afterTwoFrames, launchWindow, type AppWindow } from './support/app-window'
import { useFolder } from './support/folders'
import { layoutFaults } from './support/layout'

/** A projector's, a desk's, and the smallest that is promised. */
const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
  { width: 960, height: 600 }
]

/** Every text of a catalogue. */
const textsOf = (part: object): string[] =>
  Object.values(part).flatMap((value: unknown) => (typeof value === 'string' ? [value] : textsOf(value as object)))
/** On the smallest window a list may cut short what it has chosen. */
const catalogueAt = (width: number) => ({
  namespaces: Object.keys(allCatalogues.en),
  words: width < SIZES[0].width ? [] : [...textsOf(allCatalogues.en), ...textsOf(allCatalogues['zh-CN'])]
})

/** The tabs that there are, and those of them that were looked at. */
const tabs = new Set<string>()
const seen = new Set<string>()

/** The states are those of `npm run screenshots`, so that a new one is checked as soon as it has a picture. */
describe.each(chapters)('the layout of $name', ({ states }) => {
  const folder = useFolder()
  let appWindow: AppWindow
  /** The states that were reached and left, in their order. */
  const done: State[] = []
  let isBroken = false
  async function start(): Promise<void> {
    appWindow = await launchWindow({ preferences: { language: 'en', theme: 'light' } })
    await appWindow.resize(SIZES[0])
  }
  beforeAll(start)
  afterAll(() => appWindow.close())
  // Where a state could not be reached or left, its window says nothing of those after it: a new one goes the same way without it.
  beforeEach(async () => {
    if (isBroken) {
      await appWindow.close()
      await start()
      for (const { reach, leave } of done) {
        await reach(appWindow, folder)
        await leave?.(appWindow)
      }
    }
    isBroken = true
  })

  /** Returns the faults of what is shown, in each size and language. */
  async function faultsOf(part: string): Promise<string[]> {
    const faults: string[] = []
    // There in one language and back in the other, since a change of either takes as long as all that is looked for.
    for (const [language, sizes] of [
      ['en', SIZES],
      ['zh-CN', SIZES.toReversed()]
    ] as const) {
      await appWindow.setLanguage(language)
      for (const size of sizes) {
        await appWindow.resize(size)
        await afterTwoFrames(appWindow.page)
        const found = await layoutFaults(appWindow.page, catalogueAt(size.width))
        faults.push(...found.map((fault) => `${part}${language} ${size.width}: ${fault}`))
      }
    }
    await appWindow.setLanguage('en')
    for (const tab of await appWindow.page.getByRole('tab').all()) {
      const id = (await tab.getAttribute('data-testid')) ?? ''
      tabs.add(id)
      if ((await tab.getAttribute('aria-selected')) === 'true') seen.add(id)
    }
    return faults
  }

  it.each([...states])('$name: nothing is cut off, overlaps, lies outside or is a raw key', async (state) => {
    const { name, reach, leave, parts } = state
    await reach(appWindow, folder)
    const faults: string[] = []
    if (parts) {
      for (const part of await parts(appWindow)) {
        await part.show()
        faults.push(...(await faultsOf(`${part.name} `)))
      }
    } else if (name !== 'print') {
      // What is on paper has no window to lie in.
      faults.push(...(await faultsOf('')))
    }
    await leave?.(appWindow)
    done.push(state)
    isBroken = false
    expect(faults).toEqual([])
  })
})

it('every tab was looked at', () => {
  expect(tabs.size).toBeGreaterThan(0)
  expect([...tabs].filter((tab) => !seen.has(tab))).toEqual([])
})
