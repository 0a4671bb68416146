import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ExperimentService } from '../../../src/engine/experiment-service'
import { cli, dataFolder } from '../../support/cli'
import { opened, stateOf } from '../../support/experiment-service'
import { temporaryFolders } from '../../support/folders'

const folder = temporaryFolders()
const grant = '00000000-0000-0000-0000-000000000000'

function serviceIn(sessionFolder: string): ExperimentService {
  return new ExperimentService({ version: '0', dataFolder, sessionFolder, engine: { choice: 'plain', threads: 1 } }, () => undefined)
}

/** A service with a file open. */
async function serviceWith(text: string, home = folder()): Promise<{ service: ExperimentService; home: string; path: string }> {
  const path = join(folder(), 'own.csv')
  writeFileSync(path, text)
  const service = serviceIn(home)
  await service.handlers.hello(undefined)
  service.allow(grant, path, 'read')
  await opened(service, service.handlers.readFile({ grant }))
  return { service, home, path }
}

const rows = (row: (i: number) => string) => Array.from({ length: 24 }, (_, i) => row(i)).join('\n')
const table = `id,x,y\n${rows((i) => `${i},${i === 5 ? 'n/k' : i * 2},${i % 2 === 0 ? 'a' : 'b'}`)}\n`

describe('a file that is read in another way', () => {
  it('keeps the settings that fit', async () => {
    const { service } = await serviceWith(table)
    const { state } = await service.handlers.hello(undefined)
    expect(state.problem?.code).toBe('data.not-a-number')
    await service.handlers.changeSettings({ settings: { ...state.settings, features: ['x'], learningRate: 0.03 } })
    const missing = [...state.data.format.missing, 'n/k']
    const again = await stateOf(service, opened(service, service.handlers.readAgain({ which: 'open', reading: { options: { missing } } })))
    expect(again.settings).toMatchObject({ features: ['x'], learningRate: 0.03 })
    expect(again.problem).toBeNull()
    expect(again.data.reading).toEqual({ options: { missing } })
    await service.shutdown()
  })

  it('has task and features suggested anew where they were those suggested before', async () => {
    const odd = (number: number) => (number % 3 === 0 ? 'n/k' : String(number))
    const { service } = await serviceWith(`price,x,y\n${rows((i) => `${i % 3 === 0 ? `n/k${i}` : 1.5 * i},${i % 7},${odd(1.5 * i)}`)}\n`)
    const { state } = await service.handlers.hello(undefined)
    expect(state.settings).toMatchObject({ features: ['x'], task: 'classification' })
    const odds = Array.from({ length: 8 }, (_, i) => `n/k${3 * i}`)
    const missing = [...state.data.format.missing, 'n/k', ...odds]
    const again = await stateOf(service, opened(service, service.handlers.readAgain({ which: 'open', reading: { options: { missing } } })))
    expect(again.settings).toMatchObject({ features: ['price', 'x'], task: 'regression', loss: { kind: 'mean-squared-error' } })
    await service.shutdown()
  })

  it('gets settings of its own where columns are not there any more', async () => {
    const { service } = await serviceWith(table)
    const again = await stateOf(
      service,
      opened(service, service.handlers.readAgain({ which: 'open', reading: { options: { header: false } } }))
    )
    expect(again.settings.targets).toEqual(['column_3'])
    await service.shutdown()
  })

  it('is read in the same way by the next session, from the copy that was kept', async () => {
    const { service, home } = await serviceWith(table)
    const reading = { options: { missing: ['n/k'], kinds: { id: 'text' } }, sample: { rows: 10, how: 'random', seed: 3 } } as const
    const before = await stateOf(
      service,
      opened(service, service.handlers.readAgain({ which: 'open', reading: structuredClone(reading) as never }))
    )
    await service.shutdown()
    const next = serviceIn(home)
    const { state, restored } = await next.handlers.hello(undefined)
    expect(restored).toBe(true)
    expect(state.data).toEqual(before.data)
    expect(state.data).toMatchObject({ rows: 10, reading })
    await next.shutdown()
  })

  it('comes in place of the open one when it was refused at first', async () => {
    const { service } = await serviceWith(table)
    const path = join(folder(), 'broken.csv')
    writeFileSync(path, `a,b\n${rows((i) => (i === 3 ? `${i}` : `${i},${i % 2}`))}\n`)
    service.allow(grant, path, 'read')
    await expect(service.handlers.readFile({ grant })).rejects.toMatchObject({ code: 'data.ragged-row' })
    expect((await service.handlers.hello(undefined)).state.data.name).toBe('own.csv')
    const other = await stateOf(
      service,
      opened(service, service.handlers.readAgain({ which: 'refused', reading: { options: { ragged: 'drop' } } }))
    )
    expect(other.data).toMatchObject({ name: 'broken.csv', rows: 23 })
    await service.shutdown()
  })
})

