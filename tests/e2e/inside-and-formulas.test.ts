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
    const lab = window.current
    await lab.click(`formula-${control}`)
    const sheet = lab.find('formula-sheet')
    await sheet.getByRole('heading', { name, exact: true }).waitFor()
    await sheet.locator('.katex-html').first().waitFor()
    expect(await sheet.locator('math').count()).toBeGreaterThan(1)
    // Every sign is a formula of its own, with its meaning beside it.
    expect(await sheet.locator('dt .katex').count()).toBe(await sheet.locator('dd').count())
    await lab.page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'detached' })
    expect(lab.takeErrors()).toEqual([])
  })

  it('come in fonts of their own, from the app itself', async () => {
    const lab = window.current
    await lab.click('formula-optimizer')
    await lab.find('formula-sheet').locator('.katex-html').first().waitFor()
    const loaded = () =>
      lab.page.evaluate(async () => {
        await document.fonts.ready
        return [...document.fonts].filter(({ family, status }) => family.includes('KaTeX') && status === 'loaded').length
      })
    await expect.poll(loaded, PATIENCE).toBeGreaterThan(0)
    await lab.page.keyboard.press('Escape')
  })

  it('hold the numbers of a unit, whose parts add up', async () => {
    const lab = window.current
    await lab.page.locator('[data-unit="1.0"]').click()
    const formula = lab.find('unit-formula')
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
    await lab.page.locator('[data-unit="1.0"]').press('Escape')
  })
})

describe('the inside of the layers', () => {
  const window = useAppWindow({ preferences: inEnglish })

  it('was looked at from the beginning of a run on, before anyone asked', async () => {
    const lab = window.current
    await lab.train()
    await lab.click('tab-inside')
    await lab.find('inside-view').getByText('Over time').click()
    const times = lab.find('inside-times')
    await times.waitFor()
    expect(Number(await times.getAttribute('data-looks'))).toBeGreaterThan(3)
    await expect.poll(() => lab.find('inside-about').innerText(), PATIENCE).toMatch(/from epoch 0 to 100/)
    await expect.poll(() => lab.find('inside-epoch').innerText(), PATIENCE).toBe('epoch 100')
    expect(await times.locator('canvas').count()).toBe(2 * 3)
  })

  it('tells the numbers of any moment, chosen by keyboard, and of all of them in a table', async () => {
    const lab = window.current
    const norms = lab.find('inside-times').locator('tbody tr').first()
    const last = await norms.innerText()
    await lab.find('inside-moment').focus()
    await lab.page.keyboard.press('Home')
    await expect.poll(() => lab.find('inside-epoch').innerText(), PATIENCE).toBe('epoch 0')
    await expect.poll(() => norms.innerText(), PATIENCE).not.toBe(last)
    await lab.page.keyboard.press('End')
    await expect.poll(() => norms.innerText(), PATIENCE).toBe(last)

    await lab.find('inside-view').getByText('Table').click()
    const rows = lab.find('inside-table').getByRole('row')
    await expect.poll(() => rows.nth(1).getByRole('cell').first().innerText(), PATIENCE).toBe('0')
    await lab.find('inside-view').getByText('Current').click()
  })

  it('forgets what came after a step back', async () => {
    const lab = window.current
    await lab.find('inside-view').getByText('Over time').click()
    await lab.click('rewind-button')
    await lab.waitForStatus('idle')
    await expect.poll(() => lab.find('inside-epoch').innerText(), PATIENCE).toBe('epoch 0')
    await expect.poll(() => lab.find('inside-times').getAttribute('data-looks'), PATIENCE).toBe('1')
    await lab.train()
  })

  it('leads from a gradient to its weight in the drawing, and from there back', async () => {
    const lab = window.current
    await lab.click('tab-check')
    await lab.click('check-button')
    await lab.find('check-summary').waitFor()
    const table = lab.find('check-table')
    await table.getByRole('button', { name: '[0, 3]' }).first().focus()
    await lab.page.keyboard.press('Enter')
    const detail = lab.find('unit-detail')
    await expect.poll(() => detail.getAttribute('aria-label'), PATIENCE).toBe('Layer 1, unit 4')
    await expect.poll(() => lab.find('followed-term').innerText(), PATIENCE).toMatch(/sepal_length_cm/)
    await detail.getByRole('button', { name: 'All weights' }).click()
    const marked = detail.locator('[role="row"][aria-selected="true"]')
    await expect.poll(() => marked.innerText(), PATIENCE).toMatch(/^sepal_length_cm/)

    await detail.getByRole('button', { name: 'petal_width_cm' }).click()
    const row = table.locator('[role="row"][aria-selected="true"]')
    await expect.poll(() => row.innerText(), PATIENCE).toMatch(/^W1\s+\[3, 3\]/)
    await lab.click('tab-data')
    await lab.click('bias-check')
    await expect.poll(() => row.innerText(), PATIENCE).toMatch(/^b1\s+\[3\]/)
    await detail.getByRole('button', { name: 'Close' }).click()
    await detail.waitFor({ state: 'detached' })
    expect(lab.takeErrors()).toEqual([])
  })

  it('shows digits as pictures: the sample, the rows of a cell, and what a unit looks for', async () => {
    const lab = window.current
    await lab.find('sample-select').selectOption('digits')
    await lab.click('confirm-ok')
    await lab.page.getByText('1797 rows').first().waitFor()
    await lab.type('epochs', '5')
    await lab.train()
    await lab.page.locator('[data-unit^="1."]').first().click()
    await lab.find('unit-detail').getByTestId('weight-picture').waitFor()
    // Of its 61 weights only those in sight are rows of the page.
    const rowsMade = await lab.find('unit-detail').getByRole('row').count()
    expect(rowsMade).toBeGreaterThan(4)
    expect(rowsMade).toBeLessThan(30)
    await lab.find('unit-detail').getByRole('button', { name: 'Close' }).click()
    await lab.click('tab-predict')
    const ink = () =>
      lab
        .find('row-picture')
        .first()
        .evaluate((canvas: HTMLCanvasElement) => {
          const bytes = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
          return [canvas.width, Array.from(bytes).some((byte, index) => index % 4 === 0 && byte < 100)]
        })
    await expect.poll(ink, PATIENCE).toEqual([8, true])
    await lab.click('unit-1-1')
    await lab.find('weight-picture').waitFor()

    await lab.click('tab-metrics')
    await lab.find('confusion-matrix').locator('button:not(:disabled)').first().click()
    const rows = lab.find('judged-rows').locator('tbody tr')
    await rows.first().waitFor()
    expect(await rows.locator('canvas').count()).toBe(await rows.count())
    await expect.poll(ink, PATIENCE).toEqual([8, true])
  })
})
