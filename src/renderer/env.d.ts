/// <reference types="vite/client" />
import type { Bridge } from '#shared/contract'

declare global {
  interface Window {
    /** Interface provided by preload; only the bridge client uses it. */
    readonly bridge: Bridge
  }
}
