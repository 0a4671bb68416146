import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readAnswerChain } from '#core'
import { DatasetLoader } from '../../../src/engine/data/dataset-loader'
import type { Clocks } from '../../../src/engine/labs/answer-keeper'
import { LabDesk } from '../../../src/engine/labs/lab-desk'
import { dataFolder } from '../../support/cli'
import { temporaryFolders } from '../../support/folders'
import { sampleLab } from '../../support/sample-lab'

const temporaryFolder = temporaryFolders()
const ID = '20260001'

/** A lab file, a folder to hand in to, and processes that work on it one after the other. */
function setUp() {
  const folder = temporaryFolder()
  const [lab, handin, own] = [join(folder, 'bp-000.lab.md'), join(folder, 'handin'), join(folder, 'own')]
  writeFileSync(lab, sampleLab)
  mkdirSync(handin)
  let elapsed = 0
  const clocks: Clocks = { now: () => new Date(Date.parse('2026-03-02T08:00:00Z') + elapsed), monotonic: () => elapsed }
  const process = async () => {
    const lessons = join(dataFolder, 'lessons')
    const desk = new LabDesk(new DatasetLoader(dataFolder, () => undefined), { version: '0.2.0', lessons, own, clocks })
    return { desk, problem: await desk.find() }
  }
  const events = () => readAnswerChain(readFileSync(join(handin, `bp-000_${ID}.bpans`), 'utf8'))?.events ?? []
  const wait = (minutes: number) => (elapsed += 60_000 * minutes)
  return { lab, handin, own, process, events, wait }
}

describe('a lab that is worked on when its process ends', () => {
  it('is taken up by the next one with number, places and locks, although its file is gone', async () => {
    const { lab, handin, process, events } = setUp()
    const first = await process()
    await first.desk.openFile(lab)
    await (await first.desk.begin(ID, handin)).add('answer', 'q1', { try: 1, text: '1' })
    rmSync(lab)

    const { desk, problem } = await process()
    expect(problem).toBeNull()
    expect(desk.inHand).toMatchObject({
      id: ID,
      isOpen: false,
      opened: { file: 'bp-000.lab.md', lab: { lock: expect.arrayContaining(['seeds', 'graph']) as unknown } }
    })
    expect(events().map(({ kind }) => kind)).toEqual(['answer'])
    const [work, same] = await Promise.all([desk.work(), desk.work()])
    expect(same).toBe(work)
    await work.add('answer', 'q1', { try: 2, text: '0' })
    expect(work.state().sections.q1.predictions.map(({ text }) => text)).toEqual(['1', '0'])
    expect(work.state().places.map(({ kind }) => kind)).toEqual(['handin', 'local'])
    expect(events().map(({ kind }) => kind)).toEqual(['answer', 'resume', 'answer'])
    expect(desk.inHand?.isOpen).toBe(true)
  })

  it('is not found once it was left, and not offered once it was handed in', async () => {
    const { lab, handin, process } = setUp()
    const first = await process()
    await first.desk.openFile(lab)
    await first.desk.begin(ID, handin)
    await first.desk.finish()
    const second = await process()
    expect(second.desk.inHand).toBeNull()
    // A page that shows the receipt has it again.
    expect((await second.desk.work()).state().isFinished).toBe(true)
    await second.desk.leave()
    const third = await process()
    expect(third.desk.inHand).toBeNull()
    await expect(third.desk.work()).rejects.toMatchObject({ code: 'request.no-lab' })
  })

  it('is neither found after a preview nor after another lab was opened', async () => {
    const { lab, process } = setUp()
    const first = await process()
    await first.desk.openFile(lab)
    await first.desk.begin(null, null)
    expect((await process()).desk.inHand).toBeNull()
    await first.desk.openLesson('lesson-4-softmax')
    await expect((await process()).desk.work()).rejects.toMatchObject({ code: 'request.no-lab' })
  })

  it('is kept aside where it cannot be read, which is reported', async () => {
    const { lab, handin, own, process } = setUp()
    const first = await process()
    await first.desk.openFile(lab)
    await first.desk.begin(ID, handin)
    const path = join(own, 'lab-at-work.json')
    const kept = JSON.parse(readFileSync(path, 'utf8')) as { base64: string }
    for (const damaged of ['{"format":1', JSON.stringify({ ...kept, base64: '' })]) {
      writeFileSync(path, damaged)
      const { desk, problem } = await process()
      expect(problem?.kept?.code).toBe('file.set-aside')
      expect(desk.inHand).toBeNull()
    }
    expect(readdirSync(own)).not.toContain('lab-at-work.json')
  })
})

describe('what the head of a lab says', () => {
  const open = async (room: ReturnType<typeof setUp>, from: string, to: string) => {
    writeFileSync(room.lab, sampleLab.replace(from, to))
    const { desk } = await room.process()
    await desk.openFile(room.lab)
    return desk
  }

  it('decides about the time: an answer after it is refused by late: refuse, and taken otherwise', async () => {
    for (const [late, isTaken] of [
      ['refuse', false],
      ['flag', true],
      ['allow', true]
    ] as const) {
      const room = setUp()
      const work = await (await open(room, 'late: flag', `late: ${late}`)).begin(ID, room.handin)
      room.wait(89)
      expect(() => work.openSection('q1')).not.toThrow()
      room.wait(2)
      const asked = () => [work.openSection('q1'), work.requireOpen()]
      if (isTaken) expect(asked).not.toThrow()
      else expect(asked).toThrow('The time of this lab is over')
      expect(work.state().isLate).toBe(late !== 'allow')
    }
  })

  it('names the places: beside the lab file, and a folder of its own', async () => {
    const room = setUp()
    const folder = join(room.handin, 'class 3')
    const work = await (await open(room, 'handin: ask', `handin: beside | ${folder}`)).begin(ID, null)
    await work.add('answer', 'q1', { try: 1, text: '0' })
    const name = `bp-000_${ID}.bpans`
    const paths = [join(room.lab, '..', name), join(folder, name), join(room.own, 'answers', name)]
    expect(work.state().places.map(({ path, problem }) => [path, problem])).toEqual(paths.map((path) => [path, null]))
    for (const path of paths) expect(readAnswerChain(readFileSync(path, 'utf8'))?.events).toHaveLength(1)
  })

  it('names the data: a file beside it, with the network of the student on them', async () => {
    const room = setUp()
    const rows = Array.from({ length: 40 }, (_, row) => `${row / 40},${(row * 7) % 11},${row % 3 === 0 ? 'yes' : 'no'}`)
    writeFileSync(join(room.lab, '..', 'mine.csv'), ['a,b,answer', ...rows, ''].join('\n'))
    const desk = await open(room, 'data: toy:moons?size=200&noise=0.15&seed={seed}', 'data: mine.csv')
    const [one, other] = [(await desk.begin(ID, room.handin)).state(), (await desk.begin('20260002', room.handin)).state()]
    expect([one.data, one.own?.network.inputs, one.own?.network.layers.at(-1)?.units]).toEqual(['mine.csv', 2, 2])
    expect((await desk.data(ID))?.table.rows).toBe(40)
    // The same rows, and weights of their own.
    expect(one.own?.parameters[0].W).not.toEqual(other.own?.parameters[0].W)
  })
})
