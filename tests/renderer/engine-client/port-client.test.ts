import { afterEach, expect, it, vi } from 'vitest'
import { AppError } from '#core'
import { createPortClient } from '../../../src/renderer/engine-client/port-client'
import { eventually } from '../../support/eventually'

let channel = new MessageChannel()
afterEach(() => {
  channel.port1.close()
  channel = new MessageChannel()
})

function answerWith(answer: (message: { id: number; name: string; args: unknown }) => unknown): void {
  channel.port1.onmessage = ({ data }) => channel.port1.postMessage(answer(data))
}

it('each request gets its own answer, in whatever order they come', async () => {
  const held: { id: number; name: string }[] = []
  channel.port1.onmessage = ({ data }) => {
    held.push(data)
    if (held.length === 2) held.toReversed().forEach(({ id, name }) => channel.port1.postMessage({ id, value: name }))
  }
  const client = createPortClient(channel.port2, { listener: () => undefined, runId: () => null })
  expect(await Promise.all([client.request('pause'), client.request('rewind')])).toEqual(['pause', 'rewind'])
})

it('arguments travel as the contract has them', async () => {
  answerWith(({ id, args }) => ({ id, value: args }))
  const client = createPortClient(channel.port2, { listener: () => undefined, runId: () => null })
  expect(await client.request('readSample', { name: 'iris' })).toEqual({ name: 'iris' })
})

it('an error arrives as the AppError it was', async () => {
  answerWith(({ id }) => ({ id, error: { code: 'request.not-ready', details: {} } }))
  const client = createPortClient(channel.port2, { listener: () => undefined, runId: () => null })
  await expect(client.request('cancelCheck')).rejects.toEqual(new AppError('request.not-ready'))
})

it('events go to the listener', async () => {
  const listener = vi.fn()
  createPortClient(channel.port2, { listener, runId: () => null })
  channel.port1.postMessage({ event: 'checkProgress', payload: { done: 1, total: 2 } })
  await eventually(() => expect(listener).toHaveBeenCalledWith('checkProgress', { done: 1, total: 2 }))
})

it('once it is given up, open and later requests fail', async () => {
  const client = createPortClient(channel.port2, { listener: () => undefined, runId: () => null })
  const open = client.request('pause')
  client.close()
  await expect(open).rejects.toMatchObject({ code: 'request.no-engine' })
  await expect(client.request('pause')).rejects.toMatchObject({ code: 'request.no-engine' })
})
