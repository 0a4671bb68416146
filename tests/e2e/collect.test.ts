import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { describeIf } from '../support/conditions'
import { temporaryFolders } from '../support/folders'
import { pythonRuntime } from '../support/python-inside'
import { inEnglish, launchWindow, PATIENCE, type AppWindow } from './support/app-window'
import { choosePlaces, collect, MARKING, type Places } from './support/collecting'
import { root } from './support/launch'
import { closeCleanly, photographOnFailure } from './support/use-app-window'

const folder = temporaryFolders()
const example = (name: string) => join(root, 'examples', 'lab', name)

/** The sample lab with its class, and a window on the page Labs. */
async function classroom(language: 'en' | 'zh-CN'): Promise<{ window: AppWindow; places: Required<Omit<Places, 'secret'>> }> {
  const home = folder()
  cpSync(example('handed-in'), join(home, 'handed-in'), { recursive: true })
  const window = await launchWindow({ preferences: { ...inEnglish, language, page: 'labs' } })
  photographOnFailure(window)
  const places = {
    lab: example('two-layers.lab.md'),
    folder: join(home, 'handed-in'),
    roster: example('roster.csv'),
    out: join(home, 'marks')
  }
  return { window, places }
}

const rowOf = async (window: AppWindow, id: string) =>
  (await window.find(`student-${id}`).locator('th, td').allInnerTexts()).map((text) => text.trim())

/** The cells of a table without line breaks in them. */
const rowsOf = (file: string) =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','))

describeIf(pythonRuntime, 'collecting in the window', () => {
  it('gives the marks counted by hand, keeps those of a person, and shows where they are', async () => {
    const { window, places } = await classroom('en')
    await collect(window, places)
    // q1, q2, b1, c1, f1, r1 and the total, as the terminal gives them.
    expect((await rowOf(window, '20260001')).slice(0, 9)).toEqual(['20260001', '例一', '2', '2', 'open', '9', 'open', '2', '–'])
    expect((await rowOf(window, '20260002')).slice(2, 9)).toEqual(['2', '0', 'open', '6', 'open', '2', '–'])
    expect((await rowOf(window, '20260003')).slice(2, 9)).toEqual(['0', '0', '0', '7', '0', '0', '7'])
    expect((await rowOf(window, '20260005')).at(-1)).toContain('The program was stopped after 5 s')
    await window.click('tab-problems')
    await window.find('collect-problems').getByText('No file of this student number was found').waitFor()

    // Points for a text of one student, under a code.
    await window.click('tab-answers')
    await window.click('collect-task-f1')
    const card = window.page.locator('[data-testid^="answer-S"]', { hasText: 'The mask depends on the sign of Z' })
    const code = (await card.locator('strong').innerText()).trim()
    expect(await window.find('collect-result').innerText()).not.toContain('20260002')
    await card.getByTestId('points-1').fill('9')
    await card.getByTestId('points-1').press('Enter')
    await card.getByRole('alert').getByText('A number from 0 to 2').waitFor()
    await card.getByTestId('points-1').fill('1.5')
    await card.getByTestId('points-1').press('Enter')
    await card.getByTestId('points-2').fill('1')
    await card.getByTestId('points-2').press('Enter')
    await card.getByTestId('remark').fill('good example')
    await card.getByTestId('remark').press('Enter')
    await card.getByText('2.5 / 3').waitFor()
    const given = () => rowsOf(join(places.out, 'manual.csv')).filter(([answer, task]) => answer === code && task === 'f1')
    await expect
      .poll(() => given().map(([, , , points, , remark]) => [points, remark]), PATIENCE)
      .toEqual([
        ['1.5', 'good example'],
        ['1', '']
      ])
    await expect.poll(() => readFileSync(join(places.out, 'feedback', '20260002.html'), 'utf8'), PATIENCE).toContain('good example')
    await window.click('tab-marks')
    expect((await rowOf(window, '20260002'))[6]).toBe('2.5')

    // Another hand-in comes, and what was given stays.
    writeFileSync(join(places.folder, 'two-layers_20260007.bpans'), 'nothing of this is an answer')
    await window.click('collect-again')
    await window.find('collect-setup').waitFor({ state: 'detached', ...MARKING })
    expect((await rowOf(window, '20260002'))[6]).toBe('2.5')
    await window.click('tab-problems')
    await window.find('collect-problems').getByText('Not one line of this file is readable').waitFor()

    const shown = await window.app.evaluateHandle(({ shell }) => {
      const paths: string[] = []
      shell.showItemInFolder = (path) => void paths.push(path)
      return paths
    })
    await window.click('collect-show')
    await window.click('tab-marks')
    await window.click('sheet-20260003')
    const expected = [join(places.out, 'marks.csv'), join(places.out, 'feedback', '20260003.html')]
    await expect.poll(() => shown.jsonValue(), PATIENCE).toEqual(expected)
    await closeCleanly(window)
  })

  it('says what is wrong with a file and writes nothing, also where it is cancelled, in Chinese', async () => {
    const { window, places } = await classroom('zh-CN')
    const roster = join(places.folder, 'points.csv')
    writeFileSync(roster, 'a,b\n1,2\n3,4\n')
    await choosePlaces(window, { ...places, roster })
    await window.click('collect-start')
    await window.find('collect-problem').getByText(`${roster}：没有一列`).waitFor()
    await choosePlaces(window, { roster: places.roster })
    await window.click('collect-start')
    await window.find('collect-progress').getByText('已批改').waitFor(MARKING)
    await window.click('collect-cancel')
    await window.find('collect-problem').getByText('已取消，未写入任何内容').waitFor()
    expect(existsSync(places.out) ? readdirSync(places.out) : []).toEqual([])
    await closeCleanly(window)
  })
})