it('a pasted table is open, kept, and there again', async () => {
  const home = folder()
  const service = serviceIn(home)
  await service.handlers.hello(undefined)
  const pasted = await stateOf(
    service,
    opened(service, service.handlers.readText({ text: `p\tq\n${rows((i) => `${i}\t${i % 3}`)}\n`, name: 'clipboard.csv' }))
  )
  expect(pasted.data).toMatchObject({ origin: 'file', name: 'clipboard.csv', rows: 24 })
  await service.shutdown()
  const next = serviceIn(home)
  expect((await next.handlers.hello(undefined)).state.data).toMatchObject({ name: 'clipboard.csv', rows: 24 })
  await next.shutdown()
})

it('either side of the split is saved, as in the file or as the network is fed it', async () => {
  const { service } = await serviceWith(`x,y\n${rows((i) => `${i}.50,${i % 2 === 0 ? 'a' : 'b'}`)}\n`)
  const { state } = await service.handlers.hello(undefined)
  const out = join(folder(), 'train.csv')
  service.allow(grant, out, 'write')
  await expect(Promise.resolve(service.handlers.exportRows({ grant, side: 'train', form: 'source' }))).resolves.toEqual({ path: out })
  const lines = readFileSync(out, 'utf8').trim().split(/\r?\n/)
  expect(lines).toHaveLength((state.prepared?.trainRows ?? 0) + 1)
  expect(lines[1]).toMatch(/^\d+,\d+\.50,[ab]$/)
  await service.shutdown()
})

describe('a file that was read', () => {
  it('changes nothing before it is opened', async () => {
    const { service } = await serviceWith(table)
    const found = await service.handlers.readSample({ name: 'wine' })
    expect(found).toEqual({ kind: 'table', name: 'wine', rows: 178, columns: 14 })
    expect((await stateOf(service)).data.name).toBe('own.csv')
    expect((await stateOf(service, service.handlers.openFound(undefined))).data.name).toBe('wine')
    await service.shutdown()
  })

  it('is dropped by a cancellation, and opened once', async () => {
    const { service } = await serviceWith(table)
    await service.handlers.readSample({ name: 'wine' })
    await service.handlers.cancelLoad(undefined)
    await expect(service.handlers.openFound(undefined)).rejects.toMatchObject({ code: 'request.no-source' })
    await opened(service, service.handlers.readSample({ name: 'wine' }))
    await expect(service.handlers.openFound(undefined)).rejects.toMatchObject({ code: 'request.no-source' })
    await service.shutdown()
  })
})

describe('one of the program’s own files, opened as a table is', () => {
  async function openedAs(...names: readonly string[]) {
    const service = serviceIn(folder())
    await service.handlers.hello(undefined)
    for (const name of names) {
      service.allow(grant, join('tests/fixtures/v0.1', name), 'read')
      await opened(service, service.handlers.readFile({ grant }))
    }
    const { state } = await service.handlers.hello(undefined)
    await service.shutdown()
    return state
  }

  it('brings its settings, with their data', async () => {
    expect((await openedAs('toy-settings.json')).data.toy).toBeDefined()
  })

  it('brings its weights to the table they were trained on', async () => {
    expect((await openedAs('houses.csv', 'weights.json')).run.epoch).toBeGreaterThan(0)
  })

  it('brings the run that it describes, as it was trained', async () => {
    const { run, settings } = await openedAs('run/experiment.json')
    expect(run).toMatchObject({ epoch: 3, status: 'finished' })
    expect(settings.targets).toEqual(['species'])
  })

  it('finds the table of a run beside it, and reads it as it was read', async () => {
    const home = folder()
    const path = join(home, 'own.csv')
    writeFileSync(path, `x;y\n${rows((i) => `${i % 5},5;${i % 2 === 0 ? 'a' : 'b'}`)}\n`)
    expect(
      await cli(['train', '--data', path, '--target', 'y', '--types', 'x=text', '--epochs', '2', '--check', 'none', '--out', home])
    ).toMatchObject({ code: 0 })
    const service = serviceIn(folder())
    await service.handlers.hello(undefined)
    service.allow(grant, join(home, 'experiment.json'), 'read')
    expect(await service.handlers.readFile({ grant })).toEqual({ kind: 'experiment', name: 'experiment.json' })
    const state = await stateOf(service, service.handlers.openFound(undefined))
    expect(state).toMatchObject({ data: { name: 'own.csv', reading: { options: { kinds: { x: 'text' } } } }, run: { epoch: 2 } })
    rmSync(path)
    await service.handlers.readSample({ name: 'iris' })
    await service.handlers.openFound(undefined)
    service.allow(grant, join(home, 'experiment.json'), 'read')
    await service.handlers.readFile({ grant })
    await expect(service.handlers.openFound(undefined)).rejects.toMatchObject({ code: 'request.settings-data' })
    await service.shutdown()
  })
})
