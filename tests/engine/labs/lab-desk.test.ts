import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readAnswerChain } from '#core'
import { DatasetLoader } from '../../../src/engine/data/dataset-loader'
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
  const process = async () => {
    const lessons = join(dataFolder, 'lessons')
    const desk = new LabDesk(new DatasetLoader(dataFolder, () => undefined), { version: '0.2.0', lessons, own })
    return { desk, problem: await desk.find() }
  }
  const events = () => readAnswerChain(readFileSync(join(handin, `bp-000_${ID}.bpans`), 'utf8'))?.events ?? []
  return { lab, handin, own, process, events }
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
