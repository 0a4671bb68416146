import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { trainInTerminal } from './support/command-line'
import { useFolder } from './support/folders'
import { launchWindow, PATIENCE, type AppWindow } from './support/app-window'
import { photographOnFailure } from './support/use-app-window'

/** Far from every point of moons, in pixels from the upper left of the plane. */
const EMPTY = { x: 90, y: 40 }
const ELSEWHERE = { x: 120, y: 90 }

describe('a toy data set', () => {
  const folder = useFolder()
  const userDataDir = path.join(folder, 'user data')
  fs.mkdirSync(userDataDir)
  let lab: AppWindow
  /** The CSV by the knobs that were chosen, and with the points changed by hand. */
  let byKnobs: string[]
  let byHand: string[]

  beforeAll(async () => {
    lab = await launchWindow({ userDataDir, preferences: { language: 'en', theme: 'light' } })
  })
  afterAll(async () => {
    await lab.close()
    expect(lab.takeErrors()).toEqual([])
    expect(lab.mistakes()).toEqual([])
  })

  const count = (text: string) =>
    lab
      .find('toy-count')
      .filter({ hasText: new RegExp(`^${text}$`) })
      .waitFor()
  const option = (text: string) =>
    lab.page
      .locator('[role="radio"]', { hasText: new RegExp(`^\\s*${text}\\s*$`) })
      .last()
      .click()

  let savings = 0
  /** The lines of the CSV as it stands; each time another file, so that each saving has a message of its own. */
  async function saved(): Promise<string[]> {
    const file = path.join(folder, `points-${++savings}.csv`)
    await lab.save('toy-save', file)
    return fs.readFileSync(file, 'utf8').trimEnd().split('\n')
  }
  const lastLine = async () => (await saved()).at(-1)

  async function dragOnPlane(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
    const box = await lab.find('toy-canvas').boundingBox()
    if (!box) throw new Error('The plane is not in sight.')
    const { mouse } = lab.page
    await mouse.move(box.x + from.x, box.y + from.y)
    await mouse.down()
    await mouse.move(box.x + to.x, box.y + to.y, { steps: 4 })
    await mouse.up()
  }

  it('is opened from the list of data sets, its points in sight and its target chosen', async () => {
    photographOnFailure(lab)
    await lab.find('sample-select').selectOption('toy:moons')
    await lab.find('toy-canvas').waitFor()
    await count('200 points')
    await expect.poll(() => lab.find('target-select').inputValue(), PATIENCE).toBe('class')
    await expect.poll(() => lab.find('network-line').innerText(), PATIENCE).toMatch(/^2 → 16 tanh → 2 softmax/)
    const lines = await saved()
    byKnobs = lines
    expect(lines).toHaveLength(201)
    expect(lines[0]).toBe('x,y,class')
    expect(lines[1]).toMatch(/^-?\d\.\d{4},-?\d\.\d{4},A$/)
  })

  it('is made anew when a knob is changed: typed, slid by keys, or refused with a reason', async () => {
    photographOnFailure(lab)
    await lab.type('toy-knob-size', '120')
    await count('120 points')
    await lab.find('toy-slider-size').focus()
    await lab.page.keyboard.press('ArrowRight')
    await count('130 points')
    await expect.poll(() => lab.find('toy-knob-size').inputValue(), PATIENCE).toBe('130')
    await lab.type('toy-knob-noise', '2')
    expect(await lab.errorBeside('toy-knob-noise')).toBe('Noise is 2; it must be a number from 0 to 1.')
    await lab.type('toy-knob-noise', '0.05')
    const before = byKnobs
    await expect.poll(async () => (byKnobs = await saved())[1], PATIENCE).not.toBe(before[1])
    expect(await lab.find('learning-rate').inputValue()).toBe('0.3')
  })

  it('gets a point where the plane is clicked, of the class that is chosen', async () => {
    photographOnFailure(lab)
    await option('B')
    await lab.find('toy-canvas').click({ position: EMPTY })
    await count('131 points')
    await lab.find('toy-edited').waitFor()
    const lines = await saved()
    expect(lines.at(-1)).toMatch(/,B$/)
    expect(lines.slice(0, -1)).toEqual(byKnobs)
  })

  it('has a point moved that is dragged, and no other', async () => {
    photographOnFailure(lab)
    const before = await saved()
    await dragOnPlane(EMPTY, ELSEWHERE)
    await expect.poll(lastLine, PATIENCE).not.toBe(before.at(-1))
    const after = await saved()
    expect(after.slice(0, -1)).toEqual(before.slice(0, -1))
    expect(after.at(-1)).toMatch(/,B$/)
  })

  it('loses the points that the pointer goes over when erasing, and takes nothing else away', async () => {
    photographOnFailure(lab)
    const before = await saved()
    await option('Erase')
    await dragOnPlane({ x: ELSEWHERE.x - 20, y: ELSEWHERE.y }, { x: ELSEWHERE.x + 20, y: ELSEWHERE.y })
    await count('130 points')
    expect(await saved()).toEqual(before.slice(0, -1))
    await option('Draw')
  })

  it('is edited by keyboard alone in the table of points', async () => {
    photographOnFailure(lab)
    await lab.find('toy-view').getByRole('radio', { checked: true }).focus()
    await lab.page.keyboard.press('ArrowRight')
    await lab.find('new-point-x').focus()
    await lab.page.keyboard.press('Control+A')
    await lab.page.keyboard.type('0.5')
    await lab.page.keyboard.press('Tab')
    await lab.page.keyboard.type('-1.25')
    await lab.page.keyboard.press('Tab')
    await lab.page.keyboard.press('Enter')
    await count('131 points')
    await expect.poll(lastLine, PATIENCE).toBe('0.5000,-1.2500,B')
    await lab.type('point-130-x', '0.25')
    await expect.poll(lastLine, PATIENCE).toBe('0.2500,-1.2500,B')
    await lab.find('erase-point-129').press('Enter')
    await count('130 points')
    await expect.poll(lastLine, PATIENCE).toBe('0.2500,-1.2500,B')
  })

  it('is on the plane again by an arrow key', async () => {
    photographOnFailure(lab)
    await lab.find('toy-view').getByRole('radio', { checked: true }).focus()
    await lab.page.keyboard.press('ArrowLeft')
    await lab.find('toy-canvas').waitFor()
  })

  it('is learnt, to the same bits as its CSV in the terminal', async () => {
    photographOnFailure(lab)
    byHand = await saved()
    await lab.train()
    expect(await lab.figure('test-metric')).toBeGreaterThanOrEqual(0.97)
    await lab.exportWeights('safetensors', path.join(folder, 'window.safetensors'))
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
    photographOnFailure(lab)
    const [figures, epoch] = [await lab.figures(), await lab.epoch()]
    await lab.close()
    expect(lab.takeErrors()).toEqual([])
    expect(lab.mistakes()).toEqual([])
    lab = await launchWindow({ userDataDir })
    photographOnFailure(lab)
    await lab.waitForStatus('finished')
    expect(await lab.find('sample-select').inputValue()).toBe('toy:moons')
    await count('130 points')
    expect(await lab.find('toy-knob-noise').inputValue()).toBe('0.05')
    await lab.find('toy-edited').waitFor()
    expect(await lab.figures()).toEqual(figures)
    expect(await lab.epoch()).toBe(epoch)
    expect(await saved()).toEqual(byHand)
  })

  it('asks before trained weights go, and again before points changed by hand do', async () => {
    photographOnFailure(lab)
    const weights = lab.page.getByText('Discard the trained weights?')
    const points = lab.page.getByText('Discard the points edited by hand?')
    await lab.type('toy-knob-size', '150')
    await weights.waitFor()
    await lab.click('confirm-cancel')
    await expect.poll(() => lab.find('toy-knob-size').inputValue(), PATIENCE).toBe('130')
    await lab.find('sample-select').selectOption('toy:xor')
    await weights.waitFor()
    await lab.click('confirm-ok')
    await points.waitFor()
    await lab.click('confirm-cancel')
    await expect.poll(() => lab.find('sample-select').inputValue(), PATIENCE).toBe('toy:moons')
    expect(await lab.epoch()).toBe(100)
    await lab.find('sample-select').selectOption('wine')
    await weights.waitFor()
    await lab.click('confirm-ok')
    await points.waitFor()
    await lab.click('confirm-cancel')
    await expect.poll(() => lab.find('sample-select').inputValue(), PATIENCE).toBe('toy:moons')
    await lab.click('toy-anew')
    await weights.waitFor()
    await lab.click('confirm-ok')
    await points.waitFor()
    await lab.click('confirm-ok')
    await lab.waitForStatus('idle')
    await lab.find('toy-edited').waitFor({ state: 'detached' })
    expect(await saved()).toEqual(byKnobs)
  })

  it('is predicted where it is a curve', async () => {
    photographOnFailure(lab)
    await lab.find('sample-select').selectOption('toy:sine')
    await count('200 points')
    await expect.poll(() => lab.find('task-select').inputValue(), PATIENCE).toBe('regression')
    await lab.train()
    expect(await lab.figure('test-metric')).toBeGreaterThan(0.95)
  })
})
