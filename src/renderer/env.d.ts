/// <reference types="vite/client" />
import type { Bridge } from '#shared/contract'

declare global {
  interface Window {
    /** What preload offers; only the bridge client uses it. */
    readonly bridge: Bridge
  }
}
