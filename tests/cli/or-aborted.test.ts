import { expect, it } from 'vitest'
import { orAborted } from '../../src/cli/or-aborted'

const never = () => new Promise<string>(() => {})

it('gives what is read, and what reading throws', async () => {
  const { signal } = new AbortController()
  expect(await orAborted(Promise.resolve('x'), signal)).toBe('x')
  await expect(orAborted(Promise.reject(new Error('damaged')), signal)).rejects.toThrow('damaged')
})

it('does not wait for a read that never ends once it is aborted, before or meanwhile', async () => {
  const stop = new AbortController()
  const reading = orAborted(never(), stop.signal)
  stop.abort()
  await expect(reading).rejects.toBe(stop.signal.reason)
  await expect(orAborted(never(), stop.signal)).rejects.toBe(stop.signal.reason)
})
