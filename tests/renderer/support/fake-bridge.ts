import type { BridgeEvents, BridgeReply, Bridge } from '#shared/contract'
import { createBridgeClient, type BridgeClient } from '../../../src/renderer/engine-client/bridge-client'

/** The bridge of preload, as a test wants it: values answered by name, calls kept, and the engine's end to be told. */
export interface FakeBridge {
  readonly client: BridgeClient
  readonly calls: { name: string; args: unknown }[]
  readonly engineGone: (returns?: boolean) => void
  /** Tells of an event. */
  readonly tell: <Name extends keyof BridgeEvents>(name: Name, payload: BridgeEvents[Name]) => void
}

export function fakeBridge(answers: Readonly<Record<string, unknown>> = {}): FakeBridge {
  const calls: { name: string; args: unknown }[] = []
  const listeners = new Map<string, (payload: never) => void>()
  const tell: FakeBridge['tell'] = (name, payload) => listeners.get(name)?.(payload as never)
  const request = (name: string) => (args?: unknown) => {
    calls.push({ name, args })
    const reply: BridgeReply = { ok: true, value: answers[name] ?? null }
    return Promise.resolve(reply)
  }
  const bridge: Bridge = {
    appInfo: request('appInfo'),
    setPreferences: request('setPreferences'),
    chooseData: request('chooseData'),
    chooseSave: request('chooseSave'),
    copyText: request('copyText'),
    clipboardText: request('clipboardText'),
    chooseFile: request('chooseFile'),
    chooseFolder: request('chooseFolder'),
    setLabMode: request('setLabMode'),
    zoom: request('zoom'),
    popupMenu: request('popupMenu'),
    print: request('print'),
    licences: request('licences'),
    runEnded: request('runEnded'),
    restartEngine: request('restartEngine'),
    closeWindow: request('closeWindow'),
    grantDropped: request('grantDropped'),
    on: (name, listener) => {
      listeners.set(name, listener)
      return () => listeners.delete(name)
    }
  }
  return {
    client: createBridgeClient(bridge),
    calls,
    engineGone: (returns = false) => tell('engineGone', { reason: 'test', returns }),
    tell
  }
}
