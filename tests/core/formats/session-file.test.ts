import { describe, expect, it } from 'vitest'
import {
  createTrainer,
  prepare,
  readCsv,
  readSafetensors,
  readSession,
  settingsObject,
  suggestSettings,
  writeSafetensors,
  writeSession,
  type SessionRecord
} from '#core'
import { toySourceSchema } from '#core'
import * as v from 'valibot'

const rows = Array.from({ length: 24 }, (_, i) => `${i % 7},${(i * 5) % 11},${i % 2 === 0 ? 'a' : 'b'}`)
const table = readCsv(new TextEncoder().encode(`x,y,class\n${rows.join('\n')}\n`))
const settings = {
  ...suggestSettings(table),
  optimizer: { kind: 'adam' } as const,
  keepBest: true,
  validation: 0.2,
  epochs: 3,
  batchSize: 4
}
const data = { origin: 'file', name: 'a.csv', sha256: 'f'.repeat(64), reading: { options: { kinds: { x: 'number' } } } } as const

function trained(): SessionRecord {
  const trainer = createTrainer(prepare(table, settings), settings)
  trainer.trainEpoch()
  trainer.trainEpoch()
  trainer.trainStep()
  const changes = [{ epoch: 1, step: 4, key: 'learningRate', from: 0.1, to: 0.2 } as const]
  return { data, settings, run: { status: 'paused', seconds: 1.5, state: trainer.state(), builds: ['plain'], changes } }
}

describe('a session', () => {
  it('gives back the run in the middle of an epoch, bit for bit', () => {
    const record = trained()
    const back = readSession(writeSession(record), 'session')
    expect(settingsObject(back.settings)).toEqual(settingsObject(settings))
    expect({ ...back, settings }).toEqual(record)
  })

  it('keeps why a run ended and why it failed', () => {
    const { run, ...rest } = trained()
    const failure = { code: 'numeric.diverged', details: { step: 3, tensor: 'W1' } } as const
    const ended = { ...run, status: 'failed', stopped: 'patience', failure } as SessionRecord['run']
    expect(readSession(writeSession({ ...rest, run: ended }), 'session').run).toMatchObject({
      status: 'failed',
      stopped: 'patience',
      failure
    })
  })

  it('without a run has no tensors', () => {
    expect(readSession(writeSession({ data, settings, run: null }), 'session')).toMatchObject({ data, run: null })
  })

  it('of another format is refused by its name', () => {
    const { tensors, metadata } = readSafetensors(writeSession({ data, settings, run: null }))
    const other = writeSafetensors({ tensors, metadata: { ...metadata, format: 'backprop-lab-sessiom' } })
    expect(() => readSession(other, 'session.safetensors')).toThrow(/session\.safetensors/)
  })

  it('names a toy data set only by those that there are', () => {
    expect(v.is(toySourceSchema, { name: 'moons', knobs: {}, edited: false })).toBe(true)
    expect(v.is(toySourceSchema, { name: 'suns', knobs: {}, edited: false })).toBe(false)
  })
})
