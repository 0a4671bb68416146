import { AppError } from '#core'
import { engineRequests, type EngineRequestMessage, type EngineRequestName, type Request } from '#shared/contract'
import { checkedArgs } from '#shared/contract/checked-args'
import type * as v from 'valibot'
import type { EngineHandlers } from './context/handler-context'

/** The target of requests. */
export interface Service {
  readonly handlers: EngineHandlers
  readonly runId: string | null
}

/**
 * Checks a request of the page and has it handled.
 * Throws: request.invalid; request.no-run, when it is about a run that is not there any more; what the handler throws.
 */
export function dispatch(service: Service, { name, args, run }: Omit<EngineRequestMessage, 'id'>): unknown {
  if (!Object.hasOwn(engineRequests, name)) throw new AppError('request.invalid', { name, problem: 'there is no such request' })
  const known = name as EngineRequestName
  const request: Request<v.GenericSchema, unknown> = engineRequests[known]
  const checked = checkedArgs(name, request, args)
  if (request.isAboutRun && run !== service.runId) throw new AppError('request.no-run')
  const handler = service.handlers[known] as (checked: unknown) => unknown
  return handler(checked)
}
