import { describe, expect, it } from 'vitest'
import type { CooperativeTask } from '#core'
import { runCooperatively } from '../../../src/node/tasks/run-cooperatively'
import { TaskSlot } from '../../../src/node/tasks/task-slot'

function* countingTask(parts: number, ended: () => void = () => undefined): CooperativeTask<number> {
  try {
    for (let part = 0; part < parts; part++) yield 2
    return parts
  } finally {
    ended()
  }
}

describe('a task that is run cooperatively', () => {
  it('answers its result, and reports how much each part was', async () => {
    const parts: number[] = []
    expect(await runCooperatively(countingTask(3), { onProgress: (amount) => parts.push(amount) })).toBe(3)
    expect(parts).toEqual([2, 2, 2])
  })

  it('lets others in between its slices', async () => {
    // In turns of the event loop, not by a timer: fifty slices can be over within its first millisecond.
    let turns = 0
    let isDone = false
    const takeTurn = () => {
      turns += 1
      if (!isDone) setImmediate(takeTurn)
    }
    setImmediate(takeTurn)
    await runCooperatively(countingTask(50), { slice: 0 })
    isDone = true
    expect(turns).toBeGreaterThanOrEqual(50)
  })

  it('throws the reason for which it was cancelled, and lets go of what it holds', async () => {
    const slot = new TaskSlot()
    let isEnded = false
    const running = runCooperatively(
      countingTask(1e9, () => (isEnded = true)),
      { signal: slot.begin(), slice: 0 }
    )
    slot.cancel()
    await expect(running).rejects.toMatchObject({ code: 'request.cancelled' })
    expect(isEnded).toBe(true)
  })

  it('is cancelled by a later one in its slot, which goes on', async () => {
    const slot = new TaskSlot('data.cancelled')
    const first = runCooperatively(countingTask(1e9), { signal: slot.begin(), slice: 0 })
    const second = runCooperatively(countingTask(3), { signal: slot.begin(), slice: 0 })
    await expect(first).rejects.toMatchObject({ code: 'data.cancelled' })
    expect(await second).toBe(3)
  })
})
