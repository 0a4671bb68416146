import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pageNames, pages } from '#shared/pages'
import { useFolder } from './support/folders'
import { launchWindow, PATIENCE, type AppWindow } from './support/app-window'
import { photographOnFailure } from './support/use-app-window'

describe('the pages of the window', () => {
  const userDataDir = path.join(useFolder(), 'data')
  let appWindow: AppWindow

  beforeAll(async () => {
    fs.mkdirSync(userDataDir)
    appWindow = await launchWindow({ userDataDir, preferences: { language: 'en', theme: 'light' } })
  })
  afterAll(async () => {
    await appWindow.close()
    expect(appWindow.takeErrors()).toEqual([])
    expect(appWindow.mistakes()).toEqual([])
  })

  const press = (chord: string) => appWindow.page.keyboard.press(chord)
  const widthOf = async (selector: string) => (await appWindow.page.locator(selector).boundingBox())?.width ?? NaN
  /** Waits until a page is there and the one before it is not. */
  async function isOpen(name: (typeof pageNames)[number]): Promise<void> {
    await appWindow.page.locator(`[data-testid="page-${name}"][aria-checked="true"]`).waitFor()
    await appWindow.find('run-button').waitFor({ state: name === 'workbench' ? 'visible' : 'detached' })
    await appWindow.page.getByRole('main').waitFor()
  }

  it('are opened by the switch and by Ctrl and their number, and keep what was chosen in them', async () => {
    photographOnFailure(appWindow)
    await appWindow.openTab('metrics')
    for (const name of ['microscope', 'graph', 'workbench'] as const) {
      await appWindow.click(`page-${name}`)
      await isOpen(name)
    }
    await appWindow.page.locator('[data-testid="tab-metrics"][aria-selected="true"]').waitFor()
    for (const [number, name] of [...pageNames.entries()].reverse()) {
      await press(`Control+${number + 1}`)
      await isOpen(name)
    }
  })

  it('have shortcuts of their own: Space and the arrows train on the workbench alone', async () => {
    photographOnFailure(appWindow)
    await appWindow.page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
    await press('ArrowRight')
    await appWindow.waitForEpoch(1)
    await appWindow.waitForStatus('paused')
    await press('Control+3')
    await isOpen('graph')
    await press('ArrowRight')
    await press('Control+1')
    await isOpen('workbench')
    expect(await appWindow.epoch()).toBe(1)
  })

  it('have their keys act at once, after a click on the switch and after Ctrl and a number', async () => {
    photographOnFailure(appWindow)
    const isAtHome = () => expect.poll(() => appWindow.find('graph-position').innerText(), PATIENCE).toMatch(/^Forward 0/)
    const isAtEnd = () => expect.poll(() => appWindow.find('graph-position').innerText(), PATIENCE).toMatch(/^Backward (\d+) \/ \1$/)
    await appWindow.click('page-graph')
    await isOpen('graph')
    await press('Home')
    await isAtHome()
    // On the page that is open already, too.
    await appWindow.click('page-graph')
    await press('End')
    await isAtEnd()
    await press('Control+2')
    await isOpen('microscope')
    await appWindow.waitFor('walk-value')
    await press('End')
    await expect.poll(() => appWindow.find('walk-place').innerText(), PATIENCE).toMatch(/^Step (\d+) \/ \1$/)
    await press('Home')
    await expect.poll(() => appWindow.find('walk-place').innerText(), PATIENCE).toMatch(/^Step 1 /)
    await press('Control+3')
    await isOpen('graph')
    await press('Home')
    await isAtHome()
    await press('Control+1')
    await isOpen('workbench')
  })

  it('leave the focus on the switch for who chooses there by arrow keys', async () => {
    photographOnFailure(appWindow)
    await appWindow.find('page-workbench').focus()
    await press('ArrowRight')
    await isOpen('microscope')
    await press('ArrowRight')
    await isOpen('graph')
    expect(await appWindow.page.evaluate(() => document.activeElement?.getAttribute('data-testid'))).toBe('page-graph')
    // Tab goes on from the switch, past the rest of the header into the page.
    await press('Control+1')
    await isOpen('workbench')
    expect(await appWindow.page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN')
  })

  it('list their shortcuts under their name', async () => {
    photographOnFailure(appWindow)
    const dialog = appWindow.find('shortcuts-dialog')
    await press('?')
    await dialog.getByRole('heading', { name: pages.workbench.en }).waitFor()
    expect(await dialog.innerText()).toContain('Train one step')
    await press('Escape')
    await press('Control+2')
    await isOpen('microscope')
    await press('?')
    await dialog.waitFor()
    expect(await dialog.innerText()).not.toContain('Train one step')
    await press('Escape')
    await press('Control+1')
    await isOpen('workbench')
  })

  it('of the workbench hides its settings by Ctrl+B and by a button, and has them as wide as they are dragged', async () => {
    photographOnFailure(appWindow)
    const before = await widthOf('aside')
    await press('Control+b')
    await appWindow.page.locator('aside').waitFor({ state: 'hidden' })
    await appWindow.click('sidebar-button')
    await expect.poll(() => widthOf('aside'), PATIENCE).toBe(before)
    const handle = appWindow.find('sidebar-handle')
    expect(await handle.getAttribute('aria-orientation')).toBe('vertical')
    const box = await handle.boundingBox()
    if (!box) throw new Error('There is no handle.')
    await appWindow.page.mouse.move(box.x, box.y + 200)
    await appWindow.page.mouse.down()
    await appWindow.page.mouse.move(box.x + 80, box.y + 200, { steps: 4 })
    await appWindow.page.mouse.up()
    await expect.poll(async () => Math.abs((await widthOf('aside')) - before - 80), PATIENCE).toBeLessThan(3)
    const dragged = await widthOf('aside')
    await handle.focus()
    await press('ArrowLeft')
    await expect.poll(() => widthOf('aside'), PATIENCE).toBeLessThan(dragged)
    await handle.dblclick()
    await expect.poll(() => widthOf('aside'), PATIENCE).toBe(before)
  })

  it('of the workbench gives each card and the tabs the whole place, and takes it back by Escape', async () => {
    photographOnFailure(appWindow)
    const parts = appWindow.page.locator('main .part')
    expect(await parts.count()).toBe(4)
    for (let n = 0; n < 4; n++) {
      const part = parts.nth(n)
      const before = await part.locator('> .whole').boundingBox()
      if (n === 0) await part.locator('.head').dblclick({ position: { x: 12, y: 2 } })
      else await part.getByTestId('maximise-button').click()
      await expect.poll(async () => (await part.locator('> .whole').boundingBox())?.height, PATIENCE).toBeGreaterThan(400)
      const whole = await appWindow.page.locator('main').boundingBox()
      expect(await part.locator('> .whole').boundingBox()).toEqual(whole)
      // Nothing that is covered can be reached.
      expect(
        await parts
          .nth((n + 1) % 4)
          .getByTestId('maximise-button')
          .isVisible()
      ).toBe(false)
      await appWindow.page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
      await press('Escape')
      await expect.poll(() => part.locator('> .whole').boundingBox(), PATIENCE).toEqual(before)
    }
  })

  it('have doorways into the microscope: a row of the gradient check, a unit, a row of Predict', async () => {
    photographOnFailure(appWindow)
    const enter = async (within: string) => {
      await appWindow.page.locator(within).getByTestId('open-microscope').click()
      await isOpen('microscope')
      await press('Control+1')
      await isOpen('workbench')
    }
    const panel = 'main [role="tabpanel"]'
    await appWindow.openTab('check')
    await appWindow.click('check-button')
    await appWindow.find('check-table').getByRole('button', { name: '[0, 3]' }).first().click()
    await enter(panel)
    await enter('[data-testid="unit-detail"]')
    await appWindow.openTab('predict')
    await enter(panel)
  })

  it('that was open last is open again after a restart, with the sidebar and the program as they were', async () => {
    photographOnFailure(appWindow)
    await press('Control+b')
    await appWindow.page.locator('aside').waitFor({ state: 'hidden' })
    await press('Control+3')
    await isOpen('graph')
    await appWindow.find('graph-text').fill('a * b + 7')
    await appWindow.click('graph-add-missing')
    await appWindow.page.getByText('Add input b').waitFor()
    // Closed at once: what was slid last is kept although the slider has hardly come to rest.
    const slider = appWindow.find('graph-slide-a')
    await slider.focus()
    await press('End')
    await appWindow.close()
    appWindow = await launchWindow({ userDataDir })
    await isOpen('graph')
    await expect.poll(() => appWindow.find('graph-text').inputValue(), PATIENCE).toBe('a * b + 7')
    expect(await appWindow.find('graph-input-a').inputValue()).toBe('5')
    await press('Control+1')
    await isOpen('workbench')
    expect(await appWindow.page.locator('aside').isVisible()).toBe(false)
  })
})
