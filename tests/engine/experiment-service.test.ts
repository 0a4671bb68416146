import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Settings } from '#core'
import type { StateEvent } from '#shared/contract'
import { ExperimentService } from '../../src/engine/experiment-service'
import type { SendEvent } from '../../src/engine/context/handler-context'
import { dataFolder } from '../support/cli'
import { opened, stateOf } from '../support/experiment-service'
import { temporaryFolders } from '../support/folders'

const folder = temporaryFolders()

function serviceIn(sessionFolder: string, send: SendEvent = () => {}): ExperimentService {
  return new ExperimentService({ version: '0', dataFolder, sessionFolder, engine: { choice: 'auto', threads: 'auto' } }, send)
}

/** A service, and what it is asked for so many epochs of training, done. */
function trainingIn(sessionFolder: string) {
  let finished = () => {}
  const service = serviceIn(sessionFolder, (event, payload) => {
    if (event === 'state' && (payload as StateEvent).state.run.status === 'finished') finished()
  })
  const trainTo = async (changes: Partial<Settings>) => {
    const done = new Promise<void>((resolve) => (finished = resolve))
    const { state } = await service.handlers.hello(undefined)
    await service.handlers.changeSettings({ settings: { ...state.settings, ...changes } })
    await service.handlers.run(undefined)
    await done
    return stateOf(service)
  }
  return { service, trainTo }
}

describe('a table that is opened', () => {
  it('is in the session before the page hears of it', async () => {
    const sessionFolder = folder()
    const session = join(sessionFolder, 'session.safetensors')
    const saved: boolean[] = []
    const service = serviceIn(sessionFolder, (event, payload) => {
      if (event !== 'state' || (payload as StateEvent).state.data.name !== 'wine') return
      saved.push(existsSync(session) && readFileSync(session, 'latin1').includes('wine'))
    })
    await service.handlers.hello(undefined)
    await opened(service, service.handlers.readSample({ name: 'wine' }))
    await service.shutdown()
    expect(saved.length).toBeGreaterThan(0)
    expect(saved).not.toContain(false)
  })
})

describe('a network that the engine cannot hold', () => {
  it('is reported as a problem of the settings, with the bytes, and others can be trained afterwards', async () => {
    const service = serviceIn(folder())
    const { state } = await service.handlers.hello(undefined)
    const hidden = Array.from({ length: 12 }, () => ({ units: 4096, activation: 'tanh' }) as const)
    const refused = await stateOf(
      service,
      service.handlers.changeSettings({ settings: { ...state.settings, hidden, optimizer: { kind: 'adam' } } })
    )
    expect(refused.problem).toMatchObject({ code: 'spec.memory', details: { limit: 4_294_967_296 } })
    expect(Number(refused.problem?.details.bytes)).toBeGreaterThan(4_294_967_296)
    expect(refused.run.status).toBe('idle')
    await expect(service.handlers.run(undefined)).rejects.toMatchObject({ code: 'request.not-ready' })
    const accepted = await stateOf(service, service.handlers.changeSettings({ settings: state.settings }))
    expect([accepted.problem, accepted.prepared === null]).toEqual([null, false])
    await service.shutdown()
  })
})

describe('a session with validation rows', () => {
  it('comes back with their figures, and goes on with them', async () => {
    const home = folder()
    const before = trainingIn(home)
    const saved = await before.trainTo({ validation: 0.2, epochs: 3 })
    expect(saved.history.validationLoss).toHaveLength(4)
    await before.service.shutdown()
    const after = trainingIn(home)
    const restored = await after.service.handlers.hello(undefined)
    expect(restored.history).toEqual(saved.history)
    expect((await after.trainTo({ epochs: 5 })).history.validationMetric).toHaveLength(6)
    await after.service.shutdown()
  })
})

describe('a session with epochs that were not evaluated', () => {
  it('comes back with the same gaps, and goes on as if it had never been closed', async () => {
    // More than 1e8 multiply-adds an evaluation of 150 rows: every second epoch, the first and the last.
    const hidden = [
      { units: 820, activation: 'tanh' },
      { units: 820, activation: 'relu' }
    ] as const
    const home = folder()
    const before = trainingIn(home)
    const saved = await before.trainTo({ hidden: [...hidden], precision: 'f32', epochs: 5 })
    expect(Array.from(saved.history.trainLoss, Number.isNaN)).toEqual([false, false, false, true, false, false])
    await before.service.shutdown()

    const after = trainingIn(home)
    const restored = await after.service.handlers.hello(undefined)
    expect(restored).toMatchObject({ restored: true, startProblems: [] })
    expect(restored.history).toEqual(saved.history)
    expect(restored.state.run).toMatchObject({ status: 'finished', epoch: 5 })
    const [goesOn, unbroken] = [await after.trainTo({ epochs: 8 }), await before.trainTo({ epochs: 8 })]
    expect(goesOn.history).toEqual(unbroken.history)
    expect(Array.from(goesOn.history.testMetric, Number.isNaN)).toEqual([false, false, false, true, false, false, false, true, false])
    await after.service.shutdown()
    await before.service.shutdown()
  })
})

describe('the engine', () => {
  it('is not waited for by the greeting, and reported when it was tested', async () => {
    const service = serviceIn(folder())
    const { state } = await service.handlers.hello(undefined)
    expect(state.prepared).not.toBeNull()
    expect(await service.handlers.engineInfo(undefined)).toMatchObject({ forced: null, notes: [] })
    await service.shutdown()
  })
})

describe('a column with a name that objects have by birth', () => {
  it('keeps the choices of its own over a session', async () => {
    const home = folder()
    const before = serviceIn(home)
    await before.handlers.hello(undefined)
    const text = `__proto__,constructor,y\n${Array.from({ length: 30 }, (_, i) => `${i % 7 === 0 ? '' : i},${i * i},${i % 2 === 0 ? 'a' : 'b'}`).join('\n')}\n`
    const { settings } = await stateOf(before, opened(before, before.handlers.readText({ text, name: 'names.csv' })))
    const overrides = Object.fromEntries([
      ['__proto__', { missing: 'median' }],
      ['constructor', { scale: 'robust' }]
    ] as const)
    const { prepared } = await stateOf(before, before.handlers.changeSettings({ settings: { ...settings, overrides } }))
    expect(prepared?.droppedRows).toBe(0)
    await before.shutdown()
    const after = serviceIn(home)
    const { state, startProblems } = await after.handlers.hello(undefined)
    expect(startProblems).toEqual([])
    expect(Object.entries(state.settings.overrides)).toEqual(Object.entries(overrides))
    expect(state.prepared?.droppedRows).toBe(0)
    await after.shutdown()
  })
})
