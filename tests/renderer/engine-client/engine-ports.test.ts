// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest'
import { enginePortMessage } from '#shared/contract'
import { collectEnginePorts } from '../../../src/renderer/engine-client/engine-ports'

const { port1 } = new MessageChannel()
port1.close()
const post = (data: unknown, source: unknown = window) => {
  const event = new Event('message')
  Object.assign(event, { data, source, ports: [port1] })
  window.dispatchEvent(event)
}

it('hands over ports that came before anyone listened, and later ones', () => {
  const ports = collectEnginePorts(window)
  const take = vi.fn()
  post(enginePortMessage)
  ports.listen(take)
  expect(take).toHaveBeenCalledTimes(1)
  post(enginePortMessage)
  expect(take).toHaveBeenCalledTimes(2)
})

it('does not listen to other windows or other messages', () => {
  const take = vi.fn()
  collectEnginePorts(window).listen(take)
  post(enginePortMessage, null)
  post('something else')
  expect(take).not.toHaveBeenCalled()
})
