import type { ExperimentState } from '#shared/contract'
import type { History } from '#core'
import type { ExperimentService } from '../../src/engine/experiment-service'

/** The state with the whole history, as a page that has just been loaded gets it. */
export type WholeState = ExperimentState & { readonly history: History }

/** The state of a service, after a command where one is given. */
export async function stateOf(service: ExperimentService, command?: unknown): Promise<WholeState> {
  await command
  const { state, history } = await service.handlers.hello(undefined)
  return { ...state, history }
}

/** Opens the file that a request has read. */
export async function opened(service: ExperimentService, reading: unknown): Promise<null> {
  await reading
  return service.handlers.openFound(undefined)
}
