import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { axeFindings } from './support/axe'
import { useFolder } from './support/folders'
import { inEnglish, PATIENCE, type AppWindow } from './support/app-window'
import { useAppWindow } from './support/use-app-window'

const REWIND = 'Back to epoch 0 and exactly the same initial weights'

describe('the controls of the window', () => {
  const window = useAppWindow({ preferences: inEnglish })

  it('are explained to the pointer, and what lies under the tip can be pressed', async () => {
    const appWindow = window.current
    await appWindow.find('rewind-button').hover()
    await appWindow.find('tip').filter({ hasText: REWIND }).waitFor()
    expect(await appWindow.find('rewind-button').getAttribute('title')).toBeNull()
    await appWindow.find('section-stop').click()
    await appWindow.find('tip').waitFor({ state: 'detached' })
    await expect.poll(() => appWindow.find('rewind-button').getAttribute('title'), PATIENCE).toBe(REWIND)
  })

  it('are explained to the keyboard too, until Escape', async () => {
    const appWindow = window.current
    await appWindow.find('step-button').focus()
    await appWindow.page.keyboard.press('Shift+Tab')
    await appWindow.page.keyboard.press('Tab')
    await appWindow.find('tip').filter({ hasText: 'Train one epoch' }).waitFor()
    await appWindow.page.keyboard.press('Escape')
    await appWindow.find('tip').waitFor({ state: 'detached' })
  })

  it('of few choices are gone through by arrow keys, with one stop for Tab', async () => {
    const appWindow = window.current
    const unit = appWindow.find('step-unit')
    await unit.getByRole('radio', { checked: true }).focus()
    await appWindow.page.keyboard.press('ArrowLeft')
    await expect.poll(() => unit.getByRole('radio', { checked: true }).innerText(), PATIENCE).toBe('Batch')
    await appWindow.page.keyboard.press('ArrowRight')
    await expect.poll(() => unit.getByRole('radio', { checked: true }).innerText(), PATIENCE).toBe('Epoch')
    await appWindow.page.keyboard.press('Tab')
    expect(await unit.evaluate((group) => group.contains(document.activeElement))).toBe(false)
    expect(await appWindow.epoch()).toBe(0)
  })

  it('open sheets that Escape closes, and the focus is back where it was', async () => {
    const appWindow = window.current
    await appWindow.find('chart-options').press('Enter')
    await appWindow.page.getByRole('dialog').waitFor()
    await expect.poll(() => appWindow.page.evaluate(() => document.activeElement?.closest('[role="dialog"]') !== null), PATIENCE).toBe(true)
    await appWindow.page.keyboard.press('Escape')
    await appWindow.page.getByRole('dialog').waitFor({ state: 'detached' })
    await expect.poll(() => appWindow.find('chart-options').evaluate((button) => button === document.activeElement), PATIENCE).toBe(true)
  })

  it('tell of what was done; F8 goes to the message, which waits meanwhile', async () => {
    const appWindow = window.current
    await appWindow.find('train-loss').click()
    await appWindow.find('toast').waitFor()
    await appWindow.page.keyboard.press('F8')
    await appWindow.page.keyboard.press('Tab')
    expect(await appWindow.page.evaluate(() => document.activeElement?.getAttribute('data-testid'))).toBe('toast')
    await appWindow.page.keyboard.press('Escape')
    await appWindow.find('toast').waitFor({ state: 'detached' })
  })
})

describe('a choice among 500 columns', () => {
  const folder = useFolder()
  const window = useAppWindow({ preferences: inEnglish })
  const list = (appWindow: AppWindow) => appWindow.page.getByRole('listbox')
  const COLUMNS = Array.from({ length: 500 }, (_, index) => `gene ${String(index).padStart(3, '0')}`)

  it('is a box to search in', async () => {
    const appWindow = window.current
    const file = path.join(folder, 'genes.csv')
    const rows = Array.from({ length: 30 }, (_, row) => COLUMNS.map((_, column) => (row * 31 + column * 17) % 101).join(','))
    fs.writeFileSync(file, [COLUMNS.join(','), ...rows].join('\n'))
    await appWindow.openFile(file)
    const target = appWindow.find('target-select')
    await appWindow.page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('[data-testid="target-select"]')?.value === 'gene 499'
    )
    await target.click()
    await list(appWindow).getByRole('option', { name: 'gene 499' }).waitFor()
    expect(await list(appWindow).getByRole('option').count()).toBeLessThan(60)
    expect(await axeFindings(appWindow.page)).toEqual([])
    await appWindow.page.keyboard.type('23')
    await expect
      .poll(() => list(appWindow).getByRole('option').allInnerTexts(), PATIENCE)
      .toEqual(COLUMNS.filter((name) => name.includes('23')))
  })

  it('takes the first that is found on Enter', async () => {
    const appWindow = window.current
    await appWindow.page.keyboard.press('Enter')
    await list(appWindow).waitFor({ state: 'detached' })
    await expect.poll(() => appWindow.find('target-select').inputValue(), PATIENCE).toBe('gene 023')
    await expect.poll(() => appWindow.find('network-line').innerText(), PATIENCE).toMatch(/^499 → /)
  })

  it('says when nothing is found, and keeps what was chosen on Escape', async () => {
    const appWindow = window.current
    await appWindow.find('target-select').fill('protein')
    await appWindow.page.getByText('No matching column').waitFor()
    await appWindow.page.keyboard.press('Escape')
    await expect.poll(() => appWindow.find('target-select').inputValue(), PATIENCE).toBe('gene 023')
    expect(appWindow.takeErrors()).toEqual([])
  })
})
