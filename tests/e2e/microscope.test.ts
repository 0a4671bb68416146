import { describe, expect, it } from 'vitest'
import type { Locator } from 'playwright-core'
import { walkExampleNotations, type WalkExampleName } from '#core'
import { inEnglish, PATIENCE } from './support/app-window'
import { useAppWindow } from './support/use-app-window'

describe('the microscope', () => {
  const window = useAppWindow({ preferences: inEnglish })
  const find = (testId: string): Locator => window.current.find(testId)
  const press = (...keys: string[]) =>
    keys.reduce((done, key) => done.then(() => window.current.page.keyboard.press(key)), Promise.resolve())

  /** Shows a lesson of the course notes, in the note's own notation, from its first step. */
  async function openExample(name: WalkExampleName): Promise<void> {
    await press('Control+2')
    await find('walk-choice').selectOption(`example:${name}`)
    await expect.poll(() => find('walk-notation').inputValue(), PATIENCE).toBe(walkExampleNotations[name])
    await expect.poll(() => find('walk-about').innerText(), PATIENCE).not.toContain('epoch')
    await find('walk-place').click()
    // Opens the parts of all steps, and closes them.
    await press('Shift+P', 'Shift+P', 'Home')
  }

  /** Goes to the step that gives a tensor, by the line of code that does. */
  async function goTo(name: string): Promise<void> {
    await find('walk-code')
      .locator('button')
      .filter({ hasText: new RegExp(`^${name} = `) })
      .click()
  }

  /** The numbers of a matrix on the stage, row by row. */
  function numbers(tensor: string): Promise<number[][]> {
    return find('walk-stage')
      .locator(`[data-tensor="${tensor}"]`)
      .first()
      .locator('tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) => [...row.querySelectorAll<HTMLElement>('td[data-number]')].map(({ dataset }) => Number(dataset.number)))
      )
  }

  const shows = (tensor: string) =>
    expect.poll(async () => (await numbers(tensor)).map((row) => row.map((x) => Number(x.toFixed(9)))), PATIENCE)
  /** The sum that is written out, without the spaces between its pieces. */
  const sum = async () => (await find('walk-sum').innerText()).replaceAll(/\s/g, '')

  it('opens by its key with the mini-batch that comes next', async () => {
    await press('Control+2')
    await find('falk').waitFor()
    await expect.poll(() => find('walk-about').innerText(), PATIENCE).toMatch(/mini-batch 1 of 7, 16 samples .* step 0/)
    await expect.poll(() => find('walk-title').innerText(), PATIENCE).toBe('Pre-activations of layer 1')
  })

  it('takes exactly this step: the next walk begins with its new weights', async () => {
    await goTo('W2_new')
    const value = find('walk-value')
    await expect.poll(() => value.getAttribute('data-value'), PATIENCE).not.toBeNull()
    await expect.poll(() => find('walk-title').innerText(), PATIENCE).toBe('Update of W2')
    const updated = await numbers('W2.new')
    await find('take-step').click()
    await find('walk-stale').waitFor()
    await find('walk-refresh').click()
    await find('walk-stale').waitFor({ state: 'detached' })
    await expect.poll(() => find('walk-about').innerText(), PATIENCE).toMatch(/mini-batch 2 of 7, .* step 1/)
    expect(updated.flat()).not.toHaveLength(0)
    await expect.poll(() => numbers('W2'), PATIENCE).toEqual(updated)
  })

  it('note 000: reads Z, the ReLU, P − Y and 2λW off the page, each sum with its numbers', async () => {
    await openExample('note-000')
    await shows('Z1').toEqual([
      [-0.7, -1.2, 0.85],
      [0.95, 0.05, 0.2]
    ])
    await expect.poll(sum, PATIENCE).toMatch(/^Z\[0,0\]=1·0\.2\+\(−2\)·0\.5\+0\.1=−0\.7/)
    await press('ArrowRight')
    await shows('A1').toEqual([
      [0, 0, 0.85],
      [0.95, 0.05, 0.2]
    ])
    await expect.poll(sum, PATIENCE).toMatch(/=max\(0,−0\.7\)=0$/)
    await goTo('dS')
    await expect.poll(sum, PATIENCE).toMatch(/\(0\.4025−1\)\/2≈−0\.2987/)
    await goTo('dW2_reg')
    await expect.poll(sum, PATIENCE).toMatch(/2·0\.1·0\.7=0\.14/)
  })

  it('note 001: dZ2 = A2 − Y with its 1/m in dW2, weighted w·y·(p − 1) + (1 − y)·p', async () => {
    await openExample('note-001')
    await goTo('dZ_outN')
    await expect.poll(sum, PATIENCE).toMatch(/3·1·\(0\.7047−1\)\+0·0\.7047≈−0\.8858/)
    await goTo('dW2_data')
    await expect.poll(sum, PATIENCE).toMatch(/\(1\.1·\(−0\.8858\)\+0·0\.4601\+0\.05·\(−1\.433\)\)\/3≈−0\.3487/)
    await expect.poll(() => find('walk-difference').innerText(), PATIENCE).toMatch(/central difference −0\.34865549\d+.*agrees/s)
  })

  it('note 002: G is the signal that comes back through the weights', async () => {
    await openExample('note-002')
    await goTo('dA1')
    await expect.poll(() => find('walk-sum').innerText(), PATIENCE).toMatch(/^G2\[0,0\]/)
    const [gradZ, W, G] = await Promise.all([numbers('dZ2'), numbers('W2'), numbers('dA1')])
    // W is drawn transposed, above the result.
    G.forEach((row, i) =>
      row.forEach((x, j) =>
        expect(x).toBeCloseTo(
          gradZ[i].reduce((all, g, k) => all + g * W[k][j], 0),
          12
        )
      )
    )
  })

  it('note 003: the hinge loss counts the classes within the margin', async () => {
    await openExample('note-003')
    await shows('Z1').toEqual([[1, 1.25, 1.25]])
    await goTo('ell')
    await expect.poll(() => find('walk-value').getAttribute('data-value'), PATIENCE).toBe('2.5')
    await goTo('dS')
    await shows('dS').toEqual([[-2, 1, 1]])
  })

  it('note 004: two targets, whose squares are averaged over all elements', async () => {
    await openExample('note-004')
    await goTo('D')
    await expect.poll(() => find('walk-value').getAttribute('data-value'), PATIENCE).not.toBeNull()
    const D = await numbers('D')
    await goTo('dW2_data')
    await expect.poll(() => find('walk-difference').innerText(), PATIENCE).toContain('agrees')
    const gradZ = await numbers('dZ2')
    gradZ.forEach((row, i) => row.forEach((x, j) => expect(x).toBeCloseTo((2 * D[i][j]) / (D.length * D[0].length), 12)))
  })

  it('opens the long way of P − Y, and closes it', async () => {
    await openExample('note-000')
    await goTo('dS')
    await find('walk-why').click()
    await expect.poll(() => find('walk-title').innerText(), PATIENCE).toBe('Gradient by the probabilities')
    await press('ArrowRight')
    await expect.poll(() => find('walk-title').innerText(), PATIENCE).toBe('Jacobian of the softmax of sample 0')
    await find('walk-short').click()
    await expect.poll(() => find('walk-title').innerText(), PATIENCE).toBe('Error signal of the output layer')
  })

  it('copies a script that runs by itself, and shows the Jacobian that is never built', async () => {
    const appWindow = window.current
    await openExample('note-000')
    await find('walk-copy-code').click()
    const copied = () => appWindow.app.evaluate(({ clipboard }) => clipboard.readText())
    await expect.poll(copied, PATIENCE).toMatch(/import numpy as np[^]*W1 = np\.array\(\[\[0\.2,[^]*dW1 = /)
    await goTo('A1')
    await find('walk-show-jacobian').click()
    await expect.poll(() => find('walk-jacobian').innerText(), PATIENCE).toContain('9 numbers not built, 3 products done')
    const jacobianSum = async () => (await find('walk-jacobian-sum').innerText()).replaceAll(/\s/g, '')
    await expect.poll(jacobianSum, PATIENCE).toMatch(/^∂Z\[0,0\]=.*=0$/)
    await find('walk-jacobian').locator('.result td[data-column="2"]').click()
    // Of sample 0 only unit 2 is on: what comes to it from A goes on to its Z.
    await expect.poll(jacobianSum, PATIENCE).toMatch(/^∂Z\[0,2\]=.*·0\+.*·0\+(\(?)(−?[\d.]+)\)?·1[=≈]\2$/)
    await find('walk-show-jacobian').click()
    await find('walk-jacobian').waitFor({ state: 'detached' })
  })

  it('lights a name of a formula with its matrix, its step and its code, and the other way round', async () => {
    await openExample('note-000')
    const name = find('walk-index').locator('[data-tensor="W1"]')
    const matrix = find('walk-stage').locator('figure[data-tensor="W1"]')
    await name.first().hover()
    await expect.poll(() => matrix.getAttribute('class'), PATIENCE).toContain('named')
    await expect.poll(() => find('walk-tape').locator('[data-id="W1"]').getAttribute('class'), PATIENCE).toContain('lit')
    await matrix.locator('td').first().hover()
    await expect.poll(() => name.first().getAttribute('class'), PATIENCE).toContain('lit-name')
    await find('walk-title').hover()
    await expect.poll(() => name.first().getAttribute('class'), PATIENCE).not.toContain('lit-name')
    await find('walk-tape').locator('[data-id="X"]').focus()
    await expect.poll(() => find('walk-index').locator('[data-tensor="X"]').first().getAttribute('class'), PATIENCE).toContain('lit-name')
  })

  it('opens the parts of one step, or of all', async () => {
    const place = () => find('walk-place').innerText()
    await openExample('note-000')
    expect(await find('walk-parts').isDisabled()).toBe(true)
    await goTo('P')
    await expect.poll(place, PATIENCE).toBe('Step 4 / 23')
    await press('p')
    await expect.poll(place, PATIENCE).toBe('Step 8 / 27')
    await find('walk-place').click()
    await press('ArrowLeft')
    await expect.poll(() => find('walk-title').innerText(), PATIENCE).toBe('Sum of the exponentials')
    await find('walk-parts').click()
    await expect.poll(place, PATIENCE).toBe('Step 4 / 23')
  })

  it('is walked through by the keyboard alone', async () => {
    const place = () => find('walk-place').innerText()
    await openExample('note-000')
    await expect.poll(place, PATIENCE).toBe('Step 1 / 23')
    await press('ArrowRight', 'ArrowRight')
    await expect.poll(place, PATIENCE).toBe('Step 3 / 23')
    await press('Control+ArrowRight')
    await expect.poll(place, PATIENCE).toBe('Step 4 / 23')
    await press('ArrowLeft', 'Shift+ArrowRight', '.')
    await expect.poll(sum, PATIENCE).toMatch(/^s\[1,0\]/)
    await press(',', '1', '2', 'Enter')
    await expect.poll(place, PATIENCE).toBe('Step 12 / 23')
    await press('Shift+P')
    await expect.poll(place, PATIENCE).toMatch(/\/ 3\d$/)
    await press('Shift+P', 'End')
    await expect.poll(place, PATIENCE).toBe('Step 23 / 23')
    await press('Home', ' ')
    await expect.poll(place, PATIENCE).not.toBe('Step 1 / 23')
    await press(' ')
  })

  it('changes a given number, and everything with it, until the network is back', async () => {
    await openExample('note-000')
    await find('walk-stage').locator('[data-tensor="W1"] td[data-number]').first().click()
    await find('walk-edit').fill('1')
    await find('walk-edit').press('Enter')
    await shows('Z1').toEqual([
      [0.1, -1.2, 0.85],
      [1.35, 0.05, 0.2]
    ])
    await find('walk-undo-edits').click()
    await shows('Z1').toEqual([
      [-0.7, -1.2, 0.85],
      [0.95, 0.05, 0.2]
    ])
  })

  it('opens the step as a graph, whose output is the loss of the walk', async () => {
    const appWindow = window.current
    await openExample('note-000')
    await goTo('L')
    const value = find('walk-value')
    await expect.poll(async () => Number(await value.getAttribute('data-value')), PATIENCE).toBeGreaterThan(0)
    const loss = Number(await value.getAttribute('data-value'))
    await find('walk-as-graph').click()
    await appWindow.waitFor('graph-page')
    await expect.poll(() => find('graph-text').inputValue(), PATIENCE).toContain('crossentropy(Z2, y)')
    const output = async () => (await find('graph-drawing').locator('.node > title').allTextContents()).at(-1)
    await expect.poll(output, PATIENCE).toMatch(new RegExp(`value ${Number(loss.toPrecision(4))}, gradient 1$`))
  })

  it('shows of a long sum the largest terms, and all of them when asked', async () => {
    await press('Control+2')
    await find('walk-choice').selectOption('next')
    await expect.poll(() => find('walk-about').innerText(), PATIENCE).toContain('16 samples')
    await goTo('dW1_data')
    await find('walk-all-terms').waitFor()
    await expect.poll(sum, PATIENCE).toContain('13moreterms=')
    await find('walk-place').click()
    await press('Enter')
    const dialog = window.current.page.getByRole('dialog')
    await expect.poll(() => dialog.getByRole('row').count(), PATIENCE).toBeGreaterThan(8)
    await expect.poll(() => dialog.getByRole('row').nth(1).innerText(), PATIENCE).toMatch(/X\[0,0\]/)
    await press('Escape')
    await dialog.waitFor({ state: 'detached' })
  })
})
