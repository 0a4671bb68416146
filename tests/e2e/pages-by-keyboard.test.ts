import { describe, expect, it } from 'vitest'
import { inEnglish, PATIENCE } from './support/app-window'
import { KeyboardDriver } from './support/keyboard-driver'
import { useAppWindow } from './support/use-app-window'

/** No mouse: Tab, arrows, Enter, Space and shortcuts reach everything, and what has the focus shows it. */
describe('a whole pass by keyboard alone', () => {
  const window = useAppWindow({ preferences: inEnglish })
  const keyboard = () => new KeyboardDriver(window.current)
  const find = (testId: string) => window.current.find(testId)
  const textOf = (testId: string) => find(testId).innerText()
  const press = (...keys: string[]) =>
    keys.reduce((done, key) => done.then(() => window.current.page.keyboard.press(key)), Promise.resolve())
  /** The description of each node: its sign, its value and its gradient. */
  const nodes = () => find('graph-drawing').locator('.node > title').allTextContents()

  it('of the graph: example, program, input, walk, node, both modes, views, Hessian', async () => {
    await press('Control+3')
    await window.current.waitFor('graph-page')
    await keyboard().choose(find('graph-examples'), 'x + y * z')
    await expect.poll(nodes, PATIENCE).toHaveLength(5)
    await keyboard().type(find('graph-text'), 'p = x * y; p + sin(z)')
    await expect.poll(nodes, PATIENCE).toHaveLength(6)
    await keyboard().type(find('graph-input-z'), '0')
    await expect.poll(async () => (await nodes()).find((node) => node.startsWith('z,')), PATIENCE).toBe('z, value 0, gradient 1')
    await find('graph-slide-x').waitFor()
    await keyboard().press(find('graph-back'))
    await expect.poll(() => textOf('graph-position'), PATIENCE).toBe('Backward 5 / 6')
    await keyboard().press(find('graph-play'))
    await expect.poll(() => textOf('graph-position'), PATIENCE).toBe('Backward 6 / 6')
    await keyboard().pick(find('graph-mode-both'))
    await find('graph-both').waitFor()
    await keyboard().pick(find('graph-mode-reverse'))
    await find('graph-both').waitFor({ state: 'detached' })
    for (const tab of ['code', 'jacobian', 'hessian']) await keyboard().pick(find(`tab-${tab}`))
    await keyboard().press(find('graph-compute-hessian'))
    await find('graph-hessian').locator('tbody td').first().waitFor()
    await keyboard().pick(find('tab-trace'))
    await keyboard().press(find('graph-trace').getByRole('button', { name: 'p = ×' }))
    await expect.poll(() => textOf('graph-panel'), PATIENCE).toContain('Multiply gate')
    await keyboard().press(find('graph-save'))
    await find('graph-save-svg').waitFor()
    await press('Escape')
  })

  it('of the microscope: lesson, notation, steps, cells, Jacobian, language of the code', async () => {
    await press('Control+2')
    await find('walk-value').waitFor()
    await keyboard().choose(find('walk-choice'), 'Note 000: softmax, two layers')
    await expect.poll(() => textOf('walk-about'), PATIENCE).toContain('2 samples')
    await keyboard().choose(find('walk-notation'), 'This app')
    await keyboard().press(find('walk-show-jacobian'))
    await find('walk-jacobian').waitFor()
    await keyboard().press(find('walk-show-jacobian'))
    await keyboard().pick(find('walk-language').getByRole('radio', { name: 'PyTorch' }))
    await expect.poll(() => textOf('walk-code'), PATIENCE).toContain('torch')
    await press('.')
    await expect.poll(() => textOf('walk-sum'), PATIENCE).toMatch(/^Z1\[0,1\]/)
  })

  it('of a step that the run takes from the microscope', async () => {
    await press('Control+1', 'Control+2')
    await keyboard().choose(find('walk-choice'), 'Next mini-batch')
    await expect.poll(() => textOf('walk-about'), PATIENCE).toContain('16 samples')
    await keyboard().press(find('take-step'))
    await find('walk-stale').waitFor()
    await keyboard().press(find('walk-refresh'))
    await expect.poll(() => textOf('walk-about'), PATIENCE).toContain('step 1')
  })
})
