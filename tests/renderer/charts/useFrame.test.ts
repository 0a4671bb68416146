// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import { useFrame } from '../../../src/renderer/charts/useFrame'

beforeEach(() =>
  vi.useFakeTimers({
    toFake: ['requestAnimationFrame', 'cancelAnimationFrame', 'setTimeout', 'clearTimeout', 'performance']
  })
)
afterEach(() => vi.useRealTimers())

it('works at most once a frame, however often it is asked', () => {
  const work = vi.fn()
  const scope = effectScope()
  const frame = scope.run(() => useFrame(work))
  for (let i = 0; i < 50; i++) frame?.request()
  expect(work).not.toHaveBeenCalled()
  vi.advanceTimersByTime(17)
  expect(work).toHaveBeenCalledOnce()
  scope.stop()
})

it('rests after slow work for twice as long as it took', () => {
  const work = vi.fn(() => vi.advanceTimersByTime(100))
  const scope = effectScope()
  const frame = scope.run(() => useFrame(work))
  frame?.request()
  vi.advanceTimersByTime(17)
  frame?.request()
  vi.advanceTimersByTime(150)
  expect(work).toHaveBeenCalledOnce()
  vi.advanceTimersByTime(100)
  expect(work).toHaveBeenCalledTimes(2)
  scope.stop()
})

it('does nothing more once its component is gone', () => {
  const work = vi.fn()
  const scope = effectScope()
  const frame = scope.run(() => useFrame(work))
  frame?.request()
  scope.stop()
  vi.advanceTimersByTime(100)
  expect(work).not.toHaveBeenCalled()
})
