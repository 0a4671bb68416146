import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { describeIf } from '../support/conditions'
import { temporaryFolders } from '../support/folders'
import { pythonRuntime } from '../support/python-inside'
import { sampleLab } from '../support/sample-lab'
import { twoLayers } from '../support/student-programs'
import { PATIENCE, type AppWindow } from './support/app-window'
import {
  beginLab,
  checkProgram,
  eventsIn,
  giveProgram,
  handIn,
  judgement,
  launchLabs,
  openLab,
  predict,
  writeProgram,
  type LabPlace
} from './support/lab-steps'
import { closeCleanly, photographOnFailure } from './support/use-app-window'

/** A teacher's lab and a folder to hand in to, in a folder of their own. */
interface Room extends LabPlace {
  readonly folder: string
}

const temporaryFolder = temporaryFolders()

function room(): Room {
  const folder = temporaryFolder()
  const [lab, handin] = [join(folder, 'bp-000.lab.md'), join(folder, 'handin')]
  writeFileSync(lab, sampleLab)
  mkdirSync(handin)
  return { folder, lab, handin }
}

/** kill -9, as the system does when memory runs out; the window is told to start another process. */
async function killEngine(window: AppWindow): Promise<void> {
  await window.signalEngine('SIGKILL')
  await window.click('restart-engine')
  await window.find('engine-gone-banner').waitFor({ state: 'detached' })
}

const eventsOf = (place: Room, id: string) => eventsIn(place, 'bp-000', id)

const answersIn = (place: Room, id: string) =>
  eventsOf(place, id).flatMap(({ kind, section, value }) => (kind === 'answer' ? [[section, value] as const] : []))

