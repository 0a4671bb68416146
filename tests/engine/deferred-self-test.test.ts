import { describe, expect, it, vi } from 'vitest'
import { plainMachine } from '#core'
import { defaultEngineConfig, type Tier } from '#shared/engine'
import { DeferredSelfTest } from '../../src/engine/deferred-self-test'
import type { Backend } from '../../src/node/kernels/choose-backend'

const backendOf = (tier: Tier): Backend => ({ tier, threads: 1, notes: [], machine: plainMachine, tile: () => null })

function deferred(untested: Tier, tested: Tier) {
  const test = vi.fn(() => backendOf(tested))
  return { test, selfTest: new DeferredSelfTest(defaultEngineConfig, { untested: () => backendOf(untested), tested: test }) }
}

describe('a backend whose self-test is deferred', () => {
  it('is available at once, without a test', () => {
    const { selfTest, test } = deferred('fast', 'fast')
    expect(selfTest.current.tier).toBe('fast')
    expect(test).not.toHaveBeenCalled()
  })

  it('is tested once, and reported then', async () => {
    const { selfTest, test } = deferred('fast', 'fast')
    let reported = false
    void selfTest.tested.then(() => (reported = true))
    await Promise.resolve()
    expect(reported).toBe(false)
    expect([selfTest.test(), selfTest.test()]).toEqual([false, false])
    await selfTest.tested
    expect(reported).toBe(true)
    expect(test).toHaveBeenCalledOnce()
  })

  it('gives way to another when it fails its test', () => {
    const { selfTest } = deferred('fast', 'plain')
    expect(selfTest.test()).toBe(true)
    expect(selfTest.current.tier).toBe('plain')
    expect(selfTest.test()).toBe(false)
  })
})
