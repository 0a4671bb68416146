/// <reference types="vite/client" />
import type { Bridge } from '#shared/contract'

declare global {
  interface Window {
    /** What preload offers; only composables use it. */
    readonly bridge: Bridge
  }
}
