import type { WireError } from '#shared/contract'
import type { EngineConfig } from '#shared/engine'

/** The start options that main gives the engine process, as its one argument (JSON). */
export interface EngineStart {
  readonly version: string
  readonly dataFolder: string
  readonly sessionFolder: string
  /** The backend that runs are to be computed on. */
  readonly engine: EngineConfig
  /** The path where a teacher would put settings for all; none unless given. */
  readonly classSettings?: string
}

/** main → engine process, on its parent port. A port for the page travels with `port`. */
export type ToEngine =
  | { readonly kind: 'port' }
  | { readonly kind: 'grant'; readonly grant: string; readonly path: string; readonly mode: 'read' | 'write' }
  | { readonly kind: 'ping' }
  | { readonly kind: 'save' }
  | { readonly kind: 'shutdown' }

/** engine process → main; `pong` is a sign of life, `show` is for the system's file manager, and `saved` comes when a saving was tried, with why it failed; null where it did not. */
export type FromEngine =
  | { readonly kind: 'granted'; readonly grant: string }
  | { readonly kind: 'pong' }
  | { readonly kind: 'show'; readonly path: string }
  | { readonly kind: 'saved'; readonly problem: WireError | null }
