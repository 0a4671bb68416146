import { describe, expect, it } from 'vitest'
import { inEnglish, PATIENCE, useLab } from './support/lab-window'

const REWIND = 'Back to epoch 0 and the very same initial weights'

describe('the controls of the window', () => {
  const window = useLab({ preferences: inEnglish })

  it('are explained to the pointer, and what lies under the tip can be pressed', async () => {
    const lab = window.current
    await lab.find('rewind-button').hover()
    await lab.find('tip').filter({ hasText: REWIND }).waitFor()
    expect(await lab.find('rewind-button').getAttribute('title')).toBeNull()
    await lab.find('section-stop').click()
    await lab.find('tip').waitFor({ state: 'detached' })
    expect(await lab.find('rewind-button').getAttribute('title')).toBe(REWIND)
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
    expect(await lab.page.evaluate(() => document.activeElement?.closest('[role="dialog"]') !== null)).toBe(true)
    await lab.page.keyboard.press('Escape')
    await lab.page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await lab.find('chart-options').evaluate((button) => button === document.activeElement)).toBe(true)
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
