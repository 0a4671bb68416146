import { describe, expect, it, vi } from 'vitest'
import { plainMachine } from '#core'
import { defaultEngineConfig, type Tier } from '#shared/engine'
import { DeferredSelfTest } from '../../src/engine/deferred-self-test'
import type { Engine } from '../../src/node/kernels/choose'

const engineOf = (tier: Tier): Engine => ({ tier, arithmetic: 'strict', threads: 1, notes: [], machine: plainMachine, tile: () => null })

function lateEngine(untested: Tier, tested: Tier) {
  const test = vi.fn(() => engineOf(tested))
  return { test, late: new DeferredSelfTest(defaultEngineConfig, { untested: () => engineOf(untested), tested: test }) }
}

describe('an engine that is tested late', () => {
  it('is there at once, without a test', () => {
    const { late, test } = lateEngine('fast', 'fast')
    expect(late.current.tier).toBe('fast')
    expect(test).not.toHaveBeenCalled()
  })

  it('is tested once, and told of then', async () => {
    const { late, test } = lateEngine('fast', 'fast')
    let told = false
    void late.tested.then(() => (told = true))
    await Promise.resolve()
    expect(told).toBe(false)
    expect([late.test(), late.test()]).toEqual([false, false])
    await late.tested
    expect(told).toBe(true)
    expect(test).toHaveBeenCalledOnce()
  })

  it('that fails its test makes place for the one that does not', () => {
    const { late } = lateEngine('fast', 'plain')
    expect(late.test()).toBe(true)
    expect(late.current.tier).toBe('plain')
    expect(late.test()).toBe(false)
  })
})
