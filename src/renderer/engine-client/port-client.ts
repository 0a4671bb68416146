import { fromWire, AppError } from '#core'
import type {
  ArgsOf,
  EngineEvents,
  EngineMessage,
  EngineRequestMessage,
  EngineRequestName,
  EngineRequests,
  ReplyOf
} from '#shared/contract'

export type EngineArgs<Name extends EngineRequestName> =
  ArgsOf<EngineRequests[Name]> extends undefined ? [] : [ArgsOf<EngineRequests[Name]>]
export type EngineReply<Name extends EngineRequestName> = ReplyOf<EngineRequests[Name]>

export type EngineListener = <Name extends keyof EngineEvents>(name: Name, payload: EngineEvents[Name]) => void

/** The page's end of the port to the engine process. */
export interface PortClient {
  /**
   * Sends a request. Rejects with the AppError that the engine answered, or with `request.no-engine` once the port is
   * given up.
   */
  readonly request: <Name extends EngineRequestName>(name: Name, ...args: EngineArgs<Name>) => Promise<EngineReply<Name>>
  /** Gives the port up: every open request is rejected, and nothing more is heard. */
  readonly close: () => void
}

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: AppError) => void
}

export interface PortClientOptions {
  /** Called with each event as it comes. */
  readonly listener: EngineListener
  /** The id of the run that requests are about; null while none is shown. */
  readonly runId: () => string | null
}

/** Speaks the contract's protocol over a port. */
export function createPortClient(port: MessagePort, { listener, runId }: PortClientOptions): PortClient {
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  let isOpen = true

  port.onmessage = ({ data }: MessageEvent<EngineMessage>) => {
    if ('event' in data) {
      // The union pairs each name with its payload; that the pair survives being taken apart is what TypeScript cannot
      // follow.
      listener(data.event, data.payload as never)
      return
    }
    const request = waiting.get(data.id)
    waiting.delete(data.id)
    if ('error' in data) request?.reject(fromWire(data.error))
    else if ('value' in data) request?.resolve(data.value)
  }
  port.start()

  return {
    request(name, ...[args]) {
      if (!isOpen) return Promise.reject(new AppError('request.no-engine'))
      return new Promise((resolve, reject) => {
        const id = ++lastId
        waiting.set(id, { resolve: resolve as (value: unknown) => void, reject })
        const message: EngineRequestMessage = { id, name, args, run: runId() }
        port.postMessage(message)
      })
    },
    close() {
      isOpen = false
      port.onmessage = null
      port.close()
      for (const { reject } of waiting.values()) reject(new AppError('request.no-engine'))
      waiting.clear()
    }
  }
}
