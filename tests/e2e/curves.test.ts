import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { useFolder } from './support/folders'
import { inEnglish, PATIENCE } from './support/app-window'
import { useAppWindow } from './support/use-app-window'

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

describe('the curves', () => {
  const window = useAppWindow({ preferences: inEnglish })
  const folder = useFolder()

  const chart = () => window.current.page.getByRole('slider', { name: /^Loss/ })
  const isClose = () => window.current.page.locator('.frame.zoomed')
  const legend = () => window.current.find('curves-card').locator('.legend .name').allInnerTexts()
  const segment = (name: string) => window.current.find('curves-card').getByRole('radio', { name, exact: true })
  const file = (name: string) => path.join(folder, name)

  async function options(): Promise<void> {
    const { current: appWindow } = window
    if (!(await appWindow.find('save-chart-csv').isVisible())) await appWindow.click('chart-options')
  }

  async function closeOptions(): Promise<void> {
    await window.current.page.keyboard.press('Escape')
    await window.current.find('save-chart-csv').waitFor({ state: 'hidden' })
  }

  async function saved(testId: string, name: string): Promise<Buffer> {
    await window.current.save(testId, file(name))
    return fs.readFileSync(file(name))
  }

  it('have a line of their own, figures and columns for validation rows', async () => {
    const { current: appWindow } = window
    await appWindow.type('validation-share', '0.2')
    await appWindow.train()
    await expect.poll(legend, PATIENCE).toEqual(['training', 'validation', 'test'])
    expect(Number(await appWindow.find('validation-loss').getAttribute('data-value'))).toBeLessThan(0.5)
    await options()
    const lines = (await saved('save-chart-csv', 'loss.csv')).toString().trimEnd().split('\n')
    expect(lines[0]).toBe('epoch,train_loss,validation_loss,test_loss')
    expect(Number(lines[101].split(',')[2])).toBe(Number(await appWindow.find('validation-loss').getAttribute('data-value')))
    await closeOptions()
    await segment('Table').click()
    await appWindow.page.getByRole('columnheader', { name: 'validation' }).waitFor()
    await segment('Chart').click()
  })

  it('are looked at closely by dragging, wheel, keys and buttons, and wholly again', async () => {
    const { current: appWindow } = window
    const box = await chart().boundingBox()
    if (!box) throw new Error('the chart is not in sight')
    const { mouse, keyboard } = appWindow.page
    const at = (part: number) => [box.x + part * box.width, box.y + box.height / 2] as const
    await mouse.move(...at(0.3))
    await mouse.down()
    await mouse.move(...at(0.6), { steps: 4 })
    await mouse.up()
    await isClose().waitFor()
    await appWindow.click('show-whole')
    await isClose().waitFor({ state: 'detached' })
    await mouse.move(...at(0.5))
    await mouse.wheel(0, -300)
    await isClose().waitFor()
    await mouse.dblclick(...at(0.5))
    await isClose().waitFor({ state: 'detached' })
    await chart().focus()
    await keyboard.press('+')
    await keyboard.press('Shift+ArrowLeft')
    await isClose().waitFor()
    await keyboard.press('0')
    await isClose().waitFor({ state: 'detached' })
    await options()
    await appWindow.click('zoom-in')
    await isClose().waitFor()
    await appWindow.click('show-all')
    await isClose().waitFor({ state: 'detached' })
    await closeOptions()
  })

  it('tell exact numbers by arrow keys, on any scale', async () => {
    const { current: appWindow } = window
    await options()
    await appWindow.page
      .getByRole('group', { name: 'Scale of the epoch axis' })
      .or(appWindow.page.getByRole('radiogroup', { name: 'Scale of the epoch axis' }))
      .getByText('Log')
      .click()
    await closeOptions()
    await chart().focus()
    await appWindow.page.keyboard.press('Home')
    await appWindow.page.keyboard.press('ArrowRight')
    const [, , validation] = fs.readFileSync(file('loss.csv'), 'utf8').split('\n')[2].split(',')
    const told = appWindow.find('curves-card').locator('.legend .validation strong')
    await expect.poll(async () => Number(await told.getAttribute('title')), PATIENCE).toBe(Number(validation))
    await expect.poll(() => chart().getAttribute('aria-valuetext'), PATIENCE).toMatch(/^epoch 1: training .*, validation .*, test /)
  })

  it('are saved as a picture, as lines and texts, and as numbers', async () => {
    await options()
    expect([...(await saved('save-chart-png', 'loss.png')).subarray(0, 8)]).toEqual(PNG)
    const svg = (await saved('save-chart-svg', 'loss.svg')).toString()
    const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text)
    expect(texts).toEqual(expect.arrayContaining(['Loss', 'training', 'validation', 'test', 'Epoch', 'nats']))
    expect(svg).toMatch(/font-size="\d/)
    await closeOptions()
  })

  it('stay beside the next run when it is kept, until they are hidden or removed', async () => {
    const { current: appWindow } = window
    const first = await appWindow.figure('test-loss')
    await options()
    await appWindow.click('keep-run')
    await closeOptions()
    await appWindow.click('new-seed-button')
    await appWindow.click('confirm-ok')
    await appWindow.train()
    expect(await appWindow.figure('test-loss')).not.toBe(first)
    const tag = appWindow.find('curves-card').locator('.legend .kept')
    await expect.poll(() => tag.getAttribute('title'), PATIENCE).toMatch(/^iris: 4 → 16 tanh → 3 softmax, sgd 0\.1, batch 16, seed \d+$/)
    await options()
    const lines = (await saved('save-chart-csv', 'both.csv')).toString().trimEnd().split('\n')
    expect(lines[0]).toBe('epoch,train_loss,validation_loss,test_loss,run1_test_loss')
    expect(Number(lines[101].split(',')[4])).toBe(first)
    await appWindow.click('show-run-1')
    await tag.waitFor({ state: 'detached' })
    await appWindow.click('show-run-1')
    await tag.waitFor()
    await appWindow.click('remove-run-1')
    await tag.waitFor({ state: 'detached' })
    await appWindow.page.getByTestId('keep-runs').click()
    await closeOptions()
    await appWindow.click('rewind-button')
    await tag.waitFor()
  })

  it.each([
    ['learned', 'side,row,x,y', async () => undefined],
    [
      'scatter',
      'line,sepal_length_cm,sepal_width_cm,species,use',
      async () => {
        await window.current.click('tab-data')
        await window.current
          .find('tabpanel-data')
          .or(window.current.page.getByRole('tabpanel'))
          .getByText('Scatter', { exact: true })
          .click()
      }
    ],
    ['roc', 'False positive rate,True positive rate', async () => window.current.click('tab-metrics')]
  ])('other charts are saved the same way: %s', async (id, header, open) => {
    const { current: appWindow } = window
    await open()
    const ask = async () => {
      if (!(await appWindow.find(`save-${id}-csv`).isVisible())) await appWindow.click(`export-${id}`)
    }
    await ask()
    expect((await saved(`save-${id}-csv`, `${id}.csv`)).toString().split('\n')[0].toLowerCase()).toBe(header.toLowerCase())
    await ask()
    expect([...(await saved(`save-${id}-png`, `${id}.png`)).subarray(0, 8)]).toEqual(PNG)
    await ask()
    expect((await saved(`save-${id}-svg`, `${id}.svg`)).toString()).toMatch(/^<svg[^]*<text/)
    await appWindow.page.keyboard.press('Escape')
  })

  it('left no error behind', () => expect(window.current.takeErrors()).toEqual([]))
})
