import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { useFolder } from './support/folders'
import { inEnglish, PATIENCE } from './support/app-window'
import { useAppWindow } from './support/use-app-window'

/** Pictures of a small network a second while it trains; a machine that does everything else at the same time makes fewer. */
const FEWEST_PICTURES = 3

describe('the cards under the figures', () => {
  const window = useAppWindow({ preferences: inEnglish })
  const folder = useFolder()

  const plot = () => window.current.find('learned-plot')
  const said = async () => (await plot().getAttribute('aria-valuetext')) ?? ''
  const segment = (text: string) => window.current.page.locator('.cards [role="radio"]', { hasText: new RegExp(`^\\s*${text}\\s*$`) })

  it('show the decision regions of the two features that tell most', async () => {
    const appWindow = window.current
    await appWindow.train()
    await expect.poll(said, PATIENCE).toMatch(/^Over petal_length_cm and petal_width_cm, .*setosa \d+ %/)
    const shares = [...(await said()).matchAll(/(\d+) %/g)].map(([, share]) => Number(share))
    expect(shares).toHaveLength(3)
    expect(Math.abs(shares.reduce((sum, share) => sum + share) - 100)).toBeLessThanOrEqual(2)
  })

  it('hold the other features at what is typed', async () => {
    const appWindow = window.current
    const before = await said()
    await appWindow.click('held-button')
    await appWindow.type('held-1', '9')
    await expect.poll(said, PATIENCE).toContain('Fixed at: sepal_width_cm 9')
    await expect.poll(async () => (await said()).split('Fixed')[0].trim(), PATIENCE).not.toBe(before)
    await appWindow.page.keyboard.press('Escape')
  })

  it('lead through the units by arrow keys, and write out what each adds up', async () => {
    const appWindow = window.current
    await appWindow.page.locator('[data-unit="0.0"]').focus()
    await appWindow.page.keyboard.press('ArrowRight')
    await appWindow.page.keyboard.press('Enter')
    const terms = appWindow.page.getByRole('table', { name: 'Incoming weights' })
    await terms.waitFor()
    await expect.poll(() => terms.getByRole('cell').count(), PATIENCE).toBe(16)
    const cells = await terms.getByRole('cell').allInnerTexts()
    const number = (text: string) => Number(text.replace('−', '-'))
    const detail = appWindow.find('unit-detail')
    const [, bias] = /\(bias (.*)\)/.exec(await detail.innerText()) ?? []
    const sum = [3, 7, 11, 15].reduce((total, at) => total + number(cells[at]), number(bias))
    const z = Number(await appWindow.find('unit-formula').locator('strong').getAttribute('title'))
    expect(z).toBeCloseTo(sum, 2)
    await appWindow.page.keyboard.press('Escape')
    await terms.waitFor({ state: 'detached' })
  })

  it('choose a row by arrow keys, and show what the network makes of it', async () => {
    const appWindow = window.current
    await plot().focus()
    await appWindow.page.keyboard.press('ArrowRight')
    await appWindow.page.keyboard.press('ArrowRight')
    const detail = appWindow.find('row-detail')
    await detail.getByText(/^Line \d+, training row$/).waitFor()
    await expect.poll(() => appWindow.find('sample-place').innerText(), PATIENCE).toMatch(/^2\s*\/ \d+$/)
    await detail.getByText(/^true: (setosa|versicolor|virginica)$/).waitFor()
  })

  it('draw the learning rate, with its numbers as a file and its curve as a picture', async () => {
    const appWindow = window.current
    await segment('Rate').click()
    await appWindow.page.getByRole('slider', { name: /^Learning rate/ }).waitFor()
    const csv = path.join(folder, 'rate.csv')
    await appWindow.click('chart-options')
    await appWindow.save('save-chart-csv', csv)
    const lines = fs.readFileSync(csv, 'utf8').trimEnd().split('\n')
    expect(lines).toHaveLength(102)
    expect(lines.slice(0, 2)).toEqual(['epoch,learning_rate', '0,0.1'])
    const png = path.join(folder, 'rate.png')
    if (!(await appWindow.find('save-chart-png').isVisible())) await appWindow.click('chart-options')
    await appWindow.save('save-chart-png', png)
    expect([...fs.readFileSync(png).subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    await appWindow.page.keyboard.press('Escape')
    await segment('Loss').click()
  })

  it('show a part of the curves closely, and everything again', async () => {
    const appWindow = window.current
    const chart = appWindow.page.getByRole('slider', { name: /^Loss/ })
    await chart.focus()
    await appWindow.page.keyboard.press('+')
    await appWindow.page.locator('.frame.zoomed').waitFor()
    await appWindow.page.keyboard.press('0')
    await appWindow.page.locator('.frame.zoomed').waitFor({ state: 'detached' })
  })

  it('follow the network while it trains', async () => {
    const appWindow = window.current
    await appWindow.type('epochs', '1000000')
    await appWindow.click('run-button')
    await appWindow.waitForStatus('running')
    const pictures = await appWindow.page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const shown = document.querySelector('[data-testid="learned-plot"]')
          let count = 0
          const observer = new MutationObserver(() => count++)
          if (shown) observer.observe(shown, { attributes: true, attributeFilter: ['data-epoch'] })
          setTimeout(() => resolve(count / 2), 2000)
        })
    )
    console.log(`decision regions of iris while it trains: ${pictures} pictures a second`)
    expect(pictures).toBeGreaterThan(FEWEST_PICTURES)
    await appWindow.click('pause-button')
  })

  it('show a digit as the picture it is', async () => {
    const appWindow = window.current
    await appWindow.find('sample-select').selectOption('digits')
    await appWindow.click('confirm-ok')
    await appWindow.page.getByText('61 → 16 tanh → 10 softmax').waitFor()
    await plot().focus()
    await appWindow.page.keyboard.press('ArrowRight')
    await appWindow.find('row-picture').waitFor()
    await segment('Hidden').click()
    await expect.poll(said, PATIENCE).toContain('in layer 1')
  })

  it('set predictions against the truth', async () => {
    const appWindow = window.current
    await appWindow.find('sample-select').selectOption('penguins')
    await appWindow.find('target-select').selectOption('body_mass_g')
    await segment('Fit').click()
    await expect.poll(said, PATIENCE).toMatch(/^Predicted against true values\. .* is \d+/)
  })
})
