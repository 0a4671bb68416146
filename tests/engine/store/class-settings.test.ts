import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { settingsJson, type Settings } from '#core'
import { ExperimentService } from '../../../src/engine/experiment-service'
import { dataFolder } from '../../support/cli'
import { opened, stateOf } from '../../support/experiment-service'
import { temporaryFolders } from '../../support/folders'

const folder = temporaryFolders()
const grant = '00000000-0000-4000-8000-000000000000'

function serviceIn(sessionFolder: string, classSettings?: string): ExperimentService {
  const engine = { choice: 'plain', threads: 1 } as const
  return new ExperimentService({ version: '0', dataFolder, sessionFolder, engine, ...(classSettings ? { classSettings } : {}) }, () => {})
}

const helloOf = async (service: ExperimentService) => service.handlers.hello(undefined)

/** The settings of a lesson on wine, written by the program itself. */
async function lesson(changes: Partial<Settings>): Promise<{ path: string; settings: Settings }> {
  const home = folder()
  const service = serviceIn(join(home, 'session'))
  await helloOf(service)
  const { settings } = await stateOf(service, opened(service, service.handlers.readSample({ name: 'wine' })))
  const changed = await stateOf(service, service.handlers.changeSettings({ settings: { ...settings, ...changes } }))
  const path = join(home, 'backprop-lab-settings.json')
  service.allow(grant, path, 'write')
  expect(await service.handlers.exportSettings({ grant })).toEqual({ path })
  await service.shutdown()
  return { path, settings: changed.settings }
}

describe('settings that were saved', () => {
  it('open on another machine with the sample they are for', async () => {
    const { path, settings } = await lesson({ hidden: [{ units: 3, activation: 'relu' }], epochs: 7 })
    const service = serviceIn(folder())
    await helloOf(service)
    service.allow(grant, path, 'read')
    const state = await stateOf(service, service.handlers.openSettingsFile({ grant }))
    expect(state.data.name).toBe('wine')
    expect(state.settings).toEqual(settings)
    expect(state.run.epoch).toBe(0)
    await service.shutdown()
  })

  it('for a table that is not open are refused by its name', async () => {
    const { settings } = await lesson({})
    const service = serviceIn(folder())
    await helloOf(service)
    const path = join(folder(), 'other.json')
    writeFileSync(path, settingsJson({ data: { origin: 'file', name: 'marks.csv', sha256: '0'.repeat(64) }, settings }))
    service.allow(grant, path, 'read')
    await expect(service.handlers.openSettingsFile({ grant })).rejects.toMatchObject({
      code: 'request.settings-data',
      details: { name: 'marks.csv' }
    })
    expect((await helloOf(service)).state.data.name).toBe('iris')
    await service.shutdown()
  })
})

describe('settings beside the program', () => {
  it('set every machine up alike once, and what is changed then is kept', async () => {
    const { path, settings } = await lesson({ epochs: 9 })
    const home = folder()
    const first = serviceIn(home, path)
    const { state, restored } = await helloOf(first)
    expect([state.data.name, state.settings, restored]).toEqual(['wine', settings, false])
    await first.handlers.changeSettings({ settings: { ...settings, epochs: 33 } })
    await first.shutdown()

    const second = serviceIn(home, path)
    expect((await helloOf(second)).state.settings.epochs).toBe(33)
    expect((await stateOf(second, second.handlers.openClassSettings(undefined))).settings).toEqual(settings)
    await second.shutdown()
  })

  it('count again when they are others', async () => {
    const [before, after] = [await lesson({ epochs: 9 }), await lesson({ epochs: 10 })]
    const home = folder()
    const first = serviceIn(home, before.path)
    await helloOf(first)
    await first.shutdown()
    writeFileSync(before.path, readFileSync(after.path))
    const second = serviceIn(home, before.path)
    expect((await helloOf(second)).state.settings.epochs).toBe(10)
    await second.shutdown()
  })

  it('may have their table beside them', async () => {
    const home = folder()
    mkdirSync(home, { recursive: true })
    writeFileSync(join(home, 'marks.csv'), `x,passed\n${Array.from({ length: 40 }, (_, n) => `${n},${n % 2 ? 'yes' : 'no'}`).join('\n')}\n`)
    const { settings } = await lesson({})
    const path = join(home, 'backprop-lab-settings.json')
    const data = { origin: 'file', name: 'marks.csv', sha256: '0'.repeat(64) } as const
    writeFileSync(path, settingsJson({ data, settings: { ...settings, targets: ['passed'], features: ['x'] } }))
    const service = serviceIn(folder(), path)
    const { state } = await helloOf(service)
    expect([state.data.name, state.settings.targets, state.problem]).toEqual(['marks.csv', ['passed'], null])
    await service.shutdown()
  })

  it('that cannot be used are reported, and the window opens as without them', async () => {
    const path = join(folder(), 'backprop-lab-settings.json')
    writeFileSync(path, '{"format":"backprop-lab-settings","version":9}')
    const service = serviceIn(folder(), path)
    const { state, startProblems } = await helloOf(service)
    expect(state.data.name).toBe('iris')
    expect(startProblems).toMatchObject([{ why: { code: 'format.field', details: { field: 'version' } }, kept: null }])
    await service.shutdown()
  })

  it('do not replace a session where it cannot be told whether it was begun with them', async () => {
    const { path } = await lesson({ epochs: 9 })
    const home = folder()
    const first = serviceIn(home, path)
    const { state } = await helloOf(first)
    await first.handlers.changeSettings({ settings: { ...state.settings, epochs: 33 } })
    await first.shutdown()
    writeFileSync(join(home, 'class-settings.sha256'), 'damaged')

    const second = serviceIn(home, path)
    const { state: kept, startProblems } = await helloOf(second)
    expect(kept.settings.epochs).toBe(33)
    expect(startProblems).toMatchObject([{ why: { code: 'format.field' }, kept: { code: 'file.set-aside' } }])
    await second.shutdown()
    expect(readFileSync(join(home, 'unreadable-class-settings', 'class-settings.sha256'), 'utf8')).toBe('damaged')

    const third = serviceIn(home, path)
    expect(await helloOf(third)).toMatchObject({ state: { settings: { epochs: 33 } }, startProblems: [] })
    await third.shutdown()
  })

  it('that are not there cannot be gone back to', async () => {
    const service = serviceIn(folder(), join(folder(), 'none.json'))
    await helloOf(service)
    await expect(service.handlers.openClassSettings(undefined)).rejects.toMatchObject({ code: 'request.no-class-settings' })
    await service.shutdown()
  })
})
