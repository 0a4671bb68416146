import { describe, expect, it } from 'vitest'
import { inEnglish, PATIENCE } from './support/app-window'
import { useAppWindow } from './support/use-app-window'

/** 4 · 16 + 16 + 16 · 3 + 3: what the first network has to learn. */
const PARAMETERS = 131

describe('the first five minutes', () => {
  const window = useAppWindow({ preferences: inEnglish })

  it('shows a data set that is loaded and a Run button that can be pressed', async () => {
    const appWindow = window.current
    await appWindow.waitForStatus('idle')
    expect(await appWindow.find('sample-select').inputValue()).toBe('iris')
    expect(await appWindow.find('run-button').isEnabled()).toBe(true)
    expect(await appWindow.find('epoch-counter').innerText()).toBe('0 / 100')
    expect(await appWindow.find('network-line').innerText()).toBe('4 → 16 tanh → 3 softmax')
    expect(await appWindow.page.title()).toContain('Backprop Lab')
  })

  it('trains when Run is pressed: losses fall, nearly every test flower is recognised', async () => {
    const appWindow = window.current
    const before = await appWindow.figures()
    await appWindow.train()
    expect(await appWindow.find('epoch-counter').innerText()).toBe('100 / 100')
    const after = await appWindow.figures()
    expect(after['train-loss']).toBeLessThan(before['train-loss'] / 10)
    expect(after['test-loss']).toBeLessThan(before['test-loss'] / 10)
    expect(after['test-metric']).toBeGreaterThanOrEqual(0.93)
    expect(after['test-metric']).toBeLessThanOrEqual(1)
  })

  it('lists every epoch with full precision, ending on the figures above', async () => {
    const appWindow = window.current
    const { 'train-loss': trainLoss, 'test-loss': testLoss } = await appWindow.figures()
    const view = appWindow.page.getByRole('radiogroup', { name: 'Show as' }).first()
    await view.getByTitle('Table').click()
    const row = appWindow.page.getByRole('table', { name: 'Loss' }).getByRole('row').nth(1)
    await row.waitFor()
    expect(await row.getByRole('cell').allInnerTexts()).toEqual(['100', String(trainLoss), String(testLoss)])
    await view.getByTitle('Chart').click()
  })

  it('reads a point of the curves out to the keyboard', async () => {
    const appWindow = window.current
    const chart = appWindow.page.getByRole('slider').first()
    await chart.press('Home')
    await expect.poll(() => chart.getAttribute('aria-valuenow'), PATIENCE).toBe('0')
    await chart.press('ArrowRight')
    await expect.poll(() => chart.getAttribute('aria-valuetext'), PATIENCE).toMatch(/^epoch 1: training \d+\.\d+, test \d+\.\d+$/)
  })

  it('confirms the gradient of every parameter', async () => {
    const appWindow = window.current
    await appWindow.click('check-button')
    const summary = appWindow.find('check-summary')
    await summary.waitFor()
    expect(await summary.getAttribute('data-checked')).toBe(String(PARAMETERS))
    expect(await summary.getAttribute('data-failed')).toBe('0')
    expect(await summary.getAttribute('data-kinks')).toBe('0')
    expect(await appWindow.find('check-table').getAttribute('aria-rowcount')).toBe(String(PARAMETERS + 1))
  })

  it('sorts the table of gradients by a click on a heading, and back by another', async () => {
    const appWindow = window.current
    const shown = () => appWindow.find('check-table').locator('[role="row"] > [role="cell"]:nth-child(7)').allInnerTexts()
    const heading = appWindow.page.getByRole('columnheader', { name: 'Rel. error', exact: true })
    await heading.getByRole('button').click()
    await expect.poll(() => heading.getAttribute('aria-sort'), PATIENCE).toBe('descending')
    const worstFirst = (await shown()).map(asNumber)
    expect(worstFirst.length).toBeGreaterThan(5)
    expect(worstFirst).toEqual(worstFirst.toSorted((a, b) => b - a))
    await heading.getByRole('button').click()
    await expect.poll(() => heading.getAttribute('aria-sort'), PATIENCE).toBe('ascending')
    const bestFirst = (await shown()).map(asNumber)
    expect(bestFirst).toEqual(bestFirst.toSorted((a, b) => a - b))
  })

  it('copies the rows as they are shown, with every digit, for a spreadsheet', async () => {
    const appWindow = window.current
    await appWindow.app.evaluate(({ clipboard }) => clipboard.clear())
    await appWindow.click('copy-check')
    await appWindow
      .find('toast')
      .filter({ hasText: String(PARAMETERS) })
      .waitFor()
    const text = await appWindow.app.evaluate(({ clipboard }) => clipboard.readText())
    const [header, ...lines] = text
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'))
    expect(header).toEqual(['tensor', 'row', 'column', 'value', 'analytic', 'numeric', 'absolute', 'relative', 'verdict'])
    expect(lines).toHaveLength(PARAMETERS)
    const relative = lines.map((cells) => Number(cells[7]))
    expect(relative).toEqual(relative.toSorted((a, b) => a - b))
    for (const [tensor, row, column, value, analytic, numeric, absolute, , verdict] of lines) {
      expect(tensor).toMatch(/^[Wb][12]$/)
      expect(Number.isInteger(Number(row)) && (column === '') === tensor.startsWith('b')).toBe(true)
      expect(Number.isFinite(Number(value))).toBe(true)
      expect(Math.abs(Number(analytic) - Number(numeric))).toBe(Number(absolute))
      expect(['excellent', 'pass']).toContain(verdict)
    }
  })

  it('copies a figure with every digit when it is clicked', async () => {
    const appWindow = window.current
    await appWindow.click('test-loss')
    await appWindow
      .find('toast')
      .filter({ hasText: String(await appWindow.figure('test-loss')) })
      .waitFor()
    const copied = await appWindow.app.evaluate(({ clipboard }) => clipboard.readText())
    expect(Number(copied)).toBe(await appWindow.figure('test-loss'))
  })
})

/** A number as the window writes it, with a true minus sign. */
function asNumber(text: string): number {
  return Number(text.replaceAll('−', '-'))
}
