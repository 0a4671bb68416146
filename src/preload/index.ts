import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { bridgeEventNames, bridgeRequests, enginePortMessage, type BridgeEvents, type BridgeReply } from '#shared/contract'

/** One function for each request of the contract; no event object and no ipcRenderer reaches the page. */
const requests = Object.fromEntries(
  Object.keys(bridgeRequests).map((name) => [name, (args?: unknown): Promise<BridgeReply> => ipcRenderer.invoke(name, args)])
)

contextBridge.exposeInMainWorld('bridge', {
  ...requests,
  // A path is read only from a real File of a drop, and goes to main, never to the page.
  grantDropped: (file: File): Promise<BridgeReply> => ipcRenderer.invoke('grantDropped', { path: webUtils.getPathForFile(file) }),
  on: (name: keyof BridgeEvents, listener: (payload: unknown) => void) => {
    if (!bridgeEventNames.includes(name)) return () => undefined
    const forward = (_event: unknown, payload: unknown) => listener(payload)
    ipcRenderer.on(name, forward)
    return () => ipcRenderer.off(name, forward)
  }
})

ipcRenderer.on('engine-port', ({ ports }) => window.postMessage(enginePortMessage, window.location.origin, ports))
