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
    const lab = window.current
    await lab.find('rewind-button').hover()
    await lab.find('tip').filter({ hasText: REWIND }).waitFor()
    expect(await lab.find('rewind-button').getAttribute('title')).toBeNull()
    await lab.find('section-stop').click()
    await lab.find('tip').waitFor({ state: 'detached' })
    await expect.poll(() => lab.find('rewind-button').getAttribute('title'), PATIENCE).toBe(REWIND)
  })

  it('are explained to the keyboard too, until Escape', async () => {
    const lab = window.current
    await lab.find('step-button').focus()
    await lab.page.keyboard.press('Shift+Tab')
    await lab.page.keyboard.press('Tab')
    await lab.find('tip').filter({ hasText: 'Train one epoch' }).waitFor()
    await lab.page.keyboard.press('Escape')
    await lab.find('tip').waitFor({ state: 'detached' })
  })

  it('of few choices are gone through by arrow keys, with one stop for Tab', async () => {
    const lab = window.current
    const unit = lab.find('step-unit')
    await unit.getByRole('radio', { checked: true }).focus()
    await lab.page.keyboard.press('ArrowLeft')
    await expect.poll(() => unit.getByRole('radio', { checked: true }).innerText(), PATIENCE).toBe('Batch')
    await lab.page.keyboard.press('ArrowRight')
    await expect.poll(() => unit.getByRole('radio', { checked: true }).innerText(), PATIENCE).toBe('Epoch')
    await lab.page.keyboard.press('Tab')
    expect(await unit.evaluate((group) => group.contains(document.activeElement))).toBe(false)
    expect(await lab.epoch()).toBe(0)
  })

  it('open sheets that Escape closes, and the focus is back where it was', async () => {
    const lab = window.current
    await lab.find('chart-options').press('Enter')
    await lab.page.getByRole('dialog').waitFor()
    await expect.poll(() => lab.page.evaluate(() => document.activeElement?.closest('[role="dialog"]') !== null), PATIENCE).toBe(true)
    await lab.page.keyboard.press('Escape')
    await lab.page.getByRole('dialog').waitFor({ state: 'detached' })
    await expect.poll(() => lab.find('chart-options').evaluate((button) => button === document.activeElement), PATIENCE).toBe(true)
  })

  it('tell of what was done; F8 goes to the message, which waits meanwhile', async () => {
    const lab = window.current
    await lab.find('train-loss').click()
    await lab.find('toast').waitFor()
    await lab.page.keyboard.press('F8')
    await lab.page.keyboard.press('Tab')
    expect(await lab.page.evaluate(() => document.activeElement?.getAttribute('data-testid'))).toBe('toast')
    await lab.page.keyboard.press('Escape')
    await lab.find('toast').waitFor({ state: 'detached' })
  })
})

describe('a choice among 500 columns', () => {
  const folder = useFolder()
  const window = useAppWindow({ preferences: inEnglish })
  const list = (lab: AppWindow) => lab.page.getByRole('listbox')
  const COLUMNS = Array.from({ length: 500 }, (_, index) => `gene ${String(index).padStart(3, '0')}`)

  it('is a box to search in', async () => {
    const lab = window.current
    const file = path.join(folder, 'genes.csv')
    const rows = Array.from({ length: 30 }, (_, row) => COLUMNS.map((_, column) => (row * 31 + column * 17) % 101).join(','))
    fs.writeFileSync(file, [COLUMNS.join(','), ...rows].join('\n'))
    await lab.openFile(file)
    const target = lab.find('target-select')
    await lab.page.waitForFunction(() => document.querySelector<HTMLInputElement>('[data-testid="target-select"]')?.value === 'gene 499')
    await target.click()
    await list(lab).getByRole('option', { name: 'gene 499' }).waitFor()
    expect(await list(lab).getByRole('option').count()).toBeLessThan(60)
    expect(await axeFindings(lab.page)).toEqual([])
    await lab.page.keyboard.type('23')
    await expect.poll(() => list(lab).getByRole('option').allInnerTexts(), PATIENCE).toEqual(COLUMNS.filter((name) => name.includes('23')))
  })

  it('takes the first that is found on Enter', async () => {
    const lab = window.current
    await lab.page.keyboard.press('Enter')
    await list(lab).waitFor({ state: 'detached' })
    await expect.poll(() => lab.find('target-select').inputValue(), PATIENCE).toBe('gene 023')
    await expect.poll(() => lab.find('network-line').innerText(), PATIENCE).toMatch(/^499 → /)
  })

  it('says when nothing is found, and keeps what was chosen on Escape', async () => {
    const lab = window.current
    await lab.find('target-select').fill('protein')
    await lab.page.getByText('No matching column').waitFor()
    await lab.page.keyboard.press('Escape')
    await expect.poll(() => lab.find('target-select').inputValue(), PATIENCE).toBe('gene 023')
    expect(lab.takeErrors()).toEqual([])
  })
})
