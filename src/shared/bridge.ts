import * as v from 'valibot'
import { weightFormatNames, type WireError } from '#core'
import type { CommandName } from '#shared/commands'
import { openableKinds, runEndedSchema, zoomMoves, type Licences } from '#shared/shell'
import { preferencesSchema, type Preferences } from './preferences'
import { answers, nothing, type ArgsOf } from './request'

export interface FileGrant {
  readonly grant: string
  /** The file's name without its folder, for showing. */
  readonly name: string
}

export interface AppInfo {
  readonly version: string
  readonly electron: string
  readonly chrome: string
  readonly platform: string
  readonly preferences: Preferences
}

export const bridgeRequests = {
  appInfo: answers<AppInfo>()(nothing),
  setPreferences: answers<Preferences>()(v.object({ preferences: preferencesSchema })),
  /** The open dialog for a CSV; null when it was closed. */
  chooseData: answers<FileGrant | null>()(nothing),
  /** The open dialog for another kind of file; null when it was closed. */
  chooseFile: answers<FileGrant | null>()(v.object({ kind: v.picklist(openableKinds) })),
  /** A file dropped on the window, by the path that preload read from it. */
  grantDropped: answers<FileGrant>()(v.object({ path: v.string() })),
  /** The save dialog; null when it was closed. */
  chooseSave: answers<FileGrant | null>()(
    v.object({ name: v.pipe(v.string(), v.maxLength(200)), extension: v.picklist([...weightFormatNames, 'csv', 'png', 'svg']) })
  ),
  copyText: answers<null>()(v.object({ text: v.string() })),
  /** The clipboard's text, for a table that is pasted by a button; empty when it holds none. */
  clipboardText: answers<string>()(nothing),

  /** The size of everything in the window; kept for the next start. */
  zoom: answers<null>()(v.object({ move: v.picklist(zoomMoves) })),
  /** Opens the menu under the pointer, where it has no bar of its own. */
  popupMenu: answers<null>()(nothing),
  /** Prints the page as its style sheet for paper shows it; answers when the system's dialog is closed. */
  print: answers<null>()(nothing),
  licences: answers<Licences>()(nothing),
  /** Has the system tell of the end of a long run, unless the window has the focus. */
  runEnded: answers<null>()(runEndedSchema),

  /** Starts the engine process anew with the preferences as they are; one that runs saves the session first. A new port follows. */
  restartEngine: answers<null>()(nothing)
}
export type BridgeRequests = typeof bridgeRequests
export type BridgeRequestName = keyof BridgeRequests

export interface BridgeEvents {
  /** The engine process ended without being asked to. */
  readonly engineGone: { readonly reason: string }
  /** Something was chosen in the menu. */
  readonly menu: { readonly command: CommandName }
  /** A table was chosen in the menu's list of recent ones. */
  readonly openRecent: FileGrant
}

export const bridgeEventNames = ['engineGone', 'menu', 'openRecent'] as const satisfies readonly (keyof BridgeEvents)[]

/** A bridge reply: never an exception, whose class and fields IPC would lose. */
export type BridgeReply = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: WireError }

/** The interface that preload puts on `window.bridge`: one function a request, dropped files by their File object, and the two subscriptions. */
export type Bridge = {
  readonly [Name in Exclude<BridgeRequestName, 'grantDropped'>]: (
    ...args: ArgsOf<BridgeRequests[Name]> extends undefined ? [] : [ArgsOf<BridgeRequests[Name]>]
  ) => Promise<BridgeReply>
} & {
  /** Takes the File of a drop event; its path stays out of the page. */
  readonly grantDropped: (file: unknown) => Promise<BridgeReply>
  readonly on: <Name extends keyof BridgeEvents>(name: Name, listener: (payload: BridgeEvents[Name]) => void) => () => void
}
