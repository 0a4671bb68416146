import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { LoadProgress } from '#shared/contract'
import { DatasetLoader } from '../../../src/engine/data/dataset-loader'

const folder = mkdtempSync(join(tmpdir(), 'dataset-loader-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

function loaderWith(onProgress: (progress: LoadProgress) => void = () => undefined): DatasetLoader {
  return new DatasetLoader(resolve(import.meta.dirname, '../../../data'), onProgress)
}

const rows = (count: number) => Array.from({ length: count }, (_, i) => `${i},${i % 3}`).join('\n')
const broken = 'a,b\n1,2\n3\n4,5\n'

describe('the loader of data sets', () => {
  it('reads a sample, a file and bytes', async () => {
    const desk = loaderWith()
    expect(await desk.read(desk.sample('iris'))).toMatchObject({ origin: 'sample', name: 'iris', table: { rows: 150 } })
    const path = write('own.csv', `a,b\n${rows(5)}\n`)
    expect(await desk.read({ kind: 'file', path })).toMatchObject({ origin: 'file', name: 'own.csv', table: { rows: 5 } })
    const bytes = new TextEncoder().encode('p\tq\n1\ta\n2\tb\n')
    expect(await desk.read({ kind: 'bytes', bytes, name: 'pasted.csv' })).toMatchObject({ origin: 'file', table: { rows: 2 } })
  })

  it('refuses a sample that is not there, naming those that are', () => {
    expect(() => loaderWith().sample('roses')).toThrow(expect.objectContaining({ code: 'data.no-sample' }))
  })

  it('reads the refused file again in another way, and the open one too', async () => {
    const desk = loaderWith()
    const open = await desk.read(desk.sample('iris'))
    desk.adopt(open)
    await expect(desk.read({ kind: 'file', path: write('broken.csv', broken) })).rejects.toMatchObject({ code: 'data.ragged-row' })
    const fixed = await desk.readAgain('refused', { options: { ragged: 'drop' } })
    expect(fixed).toMatchObject({ name: 'broken.csv', table: { rows: 2 }, reading: { options: { ragged: 'drop' } } })
    expect(await desk.readAgain('open', { options: { header: false } })).toMatchObject({ name: 'iris', table: { rows: 151 } })
    desk.adopt(fixed)
    expect(await desk.readAgain('open', { options: { ragged: 'drop' } })).toMatchObject({ name: 'broken.csv' })
  })

  it('tells of its progress once a frame, not once a column', async () => {
    const columns = Array.from({ length: 5000 }, (_, i) => `c${i}`)
    const path = write('wide.csv', `${columns.join(',')}\n${columns.map((_, i) => i).join(',')}\n`)
    const told: LoadProgress[] = []
    await loaderWith((progress) => told.push(progress)).read({ kind: 'file', path })
    expect(told.filter(({ stage }) => stage === 'counting').length).toBeLessThan(columns.length / 10)
  })

  it('has nothing to read again at first', () => {
    expect(() => loaderWith().readAgain('open', { options: {} })).toThrow(expect.objectContaining({ code: 'request.no-source' }))
  })

  it('tells how far it is, and ends where it is cancelled', async () => {
    const told: LoadProgress[] = []
    const desk = loaderWith((progress) => told.push(progress))
    const path = write('long.csv', `a,b\n${rows(200_000)}\n`)
    await desk.read({ kind: 'file', path })
    expect(told.at(-1)).toMatchObject({ name: 'long.csv', stage: 'counting', rows: 200_000, bytes: 1, total: 2 })
    const reading = desk.read({ kind: 'file', path })
    desk.cancel()
    await expect(reading).rejects.toMatchObject({ code: 'data.cancelled' })
  })

  it('ends the reading before it when another begins', async () => {
    const desk = loaderWith()
    const first = desk.read({ kind: 'file', path: write('first.csv', `a,b\n${rows(100_000)}\n`) })
    const refused = expect(first).rejects.toMatchObject({ code: 'data.cancelled' })
    await desk.read(desk.sample('iris'))
    await refused
  })
})
