import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { EngineWatch } from '../../src/main/engine-watch'

describe('an engine process', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  /** A watch over a process with a load that answers while it lives. */
  function watched(load: () => number, lives: () => boolean) {
    const onHung = vi.fn()
    const watch: EngineWatch = new EngineWatch({ ask: () => lives() && watch.heard(), load, onHung })
    watch.start()
    return { watch, onHung }
  }

  it('that answers hangs never, idle or busy', async () => {
    const { watch, onHung } = watched(
      () => 0,
      () => true
    )
    await vi.advanceTimersByTimeAsync(3_600_000)
    watch.stop()
    expect(onHung).not.toHaveBeenCalled()
  })

  it('that neither answers nor computes hangs after ten seconds, which is said once', async () => {
    let lives = true
    const { onHung } = watched(
      () => 0,
      () => lives
    )
    await vi.advanceTimersByTimeAsync(5000)
    lives = false
    await vi.advanceTimersByTimeAsync(9000)
    expect(onHung).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(3000)
    expect(onHung).toHaveBeenCalledExactlyOnceWith('idle')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(onHung).toHaveBeenCalledOnce()
  })

  it('that computes without an answer has minutes', async () => {
    let lives = true
    const { onHung } = watched(
      () => 100,
      () => lives
    )
    await vi.advanceTimersByTimeAsync(5000)
    lives = false
    await vi.advanceTimersByTimeAsync(590_000)
    expect(onHung).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(15_000)
    expect(onHung).toHaveBeenCalledExactlyOnceWith('busy')
  })

  it('that hangs in its first second is known to have worked: it is asked before anything else', async () => {
    let lives = true
    const { watch, onHung } = watched(
      () => 0,
      () => lives
    )
    lives = false
    await vi.advanceTimersByTimeAsync(12_000)
    expect(onHung).toHaveBeenCalledExactlyOnceWith('idle')
    expect(watch.answered).toBe(true)
  })

  it('that has never answered has half a minute', async () => {
    const { watch, onHung } = watched(
      () => 0,
      () => false
    )
    await vi.advanceTimersByTimeAsync(29_000)
    expect(onHung).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(3000)
    expect(onHung).toHaveBeenCalledExactlyOnceWith('idle')
    expect(watch.answered).toBe(false)
  })
})
