/// <reference types="vite/client" />
import type { LabBridge } from '#shared/contract'

declare global {
  interface Window {
    /** What preload offers; only composables use it. */
    readonly lab: LabBridge
  }
}
