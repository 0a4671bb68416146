import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { describeIf } from '../support/conditions'
import { temporaryFolders } from '../support/folders'
import { pythonRuntime } from '../support/python-inside'
import { twoLayers } from '../support/student-programs'
import { PATIENCE, type AppWindow } from './support/app-window'
import { collect } from './support/collecting'
import { runCommand } from './support/command-line'
import { root } from './support/launch'
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

const LESSON = 'lesson-4-softmax'
const LAB = 'softmax-class-7'
const [CAREFUL, HASTY] = ['20260001', '20260002']
const CLASS = `学号,姓名\n${CAREFUL},甲\n${HASTY},乙\n`

const folder = temporaryFolders()

/** The lesson as a teacher changes it: its name, its time, the mistake that is planted, the stages, and how often a program is tried. */
function changed(lesson: string): string {
  const changes: [RegExp, string][] = [
    [/^lab: .*$/m, `lab: ${LAB}    format: 1    app: >=0.1`],
    [/^id: .*$/m, 'id: [0-9]{8}    time: 90 min    late: flag'],
    [/fault: \{.*$/m, 'fault: unmasked-relu    ask: tensor'],
    [/^stages: .*$/m, 'stages: ds 2, dW2 2, dZ 4, dW1 2    nets: own, random 2    carry: yes']
  ]
  return changes.reduce((text, [pattern, replacement]) => {
    expect(text).toMatch(pattern)
    return text.replace(pattern, replacement)
  }, lesson)
}

/** Finds the planted mistake in the table. */
async function findBug(window: AppWindow, tensor: string): Promise<void> {
  await window.click('section-b1')
  await window.find('lab-tensor').selectOption(tensor)
  await window.click('lab-answer')
  await window.waitFor('lab-mistake')
}

/** Saves a lesson, changes it, and looks at it as a student sees it. */
async function makeLab(window: AppWindow, place: LabPlace): Promise<void> {
  await window.click(LESSON)
  await window.waitFor('lab-start')
  await window.answerSaveDialogs(place.lab)
  await window.click('lab-save')
  await expect.poll(() => existsSync(place.lab), PATIENCE).toBe(true)
  await window.click('lab-back')
  writeFileSync(place.lab, changed(readFileSync(place.lab, 'utf8')))
  const checked = await runCommand(process.execPath, [join(root, 'bin', 'backprop-lab.js'), 'lab', 'check', place.lab])
  expect(checked).toMatchObject({ code: 0, stderr: '' })
  await openLab(window, place)
  await window.click('lab-preview')
  await predict(window, 'q1', '0')
  await window.waitFor('lab-truth')
  await window.click('lab-leave')
  await window.waitFor('lab-open')
}

const cells = async (window: AppWindow, id: string) =>
  (await window.find(`student-${id}`).locator('th, td').allInnerTexts()).map((text) => text.trim())

describeIf(pythonRuntime, 'a lab from hand-out to marks', () => {
  it.each([
    ['en', 'ReLU passes every gradient'],
    ['zh-CN', 'ReLU 让全部梯度通过']
  ] as const)('in %s: one teacher, two students, a power cut and a wrong backward pass', async (language, mistake) => {
    const home = folder()
    const place = { lab: join(home, `${LAB}.lab.md`), handin: join(home, 'handin') }
    mkdirSync(place.handin)
    const teacher = await launchLabs(join(home, 'teacher'), language)
    photographOnFailure(teacher)
    await makeLab(teacher, place)

    // The first student's computer loses its power after three predictions.
    const before = await launchLabs(join(home, 'careful'), language)
    photographOnFailure(before)
    await beginLab(before, place, CAREFUL)
    await predict(before, 'q1', '0')
    await predict(before, 'q2', '1')
    await predict(before, 'q2', '0')
    await predict(before, 'q3', '1.0986')
    await before.kill()
    const careful = await launchLabs(join(home, 'careful'), language)
    photographOnFailure(careful)
    await careful.click('lab-go-on')
    await findBug(careful, 'W1')
    await writeProgram(careful, twoLayers)
    await checkProgram(careful)
    await giveProgram(careful)
    await careful.click('section-f1')
    await careful.find('lab-text').fill('The mask looks at Z, since a unit that was off passes nothing on: with Z = -1 it is 0.')
    await careful.click('lab-answer')
    await careful.waitFor('lab-saved')
    await handIn(careful)
    await closeCleanly(careful)
    const kinds = eventsIn(place, LAB, CAREFUL).map(({ kind }) => kind)
    expect(kinds).toEqual(['answer', 'answer', 'answer', 'answer', 'resume', 'answer', 'run', 'answer', 'answer', 'finish'])

    // The second one guesses, forgets the mask, and is told so.
    const hasty = await launchLabs(join(home, 'hasty'), language)
    photographOnFailure(hasty)
    await beginLab(hasty, place, HASTY)
    await predict(hasty, 'q1', '1')
    await predict(hasty, 'q1', '2')
    await predict(hasty, 'q2', '0')
    await findBug(hasty, 'W2')
    await writeProgram(hasty, twoLayers.replace('dZ[Z <= 0] = 0', 'pass'))
    await checkProgram(hasty)
    await expect.poll(() => judgement(hasty), PATIENCE).toContain(mistake)
    await giveProgram(hasty)
    await hasty.click('section-f1')
    await handIn(hasty)
    await closeCleanly(hasty)

    // q1, q2, q3, b1, c1, f1 and the total. The mask is worth 4 of the 10 points of c1; what follows from it is carried forward.
    const roster = join(home, 'class.csv')
    writeFileSync(roster, CLASS)
    await collect(teacher, { lab: place.lab, folder: place.handin, roster, out: join(home, 'marks') })
    const open = (await cells(teacher, CAREFUL))[7]
    expect((await cells(teacher, CAREFUL)).slice(0, 9)).toEqual([CAREFUL, '甲', '1', '1', '2', '6', '10', open, '–'])
    expect((await cells(teacher, HASTY)).slice(0, 9)).toEqual([HASTY, '乙', '0', '1', '0', '0', '6', '0', '7'])
    expect(open).not.toMatch(/\d/)
    await teacher.click('tab-answers')
    await teacher.click('collect-task-f1')
    const card = teacher.page.locator('[data-testid^="answer-S"]', { hasText: 'The mask looks at Z' })
    for (const [field, points] of [
      ['points-1', '2'],
      ['points-2', '1']
    ]) {
      await card.getByTestId(field).fill(points)
      await card.getByTestId(field).press('Enter')
    }
    await card.getByText('3 / 3').waitFor()
    await teacher.click('tab-marks')
    await expect.poll(async () => (await cells(teacher, CAREFUL)).slice(7, 9), PATIENCE).toEqual(['3', '23'])
    const marks = readFileSync(join(home, 'marks', 'marks.csv'), 'utf8')
    expect(marks).toContain(CAREFUL)
    await closeCleanly(teacher)
  })
})
