import { fromWire } from '#core'
import type { ArgsOf, BridgeEvents, BridgeReply, BridgeRequestName, BridgeRequests, FileGrant, Bridge, ReplyOf } from '#shared/contract'

type Name = Exclude<BridgeRequestName, 'grantDropped'>
type Args<N extends Name> = ArgsOf<BridgeRequests[N]> extends undefined ? [] : [ArgsOf<BridgeRequests[N]>]

/** `window.bridge` with typed answers: a refusal is thrown as the AppError it stands for. */
export interface BridgeClient {
  readonly call: <N extends Name>(name: N, ...args: Args<N>) => Promise<ReplyOf<BridgeRequests[N]>>
  readonly grantDropped: (file: File) => Promise<FileGrant>
  readonly on: <E extends keyof BridgeEvents>(name: E, listener: (payload: BridgeEvents[E]) => void) => () => void
}

/** Wraps what preload offers. */
export function createBridgeClient(bridge: Bridge): BridgeClient {
  return {
    async call(name, ...args) {
      const request = bridge[name] as (...args: unknown[]) => Promise<BridgeReply>
      return unwrap(await request(...args)) as ReplyOf<BridgeRequests[typeof name]>
    },
    async grantDropped(file) {
      return unwrap(await bridge.grantDropped(file)) as FileGrant
    },
    on: bridge.on
  }
}

function unwrap(reply: BridgeReply): unknown {
  if (!reply.ok) throw fromWire(reply.error)
  return reply.value
}
