import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createHeartbeat } from '../../../src/renderer/engine-client/heartbeat'

describe('the heartbeat', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('is silent for no time while the engine answers, be it with an error', async () => {
    const ping = vi.fn().mockResolvedValueOnce(null).mockRejectedValueOnce(new Error('no')).mockResolvedValue(null)
    const { silence, start } = createHeartbeat(ping)
    start()
    await vi.advanceTimersByTimeAsync(8000)
    expect(ping).toHaveBeenCalledTimes(4)
    expect(silence.value).toBe(0)
  })

  it('counts the seconds without an answer, asks nothing meanwhile, and forgets them with the answer', async () => {
    let answer = () => {}
    const ping = vi.fn(() => new Promise<void>((resolve) => (answer = resolve)))
    const { silence, start } = createHeartbeat(ping)
    start()
    await vi.advanceTimersByTimeAsync(14_000)
    expect(silence.value).toBe(12)
    expect(ping).toHaveBeenCalledTimes(1)
    answer()
    await vi.advanceTimersByTimeAsync(0)
    expect(silence.value).toBe(0)
  })

  it('ends when it is stopped', async () => {
    const ping = vi.fn(() => new Promise(() => {}))
    const { silence, start, stop } = createHeartbeat(ping)
    start()
    await vi.advanceTimersByTimeAsync(6000)
    stop()
    expect(silence.value).toBe(0)
    await vi.advanceTimersByTimeAsync(6000)
    expect(silence.value).toBe(0)
  })
})