describeIf(pythonRuntime, 'a lab in the window', () => {
  it('is previewed by its teacher, with what is locked not there, and leaves nothing behind', async () => {
    const place = room()
    const window = await launchLabs(join(place.folder, 'teacher'))
    photographOnFailure(window)
    await openLab(window, place)
    await window.click('lab-preview')
    await predict(window, 'q1', '0')
    expect(await window.find('lab-truth').innerText()).toMatch(/computes (0|-?\d(\.\d+)?e-1\d)/)
    expect(await window.find('page-graph').count()).toBe(0)
    await window.openPage('workbench')
    expect(await window.find('sample-select').count()).toBe(0)
    expect(await window.find('new-seed-button').count()).toBe(0)
    await window.type('hidden-text', '17')
    await window.page.getByText('it must be a whole number from 1 to 16').waitFor()
    await window.type('hidden-text', '5')
    await window.find('network-line').filter({ hasText: '→ 5 tanh →' }).waitFor()
    await window.sendCommand('open')
    await window.sendCommand('page:graph')
    expect(await window.tabNames()).not.toContain('points')
    await window.openPage('labs')
    await window.click('lab-leave')
    await window.waitFor('lab-open')
    expect(await window.find('page-graph').count()).toBe(1)
    await closeCleanly(window)
  })

  it('shows what answers a prediction once that is made', async () => {
    const window = await launchLabs(join(room().folder, 'reader'))
    photographOnFailure(window)
    await window.click('lesson-1-graphs')
    await window.click('lab-preview')
    await window.click('section-q2')
    expect(await window.find('lab-open-page').count()).toBe(0)
    await window.find('lab-prediction').fill('-8')
    await window.click('lab-answer')
    await window.waitFor('lab-open-page')
    await closeCleanly(window)
  })

  it('keeps every answer when the app is killed, and goes on where it was', async () => {
    const place = room()
    const data = join(place.folder, 'student')
    const first = await launchLabs(data)
    photographOnFailure(first)
    await beginLab(first, place, '20260001')
    await predict(first, 'q1', '1')
    await first.kill()
    expect(answersIn(place, '20260001')).toEqual([['q1', { try: 1, text: '1' }]])

    const again = await launchLabs(data)
    photographOnFailure(again)
    expect(await again.find('lab-left').innerText()).toContain('20260001')
    // Until it is gone on with or closed, what it locks is not there.
    expect(await again.find('page-graph').count()).toBe(0)
    await again.click('lab-go-on')
    await again.click('section-q1')
    expect(await again.find('lab-predictions').innerText()).toContain('1')
    await predict(again, 'q1', '0')
    await again.click('section-b1')
    expect((await again.find('lab-bug-table').locator('tr', { hasText: 'dW1' }).innerText()).split(/\s+/)).toEqual([
      'dW1',
      '8',
      '8',
      expect.any(String)
    ])
    await again.find('lab-tensor').selectOption('W1')
    await again.find('lab-why').fill('the mask of ReLU is missing')
    await again.click('lab-answer')
    expect(await again.find('lab-mistake').innerText()).toContain('ReLU passes every gradient')
    await writeProgram(again, twoLayers)
    await checkProgram(again)
    await expect.poll(() => judgement(again), PATIENCE).toContain('No gradient is wrong')
    await giveProgram(again)
    await again.click('section-f1')
    await again.find('lab-text').fill('The mask looks at Z.')
    await again.click('lab-answer')
    await again.waitFor('lab-saved')
    await again.click('section-r1')
    await again.click('lab-open-data')
    await again.page.locator('[data-testid="page-workbench"][aria-checked="true"]').waitFor()
    await again.train(60)
    await again.openPage('labs')
    await again.click('lab-answer')
    expect(await again.find('lab-figures').innerText()).toContain('train.loss')
    expect(await handIn(again)).toMatch(/\d{4} \d{4} \d{4}/)

    expect(answersIn(place, '20260001')).toEqual([
      ['q1', { try: 1, text: '1' }],
      ['q1', { try: 2, text: '0' }],
      ['b1', { tensor: 'W1', why: 'the mask of ReLU is missing' }],
      ['c1', { code: twoLayers }],
      ['f1', { text: 'The mask looks at Z.' }],
      ['r1', { settings: expect.objectContaining({ format: 'backprop-lab-settings' }) as unknown, figures: expect.any(Object) as unknown }]
    ])
    const kinds = eventsOf(place, '20260001').map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'resume')).toHaveLength(1)
    expect(kinds.at(-1)).toBe('finish')
    await closeCleanly(again)
  })

  it('goes on with its locks when its engine process is killed and its page is loaded anew', async () => {
    const place = room()
    const window = await launchLabs(join(place.folder, 'killed'))
    photographOnFailure(window)
    await beginLab(window, place, '20260003')
    await predict(window, 'q1', '1')
    await window.click('section-f1')
    await window.find('lab-text').fill('The mask')
    await killEngine(window)
    await predict(window, 'q1', '0')
    await killEngine(window)
    await window.click('section-f1')
    await window.find('lab-answer').and(window.page.locator(':enabled')).waitFor()
    await window.page.reload()
    await window.waitFor('lab-room')
    expect(await window.find('page-graph').count()).toBe(0)
    await window.click('section-f1')
    expect(await window.find('lab-text').inputValue()).toBe('The mask')
    await window.click('lab-answer')
    await window.waitFor('lab-saved')
    await window.openPage('workbench')
    expect(await window.find('sample-select').count()).toBe(0)
    expect(await window.find('new-seed-button').count()).toBe(0)
    expect(answersIn(place, '20260003')).toEqual([
      ['q1', { try: 1, text: '1' }],
      ['q1', { try: 2, text: '0' }],
      ['f1', { text: 'The mask' }]
    ])
    // Closed, it is not found again.
    await window.openPage('labs')
    await window.click('lab-leave')
    await window.waitFor('lab-open')
    await window.page.reload()
    await window.waitFor('lab-open')
    expect(await window.find('page-graph').count()).toBe(1)
    await closeCleanly(window)
  })

  it('names the mistake of a wrong program, and takes it as the answer all the same, in Chinese', async () => {
    const place = room()
    const window = await launchLabs(join(place.folder, 'other'), 'zh-CN')
    photographOnFailure(window)
    await beginLab(window, place, '20260002')
    const program = twoLayers.replace('dZ[Z <= 0] = 0', 'pass')
    await writeProgram(window, program)
    await checkProgram(window)
    await expect.poll(() => judgement(window), PATIENCE).toContain('ReLU 让全部梯度通过')
    await giveProgram(window)
    expect(answersIn(place, '20260002')).toEqual([['c1', { code: program }]])
    expect(eventsOf(place, '20260002').map(({ kind }) => kind)).toEqual(['run', 'answer'])
    await closeCleanly(window)
  })
})
