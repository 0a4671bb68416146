import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { inEnglish, PATIENCE } from './support/app-window'
import { useAppWindow } from './support/use-app-window'

/** Everything a person must be able to reach by Tab alone, in the order of the window. */
const reachable = [
  'language-toggle',
  'theme-toggle',
  'settings-button',
  'run-button',
  'step-button',
  'new-seed-button',
  'sample-select',
  'open-file',
  'target-select',
  'task-select',
  'feature-sepal_length_cm',
  'scale-select',
  'test-share',
  'hidden-text',
  'units-1',
  'activation-1',
  'precision',
  'bias',
  'more-network',
  'loss-select',
  'l2',
  'more-loss',
  'optimizer',
  'learning-rate',
  'schedule',
  'batch-size',
  'epochs',
  'more-optimizer',
  'section-stop',
  'seed-split',
  'seed-init',
  'seed-shuffle',
  'tab-check',
  'epsilon',
  'check-button'
]

describe('the window without a mouse', () => {
  const window = useAppWindow({ preferences: inEnglish })

  it('runs on Space, pauses on Space and steps on the right arrow', async () => {
    const appWindow = window.current
    await appWindow.type('epochs', '20000')
    await appWindow.find('epochs').blur()
    await appWindow.page.keyboard.press('Space')
    await appWindow.waitForStatus('running')
    await appWindow.page.keyboard.press('Space')
    await appWindow.waitForStatus('paused')
    const epoch = await appWindow.epoch()
    await appWindow.page.keyboard.press('ArrowRight')
    await appWindow.waitForEpoch(epoch + 1)
    await appWindow.waitForStatus('paused')
    expect(await appWindow.epoch()).toBe(epoch + 1)
    await appWindow.click('rewind-button')
    await appWindow.waitForStatus('idle')
    await appWindow.type('epochs', '100')
  })

  it('leaves Space and arrows to the field that has the focus', async () => {
    const appWindow = window.current
    await appWindow.find('hidden-text').focus()
    await appWindow.page.keyboard.press('End')
    await appWindow.page.keyboard.type(' ')
    await appWindow.page.keyboard.press('ArrowRight')
    expect(await appWindow.find('hidden-text').inputValue()).toBe('16 ')
    await appWindow.page.keyboard.press('Escape')
    expect(await appWindow.find('hidden-text').inputValue()).toBe('16')
    expect(await appWindow.find('status-pill').getAttribute('data-status')).toBe('idle')
  })

  it('lets Tab reach every control, in the order of the window, with a visible focus', async () => {
    const appWindow = window.current
    await appWindow.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await appWindow.page.mouse.click(2, 2)
    const visited: { testId: string | null; ring: boolean }[] = []
    for (let presses = 0; presses < 140; presses++) {
      await appWindow.page.keyboard.press('Tab')
      const stop = await appWindow.page.evaluate(() => {
        const element = document.activeElement
        if (!element || element === document.body) return null
        const ringed = [element, element.parentElement, element.closest('label')].some((candidate) => {
          const style = candidate && getComputedStyle(candidate)
          return style && ((style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none')
        })
        return { testId: element.getAttribute('data-testid'), ring: ringed }
      })
      if (stop === null) break
      visited.push(stop)
    }
    const order = visited.flatMap(({ testId }) => (testId !== null && reachable.includes(testId) ? [testId] : []))
    expect(order.filter((testId, index) => order.indexOf(testId) === index)).toEqual(reachable)
    expect(visited.filter(({ ring }) => !ring)).toEqual([])
  })

  it('changes tabs by arrow keys', async () => {
    const appWindow = window.current
    await appWindow.find('tab-check').focus()
    await appWindow.page.keyboard.press('ArrowRight')
    await appWindow.page.locator('[data-testid="tab-data"][aria-selected="true"]').waitFor()
    await appWindow.page.keyboard.press('ArrowLeft')
    await appWindow.page.locator('[data-testid="tab-check"][aria-selected="true"]').waitFor()
  })

  it('opens files on Ctrl+O, saves weights on Ctrl+S and lists the keys on ?', async () => {
    const appWindow = window.current
    await appWindow.app.evaluate(({ dialog }) => {
      const kept = globalThis as unknown as { dialogs: string[] }
      kept.dialogs = []
      dialog.showOpenDialog = () => {
        kept.dialogs.push('open')
        return Promise.resolve({ canceled: true, filePaths: [] })
      }
      dialog.showSaveDialog = () => {
        kept.dialogs.push('save')
        return Promise.resolve({ canceled: true, filePath: '' })
      }
    })
    const dialogs = () => appWindow.app.evaluate(() => (globalThis as unknown as { dialogs: string[] }).dialogs)
    await appWindow.page.keyboard.press('Control+O')
    await expect.poll(dialogs, PATIENCE).toEqual(['open'])
    await appWindow.page.keyboard.press('Control+S')
    await expect.poll(dialogs, PATIENCE).toEqual(['open', 'save'])
    await appWindow.page.keyboard.press('?')
    await appWindow.find('shortcuts-dialog').waitFor()
    await appWindow.page.keyboard.press('Space')
    await appWindow.find('shortcuts-dialog').waitFor({ state: 'detached' })
    expect(await appWindow.find('status-pill').getAttribute('data-status')).toBe('idle')
  })

  it('steps the learning rate by the arrow keys', async () => {
    const appWindow = window.current
    await appWindow.find('learning-rate').focus()
    await appWindow.page.keyboard.press('ArrowUp')
    await expect.poll(() => appWindow.find('learning-rate').inputValue(), PATIENCE).toBe('0.3')
    await appWindow.page.keyboard.press('ArrowDown')
    await expect.poll(() => appWindow.find('learning-rate').inputValue(), PATIENCE).toBe('0.1')
  })
})

describe('the window for everyone', () => {
  const window = useAppWindow({ preferences: inEnglish })

  it.each([
    { width: 1366, height: 768 },
    { width: 1920, height: 1080 },
    { width: 960, height: 600 }
  ])('fits $width × $height, whatever the network and the language', async (size) => {
    const appWindow = window.current
    await appWindow.app.evaluate(
      ({ BrowserWindow }, { width, height }) => BrowserWindow.getAllWindows()[0].setContentSize(width, height),
      size
    )
    await appWindow.page.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, size)
    // An untrained network is changed without a question.
    if (await appWindow.find('rewind-button').isEnabled()) await appWindow.click('rewind-button')
    await appWindow.waitForStatus('idle')
    for (const layers of ['16', Array(12).fill('16').join(', ')]) {
      await appWindow.type('hidden-text', layers)
      await appWindow.find('epoch-counter').filter({ hasText: '0 / 100' }).waitFor()
      for (const language of ['zh-CN', 'en'] as const) {
        await appWindow.setLanguage(language)
        for (const tab of ['tab-data', 'tab-weights', 'tab-check']) {
          await appWindow.click(tab)
          expect(await outside(appWindow.page), `${layers} ${language} ${tab}`).toEqual([])
        }
      }
    }
  })
})

/** Elements that are reached only by scrolling the window as a whole, or not at all. */
function outside(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement
    const far = [...document.querySelectorAll('header, main, main > *, [data-testid="theme-toggle"], [role="tabpanel"]')]
      .filter((element) => {
        const { right, bottom } = element.getBoundingClientRect()
        return right > innerWidth + 0.5 || bottom > innerHeight + 0.5
      })
      .map((element) => element.getAttribute('data-testid') ?? element.tagName)
    return [...(scrollWidth > innerWidth || scrollHeight > innerHeight ? ['the page scrolls'] : []), ...far]
  })
}
