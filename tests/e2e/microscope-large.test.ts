import { describe, expect, it } from 'vitest'
import type { Locator } from 'playwright-core'
import { afterTwoFrames, inEnglish, PATIENCE } from './support/app-window'
import { useAppWindow } from './support/use-app-window'

/** The edges of an element in the window, in pixels. */
interface Edges {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

describe('the microscope on large matrices', () => {
  const window = useAppWindow({ preferences: inEnglish })
  const find = (testId: string): Locator => window.current.find(testId)
  const stage = (tensor: string) => find('walk-stage').locator(`[data-tensor="${tensor}"]`)
  const edgesOf = (locator: Locator): Promise<Edges[]> =>
    locator.evaluateAll((elements) =>
      elements.map((element) => {
        const { left, right, top, bottom } = element.getBoundingClientRect()
        return { left, right, top, bottom }
      })
    )

  async function goTo(name: string, title: string): Promise<void> {
    await find('walk-code')
      .locator('button')
      .filter({ hasText: new RegExp(`^${name} = `) })
      .first()
      .click()
    await find('walk-title').filter({ hasText: title }).waitFor()
    await find('walk-value').waitFor()
  }

  it('has the sum of the chosen number in sight with its cell, on a projector, without scrolling', async () => {
    const appWindow = window.current
    await appWindow.resize({ width: 1366, height: 768 })
    await appWindow.openSample('digits')
    await appWindow.enter('hidden-text', '32 relu')
    await appWindow.enter('batch-size', '64')
    await appWindow.page.keyboard.press('Control+2')
    await expect.poll(() => find('walk-about').innerText(), PATIENCE).toContain('64 samples')
    for (const [name, title] of [
      ['Z1', 'Pre-activations of layer 1'],
      ['A1', 'Activations of layer 1'],
      ['dA1', 'Back through the weights to layer 1'],
      ['dZ1', 'Error signal of layer 1'],
      ['dW1_data', 'The weights of layer 1'],
      ['db1', 'The biases of layer 1'],
      ['W1_new', 'Update of W1']
    ]) {
      await goTo(name, title)
      await afterTwoFrames(appWindow.page)
      const [main] = await edgesOf(find('walk-main'))
      const [cell] = await edgesOf(find('walk-stage').locator('[aria-current="true"]'))
      const [sum] = await edgesOf(find('walk-sum'))
      expect(cell.top, name).toBeGreaterThan(main.top)
      expect(cell.right, name).toBeLessThanOrEqual(main.right)
      expect(cell.bottom, name).toBeLessThanOrEqual(sum.top)
      expect(sum.bottom, name).toBeLessThanOrEqual(main.bottom)
      expect(await find('walk-main').evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight), name).toBe(0)
    }
  })

  it('stands the columns of a product under those of its right factor, and its rows beside those of the left', async () => {
    await goTo('Z1', 'Pre-activations of layer 1')
    const row = (tensor: string, part: 'first-child' | 'last-child') => stage(tensor).locator(`tbody tr:${part} td[data-number]`)
    const [above, bias, result] = await Promise.all(
      [row('W1', 'last-child'), row('b1', 'first-child'), row('Z1', 'first-child')].map((one) => edgesOf(one))
    )
    expect(above.length).toBeGreaterThan(2)
    const columns = (edges: readonly Edges[]) => edges.map(({ left, right }) => [left, right])
    expect(columns(bias)).toEqual(columns(above))
    expect(columns(result)).toEqual(columns(above))
    const rows = async (tensor: string) => (await edgesOf(stage(tensor).locator('tbody tr:has(td[data-number])'))).map(({ top }) => top)
    expect(await rows('X')).toEqual(await rows('Z1'))
  })

  it('moves no matrix while the pointer passes over numbers, and goes where one is clicked', async () => {
    const shown = () =>
      stage('Z1')
        .locator('td[data-number]')
        .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-row')))
    const before = await shown()
    const last = stage('Z1').locator('td[data-row="63"]').first()
    await last.hover()
    await expect.poll(() => find('walk-sum').innerText(), PATIENCE).toMatch(/^Z1\[63,0\]/)
    expect(await shown()).toEqual(before)
    await last.click()
    await expect.poll(shown, PATIENCE).not.toEqual(before)
    expect(await shown()).toHaveLength(before.length)
  })
})
