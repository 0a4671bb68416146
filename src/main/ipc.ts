import { ipcMain, type IpcMainInvokeEvent } from 'electron'
import { AppError, toWire } from '#core'
import { checkedArgs } from '#shared/contract/checked-args'
import { bridgeRequests, type ArgsOf, type BridgeReply, type BridgeRequestName, type BridgeRequests, type ReplyOf } from '#shared/contract'

export type BridgeHandlers = {
  readonly [Name in BridgeRequestName]: (
    args: ArgsOf<BridgeRequests[Name]>
  ) => ReplyOf<BridgeRequests[Name]> | Promise<ReplyOf<BridgeRequests[Name]>>
}

/**
 * Serves every request of the page: the one gatekeeper. It accepts requests only from our own page's main frame, with arguments that fit
 * their schema; errors of a handler are returned as plain data.
 */
export function serveBridge(handlers: BridgeHandlers, allowedOrigin: string): void {
  for (const name of Object.keys(bridgeRequests) as BridgeRequestName[]) {
    ipcMain.handle(name, (event, args: unknown) => answer(name, handlers, allowedOrigin, event, args))
  }
}

async function answer(
  name: BridgeRequestName,
  handlers: BridgeHandlers,
  allowedOrigin: string,
  event: IpcMainInvokeEvent,
  args: unknown
): Promise<BridgeReply> {
  try {
    const frame = event.senderFrame
    if (!frame || frame.parent !== null || originOf(frame.url) !== allowedOrigin) {
      throw new AppError('request.invalid', { name, problem: 'it does not come from the app’s own page' })
    }
    const handler = handlers[name] as (checked: unknown) => unknown
    return { ok: true, value: await handler(checkedArgs(name, bridgeRequests[name], args)) }
  } catch (error) {
    return { ok: false, error: toWire(error) }
  }
}

/** Returns scheme://host of a URL; app:// URLs have no `origin` of their own in Node. */
function originOf(url: string): string {
  const { protocol, host } = new URL(url)
  return `${protocol}//${host}`
}
