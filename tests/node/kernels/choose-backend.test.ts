import { describe, expect, it } from 'vitest'
import { plainMachine, type MachineFactory } from '#core'
import type { EngineChoice } from '#shared/engine'
import { chooseBackend, chooseUntestedBackend, type TierMachines, type Tiers } from '../../../src/node/kernels/choose-backend'

const withMachine = (machine: MachineFactory): TierMachines => ({ machine, tile: () => '4x16', roundsOnce: () => true })
const roundsTwice = (): TierMachines => ({ ...withMachine(plainMachine), roundsOnce: () => false })
const good = () => withMachine(plainMachine)
const wrong = () => withMachine((options) => ({ ...plainMachine(options), evaluate: () => ({ loss: 1, metric: 1 }) }))
const missing = (): TierMachines => {
  throw new Error('no WebAssembly here')
}

function tierOf(choice: EngineChoice, tiers: Partial<Tiers>, threads: number | 'auto' = 'auto') {
  return chooseBackend({ choice, threads }, { fast: good, safe: good, emulated: good, cores: 4, ...tiers })
}

describe('the engine', () => {
  it('is the fast one unless told otherwise, with all cores', () => {
    expect(tierOf('auto', {})).toMatchObject({ tier: 'fast', threads: 4, notes: [] })
    expect(tierOf('auto', {}, 2)).toMatchObject({ tier: 'fast', threads: 2 })
    expect(tierOf('safe', {})).toMatchObject({ tier: 'safe', notes: [] })
    expect(tierOf('plain', {})).toMatchObject({ tier: 'plain', threads: 1, notes: [] })
  })

  it('falls back one tier where the self-test finds a fault, and says so', () => {
    const { tier, notes } = tierOf('fast', { fast: wrong })
    expect(tier).toBe('safe')
    expect(notes).toMatchObject([{ code: 'note.engine-wrong', details: { tier: 'fast', place: 'trainLoss[0]', value: 1 } }])
  })

  it('falls back tier by tier, as far as none is left but the plain one, and says why of each', () => {
    const { tier, threads, notes } = tierOf('auto', { fast: wrong, safe: wrong, emulated: wrong }, 2)
    expect({ tier, threads }).toEqual({ tier: 'plain', threads: 1 })
    expect(notes).toMatchObject([
      { code: 'note.engine-wrong', details: { tier: 'fast', expected: expect.any(Number) as number } },
      { code: 'note.engine-wrong', details: { tier: 'safe', expected: expect.any(Number) as number } },
      { code: 'note.engine-wrong', details: { tier: 'emulated', expected: expect.any(Number) as number } }
    ])
    expect(tierOf('safe', { safe: wrong })).toMatchObject({ tier: 'emulated', notes: [{ details: { tier: 'safe' } }] })
    expect(tierOf('plain', { fast: missing, safe: missing, emulated: missing })).toMatchObject({ tier: 'plain', notes: [] })
  })

  it('emulates the multiply-add where the processor rounds twice, and says so once', () => {
    expect(tierOf('auto', { fast: roundsTwice, safe: roundsTwice })).toMatchObject({
      tier: 'emulated',
      notes: [{ code: 'note.rounds-twice' }]
    })
    expect(tierOf('emulated', {})).toMatchObject({ tier: 'emulated', notes: [] })
  })

  it('falls back to plain where there is no WebAssembly', () => {
    const { tier, notes } = tierOf('auto', { fast: missing, safe: missing, emulated: missing })
    expect(tier).toBe('plain')
    expect(notes.map(({ code, details }) => [code, details.tier, details.reason])).toEqual([
      ['note.engine-missing', 'fast', 'no WebAssembly here'],
      ['note.engine-missing', 'safe', 'no WebAssembly here'],
      ['note.engine-missing', 'emulated', 'no WebAssembly here']
    ])
  })
})

describe('the engine before its test', () => {
  const untested = (tiers: Partial<Tiers>) =>
    chooseUntestedBackend({ choice: 'auto', threads: 2 }, { fast: good, safe: good, emulated: good, cores: 4, ...tiers })

  it('is the fastest that can be had, right or wrong', () => {
    expect(untested({ fast: wrong })).toMatchObject({ tier: 'fast', threads: 2, notes: [] })
    expect(untested({ fast: missing })).toMatchObject({ tier: 'safe', threads: 2, notes: [] })
  })

  it('is the plain one where no other can be had', () => {
    expect(untested({ fast: missing, safe: missing, emulated: missing })).toMatchObject({ tier: 'plain', threads: 1, notes: [] })
  })
})
