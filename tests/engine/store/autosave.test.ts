import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Autosave } from '../../../src/engine/store/autosave'

const silent = () => undefined

describe('saving on its own', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('happens once for all changes of a moment', async () => {
    const save = vi.fn(() => Promise.resolve())
    const autosave = new Autosave(save, silent)
    for (let change = 0; change < 100; change++) autosave.touch()
    expect(save).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(save).toHaveBeenCalledTimes(1)
  })

  it('never happens twice at once, however often it is asked for', async () => {
    let running = 0
    let most = 0
    const autosave = new Autosave(async () => {
      most = Math.max(most, ++running)
      await new Promise((resolve) => setTimeout(resolve, 100))
      running--
    }, silent)
    const all = Promise.all([autosave.flush(), autosave.flush(), autosave.flush()])
    autosave.touch()
    await vi.advanceTimersByTimeAsync(10_000)
    await all
    expect(most).toBe(1)
  })

  it('takes at most a twentieth of the time', async () => {
    let spent = 0
    const autosave = new Autosave(async () => {
      await new Promise((resolve) => setTimeout(resolve, 1000))
      spent += 1000
    }, silent)
    for (let second = 0; second < 600; second++) {
      autosave.touch()
      await vi.advanceTimersByTimeAsync(1000)
    }
    expect(spent / 600_000).toBeLessThanOrEqual(0.06)
    expect(spent).toBeGreaterThan(10_000)
  })

  it('is done when flush resolves, with what was last changed in it', async () => {
    let state = 'old'
    let saved = ''
    const autosave = new Autosave(() => {
      saved = state
      return Promise.resolve()
    }, silent)
    autosave.touch()
    state = 'new'
    await autosave.flush()
    expect(saved).toBe('new')
  })

  it('that fails is tried again without a change, each failure reported, and the first success after it', async () => {
    const full = Object.assign(new Error('no space'), { code: 'file.disk-full' })
    const save = vi.fn(() => Promise.resolve())
    save.mockRejectedValueOnce(full).mockRejectedValueOnce(full)
    const report = vi.fn()
    const autosave = new Autosave(save, report)
    autosave.touch()
    await vi.advanceTimersByTimeAsync(2000)
    expect(autosave.problem).not.toBeNull()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(save).toHaveBeenCalledTimes(3)
    expect(report.mock.calls.map(([problem]) => problem === null)).toEqual([false, false, true])
    expect(autosave.problem).toBeNull()
    autosave.touch()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(report).toHaveBeenCalledTimes(3)
  })

  it('is not tried again after its end', async () => {
    const save = vi.fn(() => Promise.reject(new Error('no space')))
    const autosave = new Autosave(save, silent)
    await autosave.end()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(save).toHaveBeenCalledOnce()
  })
})
