import { describe, expect, it } from 'vitest'
import { Lab } from '../../../src/main/engine/lab'
import { dataFolder } from '../../support/cli'
import { temporaryFolders } from '../../support/folders'

const folder = temporaryFolders()

function labIn(sessionFolder: string): Lab {
  return new Lab({ version: '0', dataFolder, sessionFolder, engine: { choice: 'auto', threads: 'auto', arithmetic: 'strict' } }, () => {})
}

describe('a network that the engine cannot hold', () => {
  it('is told as a problem of the settings, with the bytes, and others can be trained afterwards', async () => {
    const lab = labIn(folder())
    const { state } = await lab.handlers.hello(undefined)
    const hidden = Array.from({ length: 12 }, () => ({ units: 4096, activation: 'tanh' }) as const)
    const refused = await lab.handlers.changeSettings({ settings: { ...state.settings, hidden, optimizer: { kind: 'adam' } } })
    expect(refused.problem).toMatchObject({ code: 'spec.memory', details: { limit: 4_294_967_296 } })
    expect(Number(refused.problem?.details.bytes)).toBeGreaterThan(4_294_967_296)
    expect(refused.run.status).toBe('idle')
    expect(() => lab.handlers.run({})).toThrow(expect.objectContaining({ code: 'request.not-ready' }))
    const accepted = await lab.handlers.changeSettings({ settings: state.settings })
    expect([accepted.problem, accepted.prepared === null]).toEqual([null, false])
    await lab.shutdown()
  })
})
