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
    const lab = window.current
    await lab.type('epochs', '20000')
    await lab.find('epochs').blur()
    await lab.page.keyboard.press('Space')
    await lab.waitForStatus('running')
    await lab.page.keyboard.press('Space')
    await lab.waitForStatus('paused')
    const epoch = await lab.epoch()
    await lab.page.keyboard.press('ArrowRight')
    await lab.waitForEpoch(epoch + 1)
    await lab.waitForStatus('paused')
    expect(await lab.epoch()).toBe(epoch + 1)
    await lab.click('rewind-button')
    await lab.waitForStatus('idle')
    await lab.type('epochs', '100')
  })

  it('leaves Space and arrows to the field that has the focus', async () => {
    const lab = window.current
    await lab.find('hidden-text').focus()
    await lab.page.keyboard.press('End')
    await lab.page.keyboard.type(' ')
    await lab.page.keyboard.press('ArrowRight')
    expect(await lab.find('hidden-text').inputValue()).toBe('16 ')
    await lab.page.keyboard.press('Escape')
    expect(await lab.find('hidden-text').inputValue()).toBe('16')
    expect(await lab.find('status-pill').getAttribute('data-status')).toBe('idle')
  })

  it('lets Tab reach every control, in the order of the window, with a visible focus', async () => {
    const lab = window.current
    await lab.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await lab.page.mouse.click(2, 2)
    const visited: { testId: string | null; ring: boolean }[] = []
    for (let presses = 0; presses < 140; presses++) {
      await lab.page.keyboard.press('Tab')
      const stop = await lab.page.evaluate(() => {
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
    const lab = window.current
    await lab.find('tab-check').focus()
    await lab.page.keyboard.press('ArrowRight')
    await lab.page.locator('[data-testid="tab-data"][aria-selected="true"]').waitFor()
    await lab.page.keyboard.press('ArrowLeft')
    await lab.page.locator('[data-testid="tab-check"][aria-selected="true"]').waitFor()
  })

  it('opens files on Ctrl+O, saves weights on Ctrl+S and lists the keys on ?', async () => {
    const lab = window.current
    await lab.app.evaluate(({ dialog }) => {
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
    const dialogs = () => lab.app.evaluate(() => (globalThis as unknown as { dialogs: string[] }).dialogs)
    await lab.page.keyboard.press('Control+O')
    await expect.poll(dialogs, PATIENCE).toEqual(['open'])
    await lab.page.keyboard.press('Control+S')
    await expect.poll(dialogs, PATIENCE).toEqual(['open', 'save'])
    await lab.page.keyboard.press('?')
    await lab.find('shortcuts-dialog').waitFor()
    await lab.page.keyboard.press('Space')
    await lab.find('shortcuts-dialog').waitFor({ state: 'detached' })
    expect(await lab.find('status-pill').getAttribute('data-status')).toBe('idle')
  })

  it('steps the learning rate by the arrow keys', async () => {
    const lab = window.current
    await lab.find('learning-rate').focus()
    await lab.page.keyboard.press('ArrowUp')
    await expect.poll(() => lab.find('learning-rate').inputValue(), PATIENCE).toBe('0.3')
    await lab.page.keyboard.press('ArrowDown')
    await expect.poll(() => lab.find('learning-rate').inputValue(), PATIENCE).toBe('0.1')
  })
})

describe('the window for everyone', () => {
  const window = useAppWindow({ preferences: inEnglish })

  it.each([
    { width: 1366, height: 768 },
    { width: 1920, height: 1080 },
    { width: 960, height: 600 }
  ])('fits $width × $height, whatever the network and the language', async (size) => {
    const lab = window.current
    await lab.app.evaluate(({ BrowserWindow }, { width, height }) => BrowserWindow.getAllWindows()[0].setContentSize(width, height), size)
    await lab.page.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, size)
    // An untrained network is changed without a question.
    if (await lab.find('rewind-button').isEnabled()) await lab.click('rewind-button')
    for (const layers of ['16', Array(12).fill('16').join(', ')]) {
      await lab.type('hidden-text', layers)
      await lab.find('epoch-counter').filter({ hasText: '0 / 100' }).waitFor()
      for (const language of ['zh-CN', 'en'] as const) {
        await lab.setLanguage(language)
        for (const tab of ['tab-data', 'tab-weights', 'tab-check']) {
          await lab.click(tab)
          expect(await outside(lab.page), `${layers} ${language} ${tab}`).toEqual([])
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
