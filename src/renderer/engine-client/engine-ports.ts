import { enginePortMessage } from '#shared/contract'

/** Where ports to the engine process arrive. */
export interface EnginePorts {
  /** Hands every port to `take`, those that came before the call included. */
  readonly listen: (take: (port: MessagePort) => void) => void
}

/**
 * Collects the ports that preload posts to the page. Made as early as the page can, since the first port may come
 * before anything is mounted. Messages from other windows are not listened to.
 */
export function collectEnginePorts(page: Window): EnginePorts {
  const early: MessagePort[] = []
  let take = (port: MessagePort): void => void early.push(port)
  page.addEventListener('message', ({ source, data, ports }: MessageEvent) => {
    if (source === page && data === enginePortMessage && ports.length > 0) take(ports[0])
  })
  return {
    listen(listener) {
      take = listener
      early.splice(0).forEach(listener)
    }
  }
}
