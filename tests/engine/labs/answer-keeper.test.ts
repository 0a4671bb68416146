import { appendFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readAnswerChain } from '#core'
import { AnswerFile } from '../../../src/engine/labs/answer-file'
import { AnswerKeeper, type Clocks } from '../../../src/engine/labs/answer-keeper'
import { temporaryFolders } from '../../support/folders'

const temporaryFolder = temporaryFolders()
const start = { format: 1, lab: 'bp-000', labHash: 'a'.repeat(64), id: '20260001', app: '0.2.0', arithmetic: 'fused-1' } as const

/** Two places, and clocks that stand until they are set. */
function setUp() {
  const folder = temporaryFolder()
  const [handin, local] = [join(folder, 'stick'), join(folder, 'local')]
  const times = { wall: Date.parse('2026-11-30T08:00:00Z'), monotonic: 0 }
  const clocks: Clocks = { now: () => new Date(times.wall), monotonic: () => times.monotonic }
  const pathIn = (place: string) => join(place, 'bp-000_20260001.bpans')
  const open = (labHash: string = start.labHash) =>
    AnswerKeeper.open([new AnswerFile('handin', pathIn(handin)), new AnswerFile('local', pathIn(local))], { ...start, labHash }, clocks)
  return { handin, local, times, open, textIn: (place: string) => readFileSync(pathIn(place), 'utf8'), pathIn }
}

describe('the answers of a student', () => {
  it('are in both places, each line acknowledged once it is there', async () => {
    const { handin, local, open, textIn, times } = setUp()
    const keeper = await open()
    times.monotonic = 1500
    await keeper.add('answer', 'q1', { try: 1, text: '0' })
    expect(textIn(handin)).toBe(textIn(local))
    const chain = readAnswerChain(textIn(handin))
    expect(chain?.events).toEqual([
      { at: '2026-11-30T08:00:00.000Z', elapsed: 1500, kind: 'answer', section: 'q1', value: { try: 1, text: '0' } }
    ])
    expect(keeper.receipt).toBe(chain?.receipt)
    expect(keeper.isResumed).toBe(false)
  })

  it('are all there when they come at once, also after one that could not be written', async () => {
    const { handin, local, open, textIn, times } = setUp()
    const keeper = await open()
    const answers = [0, 1, 2].map((n) => {
      times.monotonic = n
      return keeper.add('answer', 'q1', { try: n, text: 'x' })
    })
    await Promise.all(answers)
    for (const place of [handin, local]) {
      expect(readAnswerChain(textIn(place))?.events.map(({ elapsed }) => elapsed)).toEqual([0, 1, 2])
      rmSync(place, { recursive: true })
      writeFileSync(place, '')
    }
    expect(keeper.keptBeside).toEqual([])
    const lost = keeper.add('answer', 'q1', { try: 3, text: 'x' })
    const found = lost.catch(() => {
      for (const place of [handin, local]) rmSync(place)
    })
    await expect(lost).rejects.toMatchObject({ code: expect.stringMatching(/^file\./) as string })
    await found
    await keeper.add('answer', 'q1', { try: 4, text: 'x' })
    expect(readAnswerChain(textIn(handin))?.events).toHaveLength(4)
  })

  it('are taken up where they go furthest, and what was cut is kept beside', async () => {
    const { handin, local, open, textIn, pathIn } = setUp()
    const first = await open()
    await first.add('answer', 'q1', { try: 1, text: '0' })
    const whole = textIn(local)
    // The power failed while the hand-in place was written.
    writeFileSync(pathIn(handin), whole.slice(0, -20))
    const second = await open()
    expect(second.isResumed).toBe(true)
    expect(second.events.map(({ kind }) => kind)).toEqual(['answer', 'resume'])
    expect(textIn(handin)).toBe(textIn(local))
    expect(textIn(handin).startsWith(whole)).toBe(true)
  })

  it('keep beside a tail that is of no chain', async () => {
    const { handin, open, pathIn } = setUp()
    await (await open()).add('answer', 'q1', { try: 1, text: '0' })
    appendFileSync(pathIn(handin), '{"prev":"half a li')
    const keeper = await open()
    expect(keeper.keptBeside).toEqual([join(handin, 'bp-000_20260001.cut-1.txt')])
    expect(readFileSync(keeper.keptBeside[0], 'utf8')).toContain('half a li')
    expect(readAnswerChain(readFileSync(pathIn(handin), 'utf8'))?.rest).toBe('')
  })

  it('go on in the other place when one is gone, and come back to it whole', async () => {
    const { handin, open, textIn, local } = setUp()
    const keeper = await open()
    rmSync(handin, { recursive: true })
    // A file where the folder was: nothing can be written there.
    writeFileSync(handin, '')
    await keeper.add('answer', 'q1', { try: 1, text: '0' })
    expect(keeper.places.map(({ kind, problem }) => [kind, problem?.code ?? null])).toEqual([
      ['handin', expect.stringMatching(/^(file|data)\./)],
      ['local', null]
    ])
    rmSync(handin)
    await keeper.add('answer', 'q1', { try: 2, text: '1' })
    expect(keeper.places.map(({ problem }) => problem)).toEqual([null, null])
    expect(textIn(handin)).toBe(textIn(local))
  })

  it('do not count where they can be written nowhere', async () => {
    const { handin, local, open } = setUp()
    const keeper = await open()
    for (const place of [handin, local]) {
      rmSync(place, { recursive: true })
      writeFileSync(place, '')
    }
    await expect(keeper.add('answer', 'q1', { try: 1, text: '0' })).rejects.toThrow()
    expect(keeper.events).toEqual([])
  })

  it('are not mixed with those to another version of the lab', async () => {
    const { open } = setUp()
    await open()
    await expect(open('b'.repeat(64))).rejects.toMatchObject({ code: 'request.lab-changed' })
  })

  it('are late by the clock that nobody sets, and by that of the wall while the app was closed', async () => {
    const { open, times } = setUp()
    const first = await open()
    times.monotonic = 60_000
    times.wall -= 3_600_000
    expect(first.elapsed).toBe(60_000)
    await first.add('answer', 'q1', { try: 1, text: '0' })
    times.wall += 7_200_000
    times.monotonic = 5
    expect((await open()).elapsed).toBe(3_600_000)
  })

  it('leave nothing in a preview', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'empty'))
    const keeper = await AnswerKeeper.open([], start, { now: () => new Date(0), monotonic: () => 0 })
    await keeper.add('answer', 'q1', { try: 1, text: '0' })
    expect(keeper.events).toHaveLength(1)
    expect(readdirSync(folder)).toEqual(['empty'])
  })
})
