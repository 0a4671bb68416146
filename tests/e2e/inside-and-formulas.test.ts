import { describe, expect, it } from 'vitest'
import { inEnglish, PATIENCE } from './support/app-window'
import { useAppWindow } from './support/use-app-window'

describe('formulas', () => {
  const window = useAppWindow({ preferences: inEnglish })

  it.each([
    ['loss-select', 'Softmax cross-entropy'],
    ['optimizer', 'Gradient descent (SGD)'],
    ['schedule', 'Constant'],
    ['activations', 'tanh'],
    ['l2', 'L2']
  ])('stand beside the choice of %s, set, spoken and explained', async (control, name) => {
    const appWindow = window.current
    await appWindow.click(`formula-${control}`)
    const sheet = appWindow.find('formula-sheet')
    await sheet.getByRole('heading', { name, exact: true }).waitFor()
    await sheet.locator('.katex-html').first().waitFor()
    expect(await sheet.locator('math').count()).toBeGreaterThan(1)
    // Every sign is a formula of its own, with its meaning beside it.
    expect(await sheet.locator('dt .katex').count()).toBe(await sheet.locator('dd').count())
    await appWindow.page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'detached' })
    expect(appWindow.takeErrors()).toEqual([])
  })

  it('come in fonts of their own, from the app itself', async () => {
    const appWindow = window.current
    await appWindow.click('formula-optimizer')
    await appWindow.find('formula-sheet').locator('.katex-html').first().waitFor()
    const loaded = () =>
      appWindow.page.evaluate(async () => {
        await document.fonts.ready
        return [...document.fonts].filter(({ family, status }) => family.includes('KaTeX') && status === 'loaded').length
      })
    await expect.poll(loaded, PATIENCE).toBeGreaterThan(0)
    await appWindow.page.keyboard.press('Escape')
  })

  it('hold the numbers of a unit, whose parts add up', async () => {
    const appWindow = window.current
    await appWindow.page.locator('[data-unit="1.0"]').click()
    const formula = appWindow.find('unit-formula')
    await formula.locator('.katex').waitFor()
    const written = await formula.locator('annotation').textContent()
    const sum = /=(.*)$/.exec(written ?? '')?.[1] ?? ''
    // 0.6\cdot (-1.2) - 0.5\cdot 2 + … as a sum of products.
    const terms = sum
      .replaceAll(' ', '')
      .replace(/\\times10\^\{([^}]*)\}/g, 'e$1')
      .split(/(?<![e(t])(?=[+-])/)
    const factors = (term: string) => term.split('\\cdot').map((factor) => Number(factor.replace(/[()]/g, '')))
    const total = terms.reduce((all, term) => all + factors(term).reduce((product, factor) => product * factor, 1), 0)
    const z = Number(await formula.locator('strong').getAttribute('title'))
    expect(Math.abs(total - z)).toBeLessThan(0.02)
    await appWindow.page.locator('[data-unit="1.0"]').press('Escape')
  })
})

