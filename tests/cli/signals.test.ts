import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { onSignals } from '../../src/cli/signals'

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance', 'setTimeout'] }))
afterEach(() => void vi.useRealTimers())

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const count = () => signals.map((signal) => process.listenerCount(signal))
const arrive = (signal: (typeof signals)[number]) => process.listeners(signal).at(-1)?.(signal)

it('takes signals that come together for one, and each later one for another', () => {
  const [first, again] = [vi.fn(), vi.fn()]
  const off = onSignals(first, again)
  for (const signal of signals) arrive(signal)
  expect([first.mock.calls.length, again.mock.calls.length]).toEqual([1, 0])
  vi.advanceTimersByTime(500)
  arrive('SIGHUP')
  arrive('SIGINT')
  expect([first.mock.calls.length, again.mock.calls.length]).toEqual([1, 2])
  off()
})

it('ends a process that does not come to its end after a signal', () => {
  const kill = vi.spyOn(process, 'kill').mockReturnValue(true)
  onSignals(vi.fn(), vi.fn())()
  vi.advanceTimersByTime(1_000)
  expect(kill).not.toHaveBeenCalled()
  const off = onSignals(vi.fn(), vi.fn())
  arrive('SIGTERM')
  off()
  vi.advanceTimersByTime(1_000)
  expect(kill.mock.calls).toEqual(process.platform === 'win32' ? [] : [[process.pid, 'SIGINT']])
  kill.mockRestore()
})

it('stops listening when it is told to', () => {
  const before = count()
  const off = onSignals(vi.fn(), vi.fn())
  expect(count()).toEqual(before.map((listeners) => listeners + 1))
  off()
  expect(count()).toEqual(before)
})
