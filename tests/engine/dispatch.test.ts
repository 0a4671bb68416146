import { expect, it, vi } from 'vitest'
import type { EngineHandlers } from '../../src/engine/context/handler-context'
import { dispatch } from '../../src/engine/dispatch'

function serviceOf(runId: string | null) {
  const handlers = {
    pause: vi.fn(() => null),
    ping: vi.fn(() => null),
    cancelPreparing: vi.fn(() => null),
    changeSettings: vi.fn(() => null)
  }
  return { service: { handlers: handlers as unknown as EngineHandlers, runId }, handlers }
}

const codeOf = (request: () => unknown): unknown => {
  try {
    return request()
  } catch (error) {
    return (error as { code: unknown }).code
  }
}

it('a request about the run that is there is handled', () => {
  const { service, handlers } = serviceOf('one')
  expect(dispatch(service, { name: 'pause', args: undefined, run: 'one' })).toBeNull()
  expect(handlers.pause).toHaveBeenCalledOnce()
})

it('a request about a run that is not there any more is refused, as is one about none', () => {
  const { service, handlers } = serviceOf('two')
  for (const run of ['one', null]) {
    expect(codeOf(() => dispatch(service, { name: 'pause', args: undefined, run }))).toBe('request.no-run')
  }
  expect(codeOf(() => dispatch(serviceOf(null).service, { name: 'pause', args: undefined, run: 'one' }))).toBe('request.no-run')
  expect(handlers.pause).not.toHaveBeenCalled()
})

it('a request about no run is handled whatever run it names', () => {
  expect(dispatch(serviceOf('two').service, { name: 'ping', args: undefined, run: 'one' })).toBeNull()
})

it('preparation is cancelled by a page that does not know the run to come yet', () => {
  const { service, handlers } = serviceOf('two')
  expect(dispatch(service, { name: 'cancelPreparing', args: undefined, run: 'one' })).toBeNull()
  expect(handlers.cancelPreparing).toHaveBeenCalledOnce()
})

it('a request that is none, or whose arguments do not fit, is refused', () => {
  const { service, handlers } = serviceOf('one')
  expect(codeOf(() => dispatch(service, { name: 'toString', args: undefined, run: 'one' }))).toBe('request.invalid')
  expect(codeOf(() => dispatch(service, { name: 'changeSettings', args: { settings: 1 }, run: 'one' }))).toBe('request.invalid')
  expect(handlers.changeSettings).not.toHaveBeenCalled()
})
