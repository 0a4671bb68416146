import { describe, expect, it } from 'vitest'
import { inEnglish, PATIENCE } from './support/app-window'
import { useAppWindow } from './support/use-app-window'

describe('the tabs that look closely at a run', () => {
  const window = useAppWindow({ preferences: inEnglish })

  it('judge the network with the figures that the curves end with, and list the rows of a cell', async () => {
    const lab = window.current
    await lab.train()
    await lab.click('tab-metrics')
    const matrix = lab.find('confusion-matrix')
    await matrix.waitFor()
    const counts = (await matrix.locator('td').allInnerTexts()).map(Number)
    const right = [0, 4, 8].reduce((sum, cell) => sum + counts[cell], 0)
    const all = counts.reduce((sum, count) => sum + count, 0)
    expect(right / all).toBeCloseTo(await lab.figure('test-metric'), 12)

    await matrix.locator('button:not(:disabled)').first().click()
    const rows = lab.find('judged-rows').locator('tbody tr')
    await expect.poll(() => rows.count(), PATIENCE).toBe(counts.find((count) => count > 0))
    await lab.find('judged-rows').getByRole('button').click()
    await matrix.waitFor()
  })

  it('follow the weights while they train, and say of which epoch they are', async () => {
    const lab = window.current
    await lab.click('tab-inside')
    await lab.find('inside-about').filter({ hasText: 'epoch 100' }).waitFor()
    await lab.type('epochs', '1000000')
    await lab.click('run-button')
    const epochOf = async () => Number(/epoch (\d+)/.exec(await lab.find('inside-about').innerText())?.[1])
    await expect.poll(epochOf, PATIENCE).toBeGreaterThan(100)
    const first = await epochOf()
    await expect.poll(epochOf, PATIENCE).toBeGreaterThan(first)
    await lab.click('pause-button')
    await lab.waitForStatus('paused')
    await expect.poll(epochOf, PATIENCE).toBe(await lab.epoch())
  })

  it('lay every number of a prediction open, of a row and of the same values typed in', async () => {
    const lab = window.current
    await lab.click('tab-predict')
    const answer = lab.find('prediction-answer')
    await answer.waitFor()
    const path = () => lab.find('number-path').locator('td.numeric').allInnerTexts()
    const picked = [await answer.innerText(), ...(await path())]
    await lab.find('predict-way').getByText('Enter values').click()
    await lab.find('predict-petal_width_cm').waitFor()
    await expect.poll(async () => [await answer.innerText(), ...(await path())], PATIENCE).toEqual(picked)

    await lab.click('unit-2-1')
    const terms = lab.find('unit-terms').getByRole('table', { name: 'Incoming weights' })
    await expect.poll(() => terms.getAttribute('aria-rowcount'), PATIENCE).toBe('17')
    const cells = await terms.getByRole('cell').allInnerTexts()
    const products = cells.filter((_, at) => at % 4 === 3).map((text) => Math.abs(Number(text.replaceAll('−', '-'))))
    expect(products).toEqual(products.toSorted((a, b) => b - a))

    await lab.find('predict-petal_width_cm').fill('wide')
    await lab.page.getByText('petal_width_cm is wide; it must be a finite number.').waitFor()
    await lab.find('predict-petal_width_cm').fill('9')
    await answer.waitFor()
  })

  it('measure the error of the difference quotient against its step', async () => {
    const lab = window.current
    await lab.click('tab-check')
    await lab.find('check-preset').selectOption('cs231n')
    await lab.click('check-button')
    await lab.find('check-summary').waitFor()
    await lab.find('check-view').getByText('Error against ε').click()
    await lab.click('sweep-run')
    const best = lab.find('sweep-best')
    await best.waitFor()
    const epsilon = Number(/ε = (\S+)/.exec(await best.innerText())?.[1].replace('−', '-'))
    expect(epsilon).toBeGreaterThan(1e-8)
    expect(epsilon).toBeLessThan(1e-2)
  })

  it('say what is wrong with a run, and fix it at a click', async () => {
    const lab = window.current
    await lab.find('sample-select').selectOption('wine')
    await lab.click('confirm-ok')
    await lab.page.getByText('178 rows').first().waitFor()
    await lab.find('scale-select').selectOption('none')
    await lab.click('open-doctor')
    await lab.find('finding-unscaled').waitFor()
    await lab.click('remedy-unscaled')
    await lab.find('finding-unscaled').waitFor({ state: 'detached' })
    await expect.poll(() => lab.find('scale-select').inputValue(), PATIENCE).toBe('standard')

    await lab.click('overfit-test')
    await lab.find('overfit-result').getByText('Passed').waitFor()
  })

  it('name the cause of a number that is not finite, and start over with a smaller rate', async () => {
    const lab = window.current
    await lab.find('sample-select').selectOption('penguins')
    await lab.find('target-select').selectOption('body_mass_g')
    await lab.page.locator('[data-testid="task-select"] option[value="regression"]:checked').waitFor({ state: 'attached' })
    await lab.type('hidden-text', '')
    await lab.type('learning-rate', '1e9')
    await lab.click('run-button')
    await lab.waitForStatus('failed')
    await lab.click('remedy-not-finite')
    await lab.waitForStatus('idle')
    await expect.poll(() => lab.find('learning-rate').inputValue(), PATIENCE).toBe('1e8')
  })
})
