import { expect, it, vi } from 'vitest'
import { AppError } from '#core'
import { answerRequest } from '../../src/engine/answer-request'
import type { EngineHandlers } from '../../src/engine/context/handler-context'

const handlers = { ping: () => null, cancelLoad: () => Promise.reject(new AppError('data.cancelled')), cancelCheck: vi.fn(() => null) }
const service = { handlers: handlers as unknown as EngineHandlers, runId: null }

it('a request is answered under its number, with a value or with what went wrong', async () => {
  expect(await answerRequest(service, { id: 7, name: 'ping', args: undefined, run: null })).toEqual({ id: 7, value: null })
  expect(await answerRequest(service, { id: 8, name: 'cancelLoad' })).toEqual({ id: 8, error: { code: 'data.cancelled', details: {} } })
})

it('a message without a number is ignored', async () => {
  const ids = ['1', Number.NaN, 2 ** 53, { valueOf: null }]
  for (const message of [undefined, null, 0, 'ping', [], {}, { name: 'ping' }, ...ids.map((id) => ({ id, name: 'ping' }))]) {
    expect(await answerRequest(service, message)).toBeNull()
  }
})

it.each([
  ['its name is no text', { name: { toString: null } }],
  ['it has none', { name: null }],
  ['its name is endless', { name: 'x'.repeat(1_000_000) }],
  ['its name is that of a prototype', { name: '__proto__' }],
  ['its arguments do not fit', { name: 'ping', args: null }],
  ['its arguments are no plain data', { name: 'ping', args: new Map() }],
  ['its run is none', { name: 'ping', run: {} }],
  ['its arguments claim to be endless', { name: 'cancelCheck', args: Object.assign([], { length: 2 ** 32 - 1 }) }]
])('a message is refused where %s', async (_, message) => {
  const answer = await answerRequest(service, { id: 1, ...message })
  expect(answer).toMatchObject({ id: 1, error: { code: 'request.invalid' } })
  expect(JSON.stringify(answer).length).toBeLessThan(1000)
  expect(handlers.cancelCheck).not.toHaveBeenCalled()
})
