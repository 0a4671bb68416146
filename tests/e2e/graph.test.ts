import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { inEnglish, PATIENCE } from './support/app-window'
import { useFolder } from './support/folders'
import { useAppWindow } from './support/use-app-window'

describe('the graph explorer', () => {
  const window = useAppWindow({ preferences: { ...inEnglish, page: 'graph' } })
  const folder = useFolder()

  const textOf = (testId: string) => window.current.find(testId).innerText()
  const write = (text: string) => window.current.find('graph-text').fill(text)
  const setInput = (name: string, value: string) => window.current.enter(`graph-input-${name}`, value)
  /** The description of each node: its sign, its value and its gradient. */
  const nodes = () => window.current.find('graph-drawing').locator('.node > title').allTextContents()
  /** The node whose description begins so. */
  const node = (beginning: string) =>
    window.current
      .find('graph-drawing')
      .locator('.node', { has: window.current.page.locator('title', { hasText: new RegExp(`^${beginning}`) }) })
  const choose = (example: string) => window.current.find('graph-examples').selectOption({ label: example })
  /** The nodes whose values and gradients are there, in the order of computation. */
  const say = (expected: readonly string[]) => expect.poll(nodes, PATIENCE).toEqual(expected)

  it('opens with the note’s example: f = −22 with the gradients 1, −4 and 5', async () => {
    await window.current.waitFor('graph-page')
    await say([
      'x, value −2, gradient 1',
      'y, value 5, gradient −4',
      'z, value −4, gradient 5',
      '×, value −20, gradient 1',
      '+, value −22, gradient 1'
    ])
  })

  it('walks by keys alone, node by node, and shows "?" before a number is known', async () => {
    const { page } = window.current
    await page.locator('body').press('Home')
    await say([
      'x, value −2, gradient ?',
      'y, value 5, gradient ?',
      'z, value −4, gradient ?',
      '×, value ?, gradient ?',
      '+, value ?, gradient ?'
    ])
    for (let press = 0; press < 3; press++) await page.keyboard.press('ArrowRight')
    await say([
      'x, value −2, gradient ?',
      'y, value 5, gradient ?',
      'z, value −4, gradient ?',
      '×, value −20, gradient ?',
      '+, value −22, gradient 1'
    ])
    expect(await textOf('graph-position')).toBe('Backward 1 / 5')
    await page.keyboard.press('ArrowLeft')
    expect(await textOf('graph-position')).toBe('Forward 2 / 2')
    await page.keyboard.press('End')
    expect(await textOf('graph-position')).toBe('Backward 5 / 5')
  })

  it('shows upstream × local = downstream of the chosen node, with a difference quotient beside it', async () => {
    const { page } = window.current
    await node('×').click()
    const panel = window.current.find('graph-panel')
    await expect.poll(() => panel.innerText(), PATIENCE).toContain('Multiply gate')
    await expect.poll(() => panel.innerText(), PATIENCE).toMatch(/downstream → y\s+−4/)
    expect(await panel.innerText()).toMatch(/downstream → z\s+5/)
    expect(await panel.innerText()).toMatch(/agrees to \de−1\d/)
    await page.locator('body').press(',')
    await expect.poll(() => panel.innerText(), PATIENCE).toMatch(/^z/)
  })

  it('moves numbers and never nodes while an input slides', async () => {
    const places = () =>
      window.current
        .find('graph-drawing')
        .locator('.node')
        .evaluateAll((all) => all.map((node) => node.getAttribute('transform')))
    const before = await places()
    const slider = window.current.find('graph-slide-x')
    await slider.focus()
    for (let press = 0; press < 5; press++) await window.current.page.keyboard.press('ArrowRight')
    await expect.poll(async () => (await nodes())[0], PATIENCE).toMatch(/^x, value −1\.9/)
    expect(await places()).toEqual(before)
  })

  it('draws forward mode from a seed above reverse mode, with what both cost, and moves numbers alone', async () => {
    await choose('x + y * z')
    await window.current.click('graph-mode-both')
    const titles = (testId: string) => window.current.find(testId).locator('.node > title').allTextContents()
    const places = () =>
      window.current
        .find('graph-both')
        .locator('.node, figcaption')
        .evaluateAll((all) => all.map((one) => [one.getBoundingClientRect().x, one.getBoundingClientRect().y]))
    await window.current.find('graph-seed').selectOption('y')
    await expect
      .poll(() => titles('graph-forward'), PATIENCE)
      .toEqual([
        'x, value −2, tangent 0',
        'y, value 5, tangent 1',
        'z, value −4, tangent 0',
        '×, value −20, tangent −4',
        '+, value −22, tangent −4'
      ])
    expect((await titles('graph-reverse')).at(1)).toBe('y, value 5, gradient −4')
    expect(await textOf('graph-derivative')).toBe('∂f/∂y = −4')
    expect(await textOf('graph-forward')).toContain('3 sweeps for all derivatives, 2 mul')
    expect(await textOf('graph-reverse')).toContain('1 sweep for all derivatives, 2 mul')
    const before = await places()
    await setInput('z', '-123.456')
    await expect.poll(() => textOf('graph-derivative'), PATIENCE).toBe('∂f/∂y = −123.5')
    expect(await places()).toEqual(before)
    // An input that is chosen in the drawing of forward mode is the seed.
    await window.current.find('graph-forward').locator('.node').first().click()
    await expect.poll(() => textOf('graph-derivative'), PATIENCE).toBe('∂f/∂x = 1')
    await window.current.click('graph-mode-reverse')
  })

  it('draws a Hessian–vector product through the graph and its mirror image, in both ways', async () => {
    await choose('(1 - x) ^ 2 + 100 * (y - x ^ 2) ^ 2')
    await window.current.click('graph-mode-product')
    const results = () => window.current.find('graph-product').locator('.result > title').allTextContents()
    await expect.poll(results, PATIENCE).toEqual(['x, value −1, second sweep 802', 'y, value 2, second sweep 600'])
    expect(await textOf('graph-along')).toBe('s = ∇f · v = 596')
    await window.current.click('graph-way-forwardOverReverse')
    await expect.poll(results, PATIENCE).toEqual(['∂x, value 396, second sweep 802', '∂y, value 200, second sweep 600'])
    // After a click on a drawing the arrows walk, and choose no other drawing.
    await window.current.page.keyboard.press('ArrowLeft')
    expect(await textOf('graph-position')).toBe('Backward 8 / 9')
    await window.current.page.keyboard.press('End')
    await choose('L(relu(XW₁ + b₁)W₂ + b₂)')
    await expect.poll(() => textOf('graph-too-large'), PATIENCE).toContain('up to 16 nodes; this one has 20')
    await window.current.click('graph-mode-reverse')
  })

  it('sends the gradient of the ReLU example to what was positive: 4, 0, 5, 0', async () => {
    await choose('Σ g ⊙ relu(x)')
    await node('x, ').click()
    await expect.poll(() => window.current.find('graph-upstream').locator('td').allInnerTexts(), PATIENCE).toEqual(['4', '0', '5', '0'])
  })

  it('has the numbers of a matrix dragged, and stepped by keys, and no node moved', async () => {
    const { page } = window.current
    await choose('∇ ‖x‖² = 2x')
    const cell = (row: number) => window.current.find('graph-cells-x').getByRole('spinbutton', { name: `x[${row}, 0]` })
    const places = () =>
      page
        .locator('[data-testid="graph-drawing"] .node, [data-testid="graph-inputs"] *')
        .evaluateAll((all) => all.map((one) => [one.getBoundingClientRect().x, one.getBoundingClientRect().y]))
    await say(['x, value 3×1, gradient 3×1', '^ 2, value 3×1, gradient 3×1', 'Σ, value 14, gradient 1'])
    const before = await places()
    await cell(0).focus()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Shift+ArrowDown')
    expect(await window.current.find('graph-input-x').inputValue()).toBe('[1.1; -3; 3]')
    await expect.poll(async () => (await nodes()).at(-1), PATIENCE).toBe('Σ, value 19.21, gradient 1')
    const box = await cell(2).boundingBox()
    if (!box) throw new Error('There is no cell.')
    await page.mouse.move(box.x + 5, box.y + 5)
    await page.mouse.down()
    await page.mouse.move(box.x + 65, box.y + 5, { steps: 4 })
    await page.mouse.up()
    // 60 pixels are 20 steps of 0.1.
    expect(await window.current.find('graph-input-x').inputValue()).toBe('[1.1; -3; 5]')
    await expect.poll(async () => (await nodes()).at(-1), PATIENCE).toBe('Σ, value 35.21, gradient 1')
    expect(await places()).toEqual(before)
    await page.locator('body').click({ position: { x: 1, y: 1 } })
  })

  it('has the weighted cross-entropy’s gradient w·y·(p − 1) + (1 − y)·p', async () => {
    await choose('−(w·y·ln p + (1 − y)·ln(1 − p))')
    await expect.poll(async () => (await nodes())[0], PATIENCE).toBe('z, value 0.4, gradient −1.204')
    await setInput('y', '0')
    await expect.poll(async () => (await nodes())[0], PATIENCE).toBe('z, value 0.4, gradient 0.5987')
  })

  it('has 2λw for the regularizer', async () => {
    await choose('λw²')
    await expect.poll(async () => (await nodes()).find((node) => node.startsWith('w, ')), PATIENCE).toBe('w, value 0.7, gradient 0.14')
  })

  it('puts the caret at an error, names the nearest name, and adds a missing input by one press', async () => {
    await choose('λw²')
    await write('w * lambda')
    const error = window.current.find('graph-error')
    await expect.poll(() => error.innerText(), PATIENCE).toContain('no value is given for “lambda”; did you mean “lambda_”?')
    expect(await error.locator('mark').innerText()).toBe('l')
    await window.current.click('graph-add-missing')
    await say(['w, value 0.7, gradient 1', 'lambda, value 1, gradient 0.7', '×, value 0.7, gradient 1'])
    expect(await error.count()).toBe(0)
  })

  it('offers sum and mean where the result is a matrix', async () => {
    await choose('sin(t * [1; 2; 3; 4])')
    await expect.poll(() => window.current.find('graph-matrix').innerText(), PATIENCE).toContain('4×1')
    await window.current.find('graph-matrix').getByRole('button', { name: 'Take the sum' }).click()
    await expect.poll(async () => (await nodes()).at(-1), PATIENCE).toMatch(/^Σ, value 3.228/)
    expect(await window.current.find('graph-text').inputValue()).toBe('sum(sin(t * [1; 2; 3; 4]))')
  })

  it('marks the node that is not finite instead of refusing the picture', async () => {
    await choose('x + y * z')
    await write('1 + ln(x)')
    await expect.poll(() => window.current.find('graph-drawing').locator('.failed').count(), PATIENCE).toBe(1)
  })

  it('draws a large graph around the chosen node', async () => {
    const names = Array.from({ length: 70 }, (_, k) => `x${k}`)
    await write(names.map((name) => `${name} = ${name.slice(1)} * x`).join('; ') + `; ${names.join(' + ')}`)
    await expect.poll(async () => (await nodes()).length, PATIENCE).toBe(60)
    expect(await textOf('graph-drawing')).toContain('60 of 140 nodes')
  })

  it('answers with three thousand inputs at once, of which it lists the first', async () => {
    const inputs = Object.fromEntries(Array.from({ length: 3000 }, (_, k) => [`x${k}`, 2]))
    const file = path.join(`${folder}`, 'many.json')
    fs.writeFileSync(file, JSON.stringify({ format: 'backprop-lab-graph', version: 1, expression: 'x0 * x2999', inputs }))
    await window.current.find('graph-open-share').setInputFiles(file)
    await say(['x0, value 2, gradient 2', 'x2999, value 2, gradient 2', '×, value 4, gradient 1'])
    const rows = () => window.current.find('graph-inputs').locator('label').count()
    expect(await rows()).toBe(50)
    await window.current.click('graph-more-inputs')
    await expect.poll(rows, PATIENCE).toBe(100)
  })

  it('opens a composed function and closes it again', async () => {
    await choose('∇ CE(S) = (P − Y)/N')
    await node('crossentropy').click()
    await window.current.click('graph-open')
    await expect.poll(async () => (await nodes()).length, PATIENCE).toBe(5)
    await window.current.click('graph-close')
    await expect.poll(async () => (await nodes()).length, PATIENCE).toBe(2)
  })

  it('says at a kink what is taken there', async () => {
    await choose('9 * max(x, y), x = y')
    await node('max').click()
    await expect.poll(() => textOf('graph-kink'), PATIENCE).toBe('Kink at a = b: each input receives half of the gradient.')
    await node('x, ').click()
    await expect.poll(() => textOf('graph-upstream'), PATIENCE).toBe('4.5')
    expect(await textOf('graph-panel')).toContain('Kink: the differences to the left and to the right are not the same.')
  })

  it('counts what a neuron’s value and its derivatives cost in both modes', async () => {
    await choose('(σ(w₀x₀ + w₁x₁ + w₂) − y)²')
    await write('sigmoid(w0 * x0 + w1 * x1 + w2)')
    await expect.poll(() => textOf('graph-cost'), PATIENCE).toBe('value: 3 mul · forward: 5 sweeps, 19 mul · reverse: 1 sweep, 7 mul')
  })

  it('has both modes, code, Jacobians and, when asked, the Hessian', async () => {
    await choose('(1 - x) ^ 2 + 100 * (y - x ^ 2) ^ 2')
    await expect.poll(() => textOf('graph-cost'), PATIENCE).toContain('forward: 2 sweeps')
    await window.current.openTab('code')
    await expect.poll(() => textOf('graph-code'), PATIENCE).toContain('# backward')
    await window.current.openTab('jacobian')
    await expect.poll(() => window.current.find('graph-jacobians').locator('tbody td').allInnerTexts(), PATIENCE).toEqual(['396', '200'])
    await window.current.openTab('hessian')
    await window.current.click('graph-compute-hessian')
    await expect
      .poll(() => window.current.find('graph-hessian').locator('tbody td').allInnerTexts(), PATIENCE)
      .toEqual([...['402', '400', '400', '200'], ...['802', '802', '802', '600', '600', '600']])
  })

  it('saves the drawing and the program, and opens a share file again', async () => {
    const appWindow = window.current
    await choose('x + y * z')
    await say([
      'x, value −2, gradient 1',
      'y, value 5, gradient −4',
      'z, value −4, gradient 5',
      '×, value −20, gradient 1',
      '+, value −22, gradient 1'
    ])
    await appWindow.click('graph-save')
    for (const [format, beginning] of [
      ['svg', '<svg'],
      ['dot', 'digraph'],
      ['json', '{'],
      ['png', '\u0089PNG']
    ] as const) {
      const file = path.join(`${folder}`, `graph.${format}`)
      await appWindow.save(`graph-save-${format}`, file)
      expect(fs.readFileSync(file, 'latin1')).toMatch(new RegExp(`^${beginning}`))
    }
    await appWindow.page.keyboard.press('Escape')
    await choose('λw²')
    await expect.poll(() => appWindow.find('graph-text').inputValue(), PATIENCE).toBe('lambda_ * w ^ 2')
    await appWindow.click('graph-save')
    await appWindow.find('graph-open-share').setInputFiles(path.join(`${folder}`, 'graph.json'))
    await expect.poll(() => appWindow.find('graph-text').inputValue(), PATIENCE).toBe('x + y * z')
    await appWindow.page.keyboard.press('Escape')
  })
})
