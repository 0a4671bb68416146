import { describe, expect, it } from 'vitest'
import { inEnglish, PATIENCE } from './support/app-window'
import { useAppWindow } from './support/use-app-window'

describe('every setting of training', () => {
  const window = useAppWindow({ preferences: inEnglish })

  it('stands under More until it is asked for, and says there what is not as usual', async () => {
    const appWindow = window.current
    expect(await appWindow.find('dropout').isVisible()).toBe(false)
    await appWindow.click('more-network')
    await appWindow.type('dropout', '0.2')
    await appWindow.find('initializer').selectOption('he-uniform')
    await appWindow.click('more-network')
    await expect.poll(() => appWindow.find('more-network').innerText(), PATIENCE).toMatch(/He, uniform · Dropout 0\.2/)
  })

  it('follows the catalogue: another optimizer has other numbers', async () => {
    const appWindow = window.current
    await appWindow.click('more-optimizer')
    await appWindow.find('option-momentum').waitFor()
    await appWindow.find('nesterov').check()
    const idle = appWindow.page.getByText('Nesterov momentum has no effect: the momentum is 0.')
    await idle.waitFor()
    await appWindow.type('option-momentum', '0.5')
    await idle.waitFor({ state: 'detached' })
    await appWindow.find('optimizer').selectOption('adam')
    await appWindow.find('option-beta2').waitFor()
    await appWindow.find('option-momentum').waitFor({ state: 'detached' })
    await appWindow.type('option-beta2', '1')
    expect(await appWindow.errorBeside('option-beta2')).toMatch(/is 1; it must be .* below 1/)
    await appWindow.find('option-beta2').press('Escape')
  })

  it('draws the schedule, and says it in words', async () => {
    const appWindow = window.current
    await appWindow.find('schedule').selectOption('step')
    await appWindow.type('option-every', '50')
    await expect
      .poll(() => appWindow.page.locator('[data-testid="schedule-curve"] svg').getAttribute('aria-label'), PATIENCE)
      .toMatch(/over 100 epochs: 0\.1 at first, 0\.1 at most, 0\.01 at the end/)
  })

  it('is taken back by Ctrl+Z and made again by Ctrl+Shift+Z, one change at a time', async () => {
    const appWindow = window.current
    await appWindow.find('schedule').selectOption('constant')
    await appWindow.type('learning-rate', '0.3')
    await appWindow.page.keyboard.press('Control+z')
    await expect.poll(() => appWindow.find('learning-rate').inputValue(), PATIENCE).toBe('0.1')
    await appWindow.page.keyboard.press('Control+z')
    await expect.poll(() => appWindow.find('schedule').inputValue(), PATIENCE).toBe('step')
    await appWindow.page.keyboard.press('Control+Shift+z')
    await appWindow.page.keyboard.press('Control+Shift+z')
    await expect.poll(() => appWindow.find('learning-rate').inputValue(), PATIENCE).toBe('0.3')
    const seed = await appWindow.find('seed-init').inputValue()
    await appWindow.click('new-seed-button')
    await expect.poll(() => appWindow.find('seed-init').inputValue(), PATIENCE).not.toBe(seed)
    await appWindow.click('undo-button')
    await expect.poll(() => appWindow.find('seed-init').inputValue(), PATIENCE).toBe(seed)
  })

  it('steps by mini-batches too, and comes back to the very same figures', async () => {
    const appWindow = window.current
    for (const epoch of [1, 2, 3]) {
      await appWindow.click('step-button')
      await appWindow.waitForEpoch(epoch)
      await appWindow.waitForStatus('paused')
    }
    const figures = await appWindow.figures()
    await appWindow.page.getByTestId('step-unit').getByText('Batch').click()
    await expect.poll(() => appWindow.find('step-counter').innerText(), PATIENCE).toBe('step 21')
    await appWindow.click('step-button')
    await expect.poll(() => appWindow.find('step-counter').innerText(), PATIENCE).toBe('step 22')
    await appWindow.click('back-button')
    await appWindow.click('back-button')
    await expect.poll(() => appWindow.find('step-counter').innerText(), PATIENCE).toBe('step 20')
    await expect.poll(() => appWindow.epoch(), PATIENCE).toBe(2)
    await appWindow.click('step-button')
    await appWindow.waitForEpoch(3)
    await appWindow.waitForStatus('paused')
    expect(await appWindow.figures()).toEqual(figures)
  })

  it('ends a run by a rule, keeps the best weights, and goes on in spite of it', async () => {
    const appWindow = window.current
    await appWindow.click('section-stop')
    await appWindow.type('stop-patience', '2')
    await appWindow.find('keep-best').check()
    await appWindow.click('run-button')
    await appWindow.waitForStatus('finished')
    expect(await appWindow.find('stopped').innerText()).toBe('No improvement')
    const epoch = await appWindow.epoch()
    expect(epoch).toBeLessThan(100)
    expect(await appWindow.find('result-epoch').innerText()).toBe(`best: epoch ${epoch - 2}`)
    await appWindow.click('run-button')
    await appWindow.waitForEpoch(epoch + 1)
    expect(appWindow.takeErrors()).toEqual([])
  })
})
