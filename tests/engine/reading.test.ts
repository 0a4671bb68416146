import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ExperimentService } from '../../src/engine/experiment-service'
import { dataFolder } from '../support/cli'
import { temporaryFolders } from '../support/folders'

const folder = temporaryFolders()
const grant = '00000000-0000-0000-0000-000000000000'

function labIn(sessionFolder: string): ExperimentService {
  return new ExperimentService(
    { version: '0', dataFolder, sessionFolder, engine: { choice: 'plain', threads: 1, arithmetic: 'strict' } },
    () => undefined
  )
}

/** A lab with a file open. */
async function labWith(text: string, home = folder()): Promise<{ lab: ExperimentService; home: string; path: string }> {
  const path = join(folder(), 'own.csv')
  writeFileSync(path, text)
  const lab = labIn(home)
  await lab.handlers.hello(undefined)
  lab.allow(grant, path, 'read')
  await lab.handlers.openFile({ grant })
  return { lab, home, path }
}

const rows = (row: (i: number) => string) => Array.from({ length: 24 }, (_, i) => row(i)).join('\n')
const table = `id,x,y\n${rows((i) => `${i},${i === 5 ? 'n/k' : i * 2},${i % 2 === 0 ? 'a' : 'b'}`)}\n`

describe('a file that is read in another way', () => {
  it('keeps the settings that fit', async () => {
    const { lab } = await labWith(table)
    const { state } = await lab.handlers.hello(undefined)
    expect(state.problem?.code).toBe('data.not-a-number')
    await lab.handlers.changeSettings({ settings: { ...state.settings, features: ['x'], learningRate: 0.03 } })
    const missing = [...state.data.format.missing, 'n/k']
    const again = await lab.handlers.readAgain({ which: 'open', reading: { options: { missing } } })
    expect(again.settings).toMatchObject({ features: ['x'], learningRate: 0.03 })
    expect(again.problem).toBeNull()
    expect(again.data.reading).toEqual({ options: { missing } })
    await lab.shutdown()
  })

  it('gets settings of its own where columns are not there any more', async () => {
    const { lab } = await labWith(table)
    const again = await lab.handlers.readAgain({ which: 'open', reading: { options: { header: false } } })
    expect(again.settings.targets).toEqual(['column_3'])
    await lab.shutdown()
  })

  it('is read in the same way by the next session, from the copy that was kept', async () => {
    const { lab, home } = await labWith(table)
    const reading = { options: { missing: ['n/k'], kinds: { id: 'text' } }, sample: { rows: 10, how: 'random', seed: 3 } } as const
    const before = await lab.handlers.readAgain({ which: 'open', reading: structuredClone(reading) as never })
    await lab.shutdown()
    const next = labIn(home)
    const { state, restored } = await next.handlers.hello(undefined)
    expect(restored).toBe(true)
    expect(state.data).toEqual(before.data)
    expect(state.data).toMatchObject({ rows: 10, reading })
    await next.shutdown()
  })

  it('comes in place of the open one when it was refused at first', async () => {
    const { lab } = await labWith(table)
    const path = join(folder(), 'broken.csv')
    writeFileSync(path, `a,b\n${rows((i) => (i === 3 ? `${i}` : `${i},${i % 2}`))}\n`)
    lab.allow(grant, path, 'read')
    await expect(lab.handlers.openFile({ grant })).rejects.toMatchObject({ code: 'data.ragged-row' })
    expect((await lab.handlers.hello(undefined)).state.data.name).toBe('own.csv')
    const opened = await lab.handlers.readAgain({ which: 'refused', reading: { options: { ragged: 'drop' } } })
    expect(opened.data).toMatchObject({ name: 'broken.csv', rows: 23 })
    await lab.shutdown()
  })
})

it('a pasted table is open, kept, and there again', async () => {
  const home = folder()
  const lab = labIn(home)
  await lab.handlers.hello(undefined)
  const pasted = await lab.handlers.openText({ text: `p\tq\n${rows((i) => `${i}\t${i % 3}`)}\n`, name: 'clipboard.csv' })
  expect(pasted.data).toMatchObject({ origin: 'file', name: 'clipboard.csv', rows: 24 })
  await lab.shutdown()
  const next = labIn(home)
  expect((await next.handlers.hello(undefined)).state.data).toMatchObject({ name: 'clipboard.csv', rows: 24 })
  await next.shutdown()
})

it('either side of the split is saved, as in the file or as the network is fed it', async () => {
  const { lab } = await labWith(`x,y\n${rows((i) => `${i}.50,${i % 2 === 0 ? 'a' : 'b'}`)}\n`)
  const { state } = await lab.handlers.hello(undefined)
  const out = join(folder(), 'train.csv')
  lab.allow(grant, out, 'write')
  await expect(Promise.resolve(lab.handlers.exportRows({ grant, side: 'train', form: 'source' }))).resolves.toEqual({ path: out })
  const lines = readFileSync(out, 'utf8').trim().split(/\r?\n/)
  expect(lines).toHaveLength((state.prepared?.trainRows ?? 0) + 1)
  expect(lines[1]).toMatch(/^\d+,\d+\.50,[ab]$/)
  await lab.shutdown()
})
