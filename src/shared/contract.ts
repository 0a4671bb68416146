/**
 * Everything that crosses a process, in one place. Two roads:
 *   engineRequests / EngineEvents  page ↔ engine process, over a MessagePort;
 *   bridgeRequests / BridgeEvents  page ↔ main, over one IPC gatekeeper.
 * Arguments are checked against their schema where they arrive; a request without a handler does not compile.
 * Paths never come from the page: main hands out a grant for a file the user chose, and tells the engine process what it stands for.
 */
export type { ArgsOf, ReplyOf, Request, RequestTable } from './contract/request'
export * from './contract/data'
export * from './contract/run'
export * from './contract/state'
export type { CheckReport } from './contract/check'
export * from './contract/engine'
export * from './contract/preferences'
export * from './contract/bridge'
export * from './contract/port'
export type { WeightFormatName as WeightFormat } from '#core'
export type { Details, Note, TextCode, WireError } from '#core'
