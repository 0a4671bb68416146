import { describe, expect, it } from 'vitest'
import { inEnglish, PATIENCE } from './support/app-window'
import { useAppWindow } from './support/use-app-window'

describe('the tabs that look closely at a run', () => {
  const window = useAppWindow({ preferences: inEnglish })

  it('judge the network with the figures that the curves end with, and list the rows of a cell', async () => {
    const appWindow = window.current
    await appWindow.train()
    await appWindow.click('tab-metrics')
    const matrix = appWindow.find('confusion-matrix')
    await matrix.waitFor()
    const counts = (await matrix.locator('td').allInnerTexts()).map(Number)
    const right = [0, 4, 8].reduce((sum, cell) => sum + counts[cell], 0)
    const all = counts.reduce((sum, count) => sum + count, 0)
    expect(right / all).toBeCloseTo(await appWindow.figure('test-metric'), 12)

    await matrix.locator('button:not(:disabled)').first().click()
    const rows = appWindow.find('judged-rows').locator('tbody tr')
    await expect.poll(() => rows.count(), PATIENCE).toBe(counts.find((count) => count > 0))
    await appWindow.find('judged-rows').getByRole('button').click()
    await matrix.waitFor()
  })

  it('follow the weights while they train, and say of which epoch they are', async () => {
    const appWindow = window.current
    await appWindow.click('tab-inside')
    await appWindow.find('inside-about').filter({ hasText: 'epoch 100' }).waitFor()
    await appWindow.type('epochs', '1000000')
    await appWindow.click('run-button')
    const epochOf = async () => Number(/epoch (\d+)/.exec(await appWindow.find('inside-about').innerText())?.[1])
    await expect.poll(epochOf, PATIENCE).toBeGreaterThan(100)
    const first = await epochOf()
    await expect.poll(epochOf, PATIENCE).toBeGreaterThan(first)
    await appWindow.click('pause-button')
    await appWindow.waitForStatus('paused')
    await expect.poll(epochOf, PATIENCE).toBe(await appWindow.epoch())
  })

  it('lay every number of a prediction open, of a row and of the same values typed in', async () => {
    const appWindow = window.current
    await appWindow.click('tab-predict')
    const answer = appWindow.find('prediction-answer')
    await answer.waitFor()
    const path = () => appWindow.find('number-path').locator('td.numeric').allInnerTexts()
    const picked = [await answer.innerText(), ...(await path())]
    await appWindow.find('predict-way').getByText('Enter values').click()
    await appWindow.find('predict-petal_width_cm').waitFor()
    await expect.poll(async () => [await answer.innerText(), ...(await path())], PATIENCE).toEqual(picked)

    await appWindow.click('unit-2-1')
    const terms = appWindow.find('unit-terms').getByRole('table', { name: 'Incoming weights' })
    await expect.poll(() => terms.getAttribute('aria-rowcount'), PATIENCE).toBe('17')
    const cells = await terms.getByRole('cell').allInnerTexts()
    const products = cells.filter((_, at) => at % 4 === 3).map((text) => Math.abs(Number(text.replaceAll('−', '-'))))
    expect(products).toEqual(products.toSorted((a, b) => b - a))

    await appWindow.find('predict-petal_width_cm').fill('wide')
    await appWindow.page.getByText('petal_width_cm is wide; it must be a finite number.').waitFor()
    await appWindow.find('predict-petal_width_cm').fill('9')
    await answer.waitFor()
  })

  it('show what a wrong gradient looks like, by a bug that one press takes away', async () => {
    const appWindow = window.current
    await appWindow.click('tab-check')
    await appWindow.find('plant-bug').selectOption('sign')
    await appWindow.find('planted-mark').getByText('Planted bug: Wrong sign').waitFor()
    const conclusion = appWindow.find('check-conclusion')
    await conclusion.getByText('The planted bug is found').waitFor()
    expect(await appWindow.find('check-summary').getAttribute('data-wrong')).toBe('true')
    expect(await appWindow.find('export-check').isDisabled()).toBe(true)
    await appWindow.click('remove-bug')
    await conclusion.getByText('Backpropagation is right').waitFor()
    expect(await appWindow.find('planted-mark').count()).toBe(0)
    expect(await appWindow.find('export-check').isDisabled()).toBe(false)
  })

  it('name the difference where ε is off, and take the best one at a press', async () => {
    const appWindow = window.current
    await appWindow.type('epsilon', 'abc')
    await appWindow.click('check-button')
    await appWindow.page.getByText('ε is abc; it must be a number from 1e-12 to 1.').waitFor()
    await appWindow.type('epsilon', '0.5')
    await appWindow.click('check-button')
    const conclusion = appWindow.find('check-conclusion')
    await conclusion.getByText('the difference quotient is off at ε = 0.5').waitFor()
    await appWindow.click('best-epsilon')
    await conclusion.getByText('Backpropagation is right: all').waitFor()
  })

  it('measure the error of the difference quotient against its step', async () => {
    const appWindow = window.current
    await appWindow.click('tab-check')
    await appWindow.find('check-preset').selectOption('cs231n')
    await appWindow.click('check-button')
    await appWindow.find('check-summary').waitFor()
    await appWindow.find('check-view').getByText('Error against ε').click()
    await appWindow.click('sweep-run')
    const best = appWindow.find('sweep-best')
    await best.waitFor()
    const epsilon = Number(/ε = (\S+)/.exec(await best.innerText())?.[1].replace('−', '-'))
    expect(epsilon).toBeGreaterThan(1e-8)
    expect(epsilon).toBeLessThan(1e-2)
  })

  it('say what is wrong with a run, and fix it at a click', async () => {
    const appWindow = window.current
    await appWindow.find('sample-select').selectOption('wine')
    await appWindow.click('confirm-ok')
    await appWindow.page.getByText('178 rows').first().waitFor()
    await appWindow.find('scale-select').selectOption('none')
    await appWindow.click('tab-doctor')
    await appWindow.find('finding-unscaled-inputs').getByText('Hint').waitFor()
    await appWindow.click('tab-data')
    expect(await appWindow.find('doctor-notice').count()).toBe(0)
    const place = await appWindow.find('run-button').boundingBox()
    await appWindow.train()
    await appWindow.find('doctor-notice').getByText('Unscaled inputs').waitFor()
    expect(await appWindow.find('run-button').boundingBox()).toMatchObject({ x: place?.x, y: place?.y })
    await appWindow.click('open-doctor')
    await appWindow.find('doctor-notice').waitFor({ state: 'detached' })
    await appWindow.find('finding-saturation').getByText('Consequence of: Unscaled inputs').waitFor()
    expect(await appWindow.find('findings').getByRole('button').count()).toBe(1)
    await appWindow.click('remedy-unscaled-inputs')
    await appWindow.find('finding-unscaled-inputs').waitFor({ state: 'detached' })
    await appWindow.waitForStatus('finished')
    await appWindow.find('doctor-healthy').waitFor()
    await expect.poll(() => appWindow.find('scale-select').inputValue(), PATIENCE).toBe('standard')

    await appWindow.click('overfit-test')
    await appWindow.find('overfit-result').getByText('Passed').waitFor()
  })

  it('name the cause of a number that is not finite, and go back to the rate before it', async () => {
    const appWindow = window.current
    await appWindow.find('sample-select').selectOption('penguins')
    await appWindow.click('confirm-ok')
    await appWindow.find('target-select').selectOption('body_mass_g')
    await appWindow.page.locator('[data-testid="task-select"] option[value="regression"]:checked').waitFor({ state: 'attached' })
    await appWindow.type('hidden-text', '')
    await appWindow.type('learning-rate', '1e9')
    await appWindow.click('run-button')
    await appWindow.waitForStatus('failed')
    await appWindow.click('remedy-divergence')
    await appWindow.waitForStatus('finished')
    await expect.poll(() => appWindow.find('learning-rate').inputValue(), PATIENCE).toBe('0.1')
  })
})
