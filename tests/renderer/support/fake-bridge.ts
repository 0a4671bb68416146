import type { BridgeReply, LabBridge } from '#shared/contract'
import { createBridgeClient, type BridgeClient } from '../../../src/renderer/composables/bridge-client'

/** What preload offers, as a test wants it: values answered by name, calls kept, and the engine's end to be told. */
export interface FakeBridge {
  readonly client: BridgeClient
  readonly calls: { name: string; args: unknown }[]
  readonly engineGone: () => void
}

export function fakeBridge(answers: Readonly<Record<string, unknown>> = {}): FakeBridge {
  const calls: { name: string; args: unknown }[] = []
  let gone: (payload: { reason: string }) => void = () => undefined
  const request = (name: string) => (args?: unknown) => {
    calls.push({ name, args })
    const reply: BridgeReply = { ok: true, value: answers[name] ?? null }
    return Promise.resolve(reply)
  }
  const bridge: LabBridge = {
    appInfo: request('appInfo'),
    setPreferences: request('setPreferences'),
    chooseData: request('chooseData'),
    chooseSave: request('chooseSave'),
    copyText: request('copyText'),
    restartEngine: request('restartEngine'),
    grantDropped: request('grantDropped'),
    on: (_name, listener) => {
      gone = listener
      return () => undefined
    }
  }
  return { client: createBridgeClient(bridge), calls, engineGone: () => gone({ reason: 'test' }) }
}