describe('the inside of the layers', () => {
  const window = useAppWindow({ preferences: inEnglish })

  it('was looked at from the beginning of a run on, before anyone asked', async () => {
    const appWindow = window.current
    await appWindow.train()
    await appWindow.click('tab-inside')
    await appWindow.find('inside-view').getByText('Over time').click()
    const times = appWindow.find('inside-times')
    await times.waitFor()
    expect(Number(await times.getAttribute('data-looks'))).toBeGreaterThan(3)
    await expect.poll(() => appWindow.find('inside-about').innerText(), PATIENCE).toMatch(/from epoch 0 to 100/)
    await expect.poll(() => appWindow.find('inside-epoch').innerText(), PATIENCE).toBe('epoch 100')
    expect(await times.locator('canvas').count()).toBe(2 * 3)
  })

  it('tells the numbers of any moment, chosen by keyboard, and of all of them in a table', async () => {
    const appWindow = window.current
    const norms = appWindow.find('inside-times').locator('tbody tr').first()
    const last = await norms.innerText()
    await appWindow.find('inside-moment').focus()
    await appWindow.page.keyboard.press('Home')
    await expect.poll(() => appWindow.find('inside-epoch').innerText(), PATIENCE).toBe('epoch 0')
    await expect.poll(() => norms.innerText(), PATIENCE).not.toBe(last)
    await appWindow.page.keyboard.press('End')
    await expect.poll(() => norms.innerText(), PATIENCE).toBe(last)

    await appWindow.find('inside-view').getByText('Table').click()
    const rows = appWindow.find('inside-table').getByRole('row')
    await expect.poll(() => rows.nth(1).getByRole('cell').first().innerText(), PATIENCE).toBe('0')
    await appWindow.find('inside-view').getByText('Current').click()
  })

  it('forgets what came after a step back', async () => {
    const appWindow = window.current
    await appWindow.find('inside-view').getByText('Over time').click()
    await appWindow.click('rewind-button')
    await appWindow.waitForStatus('idle')
    await expect.poll(() => appWindow.find('inside-epoch').innerText(), PATIENCE).toBe('epoch 0')
    await expect.poll(() => appWindow.find('inside-times').getAttribute('data-looks'), PATIENCE).toBe('1')
    await appWindow.train()
  })

  it('leads from a gradient to its weight in the drawing, and from there back', async () => {
    const appWindow = window.current
    await appWindow.click('tab-check')
    await appWindow.click('check-button')
    await appWindow.find('check-summary').waitFor()
    const table = appWindow.find('check-table')
    await table.getByRole('button', { name: '[0, 3]' }).first().focus()
    await appWindow.page.keyboard.press('Enter')
    const detail = appWindow.find('unit-detail')
    await expect.poll(() => detail.getAttribute('aria-label'), PATIENCE).toBe('Layer 1, unit 4')
    await expect.poll(() => appWindow.find('followed-term').innerText(), PATIENCE).toMatch(/sepal_length_cm/)
    await detail.getByRole('button', { name: 'All weights' }).click()
    const marked = detail.locator('[role="row"][aria-selected="true"]')
    await expect.poll(() => marked.innerText(), PATIENCE).toMatch(/^sepal_length_cm/)

    await detail.getByRole('button', { name: 'petal_width_cm' }).click()
    const row = table.locator('[role="row"][aria-selected="true"]')
    await expect.poll(() => row.innerText(), PATIENCE).toMatch(/^W1\s+\[3, 3\]/)
    await appWindow.click('tab-data')
    await appWindow.click('bias-check')
    await expect.poll(() => row.innerText(), PATIENCE).toMatch(/^b1\s+\[3\]/)
    await detail.getByRole('button', { name: 'Close' }).click()
    await detail.waitFor({ state: 'detached' })
    expect(appWindow.takeErrors()).toEqual([])
  })

  it('shows digits as pictures: the sample, the rows of a cell, and what a unit looks for', async () => {
    const appWindow = window.current
    await appWindow.find('sample-select').selectOption('digits')
    await appWindow.click('confirm-ok')
    await appWindow.page.getByText('1797 rows').first().waitFor()
    await appWindow.type('epochs', '5')
    await appWindow.train()
    await appWindow.page.locator('[data-unit^="1."]').first().click()
    await appWindow.find('unit-detail').getByTestId('weight-picture').waitFor()
    // Of its 61 weights only those in sight are rows of the page.
    const rowsMade = await appWindow.find('unit-detail').getByRole('row').count()
    expect(rowsMade).toBeGreaterThan(4)
    expect(rowsMade).toBeLessThan(30)
    await appWindow.find('unit-detail').getByRole('button', { name: 'Close' }).click()
    await appWindow.click('tab-predict')
    const ink = () =>
      appWindow
        .find('row-picture')
        .first()
        .evaluate((canvas: HTMLCanvasElement) => {
          const bytes = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
          return [canvas.width, Array.from(bytes).some((byte, index) => index % 4 === 0 && byte < 100)]
        })
    await expect.poll(ink, PATIENCE).toEqual([8, true])
    await appWindow.click('unit-1-1')
    await appWindow.find('weight-picture').waitFor()

    await appWindow.click('tab-metrics')
    await appWindow.find('confusion-matrix').locator('button:not(:disabled)').first().click()
    const rows = appWindow.find('judged-rows').locator('tbody tr')
    await rows.first().waitFor()
    expect(await rows.locator('canvas').count()).toBe(await rows.count())
    await expect.poll(ink, PATIENCE).toEqual([8, true])
  })
})
