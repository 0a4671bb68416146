/**
 * Everything that crosses a process, in one place. Two roads:
 *   engineRequests / EngineEvents  page ↔ engine process, over a MessagePort;
 *   bridgeRequests / BridgeEvents  page ↔ main, over one IPC gatekeeper.
 * Arguments are checked against their schema where they arrive; a request without a handler does not compile.
 * Paths never come from the page: main hands out a grant for a file the user chose, and tells the engine process what it stands for.
 */
export type { ArgsOf, ReplyOf, Request } from './request'
export * from './moment'
export * from './data'
export * from './toys'
export * from './run'
export * from './state'
export * from './network'
export * from './learned'
export * from './sample'
export * from './batch-losses'
export * from './metrics'
export * from './inside'
export * from './predict'
export * from './doctor'
export * from './check'
export * from './walk'
export * from './graph'
export * from './lab'
export * from './lab-desk'
export * from './collect'
export * from './engine-requests'
export * from './preferences'
export * from './bridge'
export * from './port'
export * from './start-problem'
export type { SampleInfo } from '../samples'
export type { WeightFormatName as WeightFormat } from '#core'
export type { Note, TextCode, WireError } from '#core'
