import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { afterTwoFrames, inEnglish, PATIENCE } from './support/app-window'
import { useAppWindow } from './support/use-app-window'
import { settled } from './support/visit-views'

describe('the window of a reader who', () => {
  const window = useAppWindow({ preferences: inEnglish })

  it('wants no motion stands still, whatever is pressed', async () => {
    const { page } = window.current
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const targets = () => page.evaluate(() => document.getAnimations().map((one) => (one.effect as KeyframeEffect).target?.className ?? ''))
    const moves = async () => {
      await afterTwoFrames(page)
      return targets()
    }
    // What began to move before the wish was known comes to its end.
    await page.waitForFunction(() => matchMedia('(prefers-reduced-motion: reduce)').matches)
    await expect.poll(targets, PATIENCE).toEqual([])
    const appWindow = window.current
    await appWindow.type('epochs', '1000000')
    await appWindow.click('run-button')
    await appWindow.waitForStatus('running')
    expect(await moves()).toEqual([])
    await appWindow.click('pause-button')
    await appWindow.waitForStatus('paused')
    await appWindow.click('chart-options')
    await page.getByRole('dialog').waitFor()
    expect(await moves()).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await appWindow.click('settings-button')
    await appWindow.find('settings-dialog').waitFor()
    expect(await moves()).toEqual([])
    await page.keyboard.press('Escape')
    const lasting = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((one) =>
          getComputedStyle(one)
            .transitionDuration.split(', ')
            .some((time) => Number.parseFloat(time) > 0)
        )
        .map((one) => one.className)
    )
    expect(lasting).toEqual([])
    await page.emulateMedia({ reducedMotion: null })
  })

  it('has colours of their own sees what is chosen', async () => {
    const { page } = window.current
    await page.emulateMedia({ forcedColors: 'active' })
    const ground = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((one) => getComputedStyle(one).backgroundColor)
    expect(await ground('[role="tab"][aria-selected="true"]')).not.toBe(await ground('[role="tab"][aria-selected="false"]'))
    expect(await page.evaluate(groundsOfRadios)).toEqual(['other'])
    await page.emulateMedia({ forcedColors: null })
  })

  it('reads at 200 % on a projector reaches every control, and scrolls in one direction', async () => {
    const appWindow = window.current
    await appWindow.app.evaluate(({ BrowserWindow }) => {
      const [one] = BrowserWindow.getAllWindows()
      one.setContentSize(1366, 768)
      one.webContents.setZoomFactor(2)
    })
    await appWindow.page.waitForFunction(() => innerWidth === 683 && innerHeight === 384)
    await settled(appWindow.page)
    expect(await appWindow.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    for (const tab of await appWindow.page.getByRole('tab').all()) {
      await tab.evaluate((one) => one.scrollIntoView())
      await tab.dispatchEvent('mousedown', { button: 0 })
      await tab.dispatchEvent('click')
      await settled(appWindow.page)
      expect(await unreachable(appWindow.page), await tab.innerText()).toEqual([])
    }
    await appWindow.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].webContents.setZoomFactor(1))
  })
})

/** Whether the chosen of each group of radios stands on another ground than the first that is not. */
function groundsOfRadios(): string[] {
  const shown = (radio: Element) => radio.closest('label') ?? radio
  const isChosen = (radio: Element) => (radio instanceof HTMLInputElement ? radio.checked : radio.getAttribute('aria-checked') === 'true')
  const radios = [...document.querySelectorAll('.segments input[type="radio"], .segments [role="radio"]')]
  const ground = (chosen: boolean) => {
    const radio = radios.find((one) => isChosen(one) === chosen)
    return radio && getComputedStyle(shown(radio)).backgroundColor
  }
  return [ground(true) === ground(false) ? 'the same' : 'other']
}

/** The controls of which the middle cannot be brought into sight. */
function unreachable(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const controls = [...document.querySelectorAll<HTMLElement>('button, input, select, summary, [tabindex="0"]')].filter(
      (one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest('.unseen') && !one.classList.contains('unseen')
    )
    const hidden = controls.filter((one) => {
      one.scrollIntoView({ block: 'center', inline: 'center' })
      const { left, top, width, height } = one.getBoundingClientRect()
      const met = document.elementFromPoint(left + width / 2, top + height / 2)
      return !met || !(one.contains(met) || met.contains(one))
    })
    return hidden.map((one) => one.dataset.testid ?? one.outerHTML.slice(0, 120))
  })
}
