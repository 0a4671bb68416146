import { describe, expect, it } from 'vitest'
import { inEnglish, PATIENCE } from './support/app-window'
import { useAppWindow } from './support/use-app-window'

describe('every setting of training', () => {
  const window = useAppWindow({ preferences: inEnglish })

  it('stands under More until it is asked for, and says there what is not as usual', async () => {
    const lab = window.current
    expect(await lab.find('dropout').isVisible()).toBe(false)
    await lab.click('more-network')
    await lab.type('dropout', '0.2')
    await lab.find('initializer').selectOption('he-uniform')
    await lab.click('more-network')
    await expect.poll(() => lab.find('more-network').innerText(), PATIENCE).toMatch(/He, uniform · Dropout 0\.2/)
  })

  it('follows the catalogue: another optimizer has other numbers', async () => {
    const lab = window.current
    await lab.click('more-optimizer')
    await lab.find('option-momentum').waitFor()
    await lab.find('optimizer').selectOption('adam')
    await lab.find('option-beta2').waitFor()
    await lab.find('option-momentum').waitFor({ state: 'detached' })
    await lab.type('option-beta2', '1')
    expect(await lab.errorBeside('option-beta2')).toMatch(/is 1; it must be .* below 1/)
    await lab.find('option-beta2').press('Escape')
  })

  it('draws the schedule, and says it in words', async () => {
    const lab = window.current
    await lab.find('schedule').selectOption('step')
    await lab.type('option-every', '50')
    await expect
      .poll(() => lab.page.locator('[data-testid="schedule-curve"] svg').getAttribute('aria-label'), PATIENCE)
      .toMatch(/over 100 epochs: 0\.1 at first, 0\.1 at most, 0\.01 at the end/)
  })

  it('is taken back by Ctrl+Z and made again by Ctrl+Shift+Z, one change at a time', async () => {
    const lab = window.current
    await lab.find('schedule').selectOption('constant')
    await lab.type('learning-rate', '0.3')
    await lab.page.keyboard.press('Control+z')
    await expect.poll(() => lab.find('learning-rate').inputValue(), PATIENCE).toBe('0.1')
    await lab.page.keyboard.press('Control+z')
    await expect.poll(() => lab.find('schedule').inputValue(), PATIENCE).toBe('step')
    await lab.page.keyboard.press('Control+Shift+z')
    await lab.page.keyboard.press('Control+Shift+z')
    await expect.poll(() => lab.find('learning-rate').inputValue(), PATIENCE).toBe('0.3')
    const seed = await lab.find('seed-init').inputValue()
    await lab.click('new-seed-button')
    await expect.poll(() => lab.find('seed-init').inputValue(), PATIENCE).not.toBe(seed)
    await lab.click('undo-button')
    await expect.poll(() => lab.find('seed-init').inputValue(), PATIENCE).toBe(seed)
  })

  it('steps by mini-batches too, and comes back to the very same figures', async () => {
    const lab = window.current
    for (const epoch of [1, 2, 3]) {
      await lab.click('step-button')
      await lab.waitForEpoch(epoch)
      await lab.waitForStatus('paused')
    }
    const figures = await lab.figures()
    await lab.page.getByTestId('step-unit').getByText('Batch').click()
    await expect.poll(() => lab.find('step-counter').innerText(), PATIENCE).toBe('step 21')
    await lab.click('step-button')
    await expect.poll(() => lab.find('step-counter').innerText(), PATIENCE).toBe('step 22')
    await lab.click('back-button')
    await lab.click('back-button')
    await expect.poll(() => lab.find('step-counter').innerText(), PATIENCE).toBe('step 20')
    await expect.poll(() => lab.epoch(), PATIENCE).toBe(2)
    await lab.click('step-button')
    await lab.waitForEpoch(3)
    await lab.waitForStatus('paused')
    expect(await lab.figures()).toEqual(figures)
  })

  it('ends a run by a rule, keeps the best weights, and goes on in spite of it', async () => {
    const lab = window.current
    await lab.click('section-stop')
    await lab.type('stop-patience', '2')
    await lab.find('keep-best').check()
    await lab.click('run-button')
    await lab.waitForStatus('finished')
    expect(await lab.find('stopped').innerText()).toBe('No improvement')
    const epoch = await lab.epoch()
    expect(epoch).toBeLessThan(100)
    expect(await lab.find('result-epoch').innerText()).toBe(`best: epoch ${epoch - 2}`)
    await lab.click('run-button')
    await lab.waitForEpoch(epoch + 1)
    expect(lab.takeErrors()).toEqual([])
  })
})
