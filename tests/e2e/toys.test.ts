import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { trainInTerminal } from './support/command-line'
import { useFolder } from './support/folders'
import { launchWindow, PATIENCE, type AppWindow } from './support/app-window'
import { closeCleanly, photographOnFailure } from './support/use-app-window'

/** Far from every point of moons, in pixels from the upper left of the plane. */
const EMPTY = { x: 90, y: 40 }
const ELSEWHERE = { x: 120, y: 90 }

describe('a toy data set', () => {
  const folder = useFolder()
  const userDataDir = path.join(folder, 'user data')
  fs.mkdirSync(userDataDir)
  let appWindow: AppWindow
  /** The CSV by the knobs that were chosen, and with the points changed by hand. */
  let byKnobs: string[]
  let byHand: string[]

  beforeAll(async () => {
    appWindow = await launchWindow({ userDataDir, preferences: { language: 'en', theme: 'light' } })
  })
  afterAll(async () => {
    await closeCleanly(appWindow)
  })

  const count = (text: string) =>
    appWindow
      .find('toy-count')
      .filter({ hasText: new RegExp(`^${text}$`) })
      .waitFor()
  const option = (text: string) =>
    appWindow.page
      .locator('[role="radio"]', { hasText: new RegExp(`^\\s*${text}\\s*$`) })
      .last()
      .click()

  let savings = 0
  /** The lines of the CSV as it stands; each time another file, so that each saving has a message of its own. */
  async function saved(): Promise<string[]> {
    const file = path.join(folder, `points-${++savings}.csv`)
    await appWindow.save('toy-save', file)
    return fs.readFileSync(file, 'utf8').trimEnd().split('\n')
  }
  const lastLine = async () => (await saved()).at(-1)

  async function dragOnPlane(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
    const box = await appWindow.find('toy-canvas').boundingBox()
    if (!box) throw new Error('The plane is not in sight.')
    const { mouse } = appWindow.page
    await mouse.move(box.x + from.x, box.y + from.y)
    await mouse.down()
    await mouse.move(box.x + to.x, box.y + to.y, { steps: 4 })
    await mouse.up()
  }

  it('is opened from the list of data sets, its points in sight and its target chosen', async () => {
    photographOnFailure(appWindow)
    await appWindow.find('sample-select').selectOption('toy:moons')
    await appWindow.find('toy-canvas').waitFor()
    await count('200 points')
    await expect.poll(() => appWindow.find('target-select').inputValue(), PATIENCE).toBe('class')
    await expect.poll(() => appWindow.find('network-line').innerText(), PATIENCE).toMatch(/^2 → 16 tanh → 2 softmax/)
    const lines = await saved()
    byKnobs = lines
    expect(lines).toHaveLength(201)
    expect(lines[0]).toBe('x,y,class')
    expect(lines[1]).toMatch(/^-?\d\.\d{4},-?\d\.\d{4},A$/)
  })

  it('is made anew when a knob is changed: typed, slid by keys, or refused with a reason', async () => {
    photographOnFailure(appWindow)
    await appWindow.type('toy-knob-size', '120')
    await count('120 points')
    await appWindow.find('toy-slider-size').focus()
    await appWindow.page.keyboard.press('ArrowRight')
    await count('130 points')
    await expect.poll(() => appWindow.find('toy-knob-size').inputValue(), PATIENCE).toBe('130')
    await appWindow.type('toy-knob-noise', '2')
    expect(await appWindow.errorBeside('toy-knob-noise')).toBe('Noise is 2; it must be a number from 0 to 1.')
    await appWindow.type('toy-knob-noise', '0.05')
    const before = byKnobs
    await expect.poll(async () => (byKnobs = await saved())[1], PATIENCE).not.toBe(before[1])
    expect(await appWindow.find('learning-rate').inputValue()).toBe('0.3')
  })

  it('gets a point where the plane is clicked, of the class that is chosen', async () => {
    photographOnFailure(appWindow)
    await option('B')
    await appWindow.find('toy-canvas').click({ position: EMPTY })
    await count('131 points')
    await appWindow.find('toy-edited').waitFor()
    const lines = await saved()
    expect(lines.at(-1)).toMatch(/,B$/)
    expect(lines.slice(0, -1)).toEqual(byKnobs)
  })

  it('has a point moved that is dragged, and no other', async () => {
    photographOnFailure(appWindow)
    const before = await saved()
    await dragOnPlane(EMPTY, ELSEWHERE)
    await expect.poll(lastLine, PATIENCE).not.toBe(before.at(-1))
    const after = await saved()
    expect(after.slice(0, -1)).toEqual(before.slice(0, -1))
    expect(after.at(-1)).toMatch(/,B$/)
  })

  it('loses the points that the pointer goes over when erasing, and takes nothing else away', async () => {
    photographOnFailure(appWindow)
    const before = await saved()
    await option('Erase')
    await dragOnPlane({ x: ELSEWHERE.x - 20, y: ELSEWHERE.y }, { x: ELSEWHERE.x + 20, y: ELSEWHERE.y })
    await count('130 points')
    expect(await saved()).toEqual(before.slice(0, -1))
    await option('Draw')
  })

  it('is edited by keyboard alone in the table of points', async () => {
    photographOnFailure(appWindow)
    await appWindow.find('toy-view').getByRole('radio', { checked: true }).focus()
    await appWindow.page.keyboard.press('ArrowRight')
    await appWindow.find('new-point-x').focus()
    await appWindow.page.keyboard.press('Control+A')
    await appWindow.page.keyboard.type('0.5')
    await appWindow.page.keyboard.press('Tab')
    await appWindow.page.keyboard.type('-1.25')
    await appWindow.page.keyboard.press('Tab')
    await appWindow.page.keyboard.press('Enter')
    await count('131 points')
    await expect.poll(lastLine, PATIENCE).toBe('0.5000,-1.2500,B')
    await appWindow.type('point-130-x', '0.25')
    await expect.poll(lastLine, PATIENCE).toBe('0.2500,-1.2500,B')
    await appWindow.find('erase-point-129').press('Enter')
    await count('130 points')
    await expect.poll(lastLine, PATIENCE).toBe('0.2500,-1.2500,B')
  })

  it('is on the plane again by an arrow key', async () => {
    photographOnFailure(appWindow)
    await appWindow.find('toy-view').getByRole('radio', { checked: true }).focus()
    await appWindow.page.keyboard.press('ArrowLeft')
    await appWindow.find('toy-canvas').waitFor()
  })

  it('is learnt, to the same bits as its CSV in the terminal', async () => {
    photographOnFailure(appWindow)
    byHand = await saved()
    await appWindow.train()
    expect(await appWindow.figure('test-metric')).toBeGreaterThanOrEqual(0.97)
    await appWindow.exportWeights('safetensors', path.join(folder, 'window.safetensors'))
    await trainInTerminal(path.join(folder, 'terminal'), [
      '--data',
      path.join(folder, `points-${savings}.csv`),
      '--target',
      'class',
      '--learning-rate',
      '0.3'
    ])
    const weights = ['window.safetensors', path.join('terminal', 'weights.safetensors')].map((name) =>
      fs.readFileSync(path.join(folder, name))
    )
    expect(weights[0].equals(weights[1])).toBe(true)
  })

  it('is there again after a restart, with its knobs, the points changed by hand, and the trained weights', async () => {
    photographOnFailure(appWindow)
    const [figures, epoch] = [await appWindow.figures(), await appWindow.epoch()]
    await closeCleanly(appWindow)
    appWindow = await launchWindow({ userDataDir })
    photographOnFailure(appWindow)
    await appWindow.waitForStatus('finished')
    expect(await appWindow.find('sample-select').inputValue()).toBe('toy:moons')
    await count('130 points')
    expect(await appWindow.find('toy-knob-noise').inputValue()).toBe('0.05')
    await appWindow.find('toy-edited').waitFor()
    expect(await appWindow.figures()).toEqual(figures)
    expect(await appWindow.epoch()).toBe(epoch)
    expect(await saved()).toEqual(byHand)
  })

  it('asks before trained weights go, and again before points changed by hand do', async () => {
    photographOnFailure(appWindow)
    const weights = appWindow.page.getByText('Discard the trained weights?')
    const points = appWindow.page.getByText('Discard the points edited by hand?')
    await appWindow.type('toy-knob-size', '150')
    await weights.waitFor()
    await appWindow.click('confirm-cancel')
    await expect.poll(() => appWindow.find('toy-knob-size').inputValue(), PATIENCE).toBe('130')
    await appWindow.find('sample-select').selectOption('toy:xor')
    await weights.waitFor()
    await appWindow.click('confirm-ok')
    await points.waitFor()
    await appWindow.click('confirm-cancel')
    await expect.poll(() => appWindow.find('sample-select').inputValue(), PATIENCE).toBe('toy:moons')
    expect(await appWindow.epoch()).toBe(100)
    await appWindow.find('sample-select').selectOption('wine')
    await appWindow.page.getByText('Open Wine?').waitFor()
    await appWindow.click('confirm-ok')
    await points.waitFor()
    await appWindow.click('confirm-cancel')
    await expect.poll(() => appWindow.find('sample-select').inputValue(), PATIENCE).toBe('toy:moons')
    await appWindow.click('toy-anew')
    await weights.waitFor()
    await appWindow.click('confirm-ok')
    await points.waitFor()
    await appWindow.click('confirm-ok')
    await appWindow.waitForStatus('idle')
    await appWindow.find('toy-edited').waitFor({ state: 'detached' })
    expect(await saved()).toEqual(byKnobs)
  })

  it('is predicted where it is a curve', async () => {
    photographOnFailure(appWindow)
    await appWindow.find('sample-select').selectOption('toy:sine')
    await count('200 points')
    await expect.poll(() => appWindow.find('task-select').inputValue(), PATIENCE).toBe('regression')
    await appWindow.train()
    expect(await appWindow.figure('test-metric')).toBeGreaterThan(0.95)
  })
})
