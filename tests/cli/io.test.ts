import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { completeIo } from '../../src/cli/io'

describe('completeIo', () => {
  it('finds the samples from where the module lies', () => {
    expect(completeIo({}).dataFolder).toBe(join(import.meta.dirname, '../../data'))
  })

  it('prefers what it is given', () => {
    expect(completeIo({ dataFolder: 'x', now: () => 3 })).toMatchObject({ dataFolder: 'x', stdout: process.stdout })
  })
})

describe('onInterrupt', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  const count = () => process.listenerCount('SIGINT') + process.listenerCount('SIGTERM')
  const arrive = (signal: 'SIGINT' | 'SIGTERM') => process.listeners(signal).at(-1)?.(signal)

  it('takes signals that come together for one, and leaves a later one to the system', () => {
    const before = count()
    const listener = vi.fn()
    completeIo({}).onInterrupt(listener)
    expect(count()).toBe(before + 2)
    arrive('SIGINT')
    arrive('SIGTERM')
    arrive('SIGINT')
    expect(listener).toHaveBeenCalledTimes(1)
    expect(count()).toBe(before + 2)
    vi.advanceTimersByTime(500)
    expect(count()).toBe(before)
  })

  it('stops listening when it is told to', () => {
    const before = count()
    completeIo({}).onInterrupt(() => {})()
    expect(count()).toBe(before)
  })
})
