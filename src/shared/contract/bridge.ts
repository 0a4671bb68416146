import * as v from 'valibot'
import { weightFormatNames, type WireError } from '#core'
import type { CommandName } from '../commands'
import { pageNames } from '../pages'
import { preferencesSchema, type Preferences } from './preferences'
import type { StartProblem } from './start-problem'
import { answers, nothing, type ArgsOf } from './request'

/** Changes of the zoom level. */
export const zoomMoves = ['in', 'out', 'reset'] as const
export type ZoomMove = (typeof zoomMoves)[number]

/** Files that are opened besides tables. */
export const openableKinds = ['settings', 'weights', 'lab', 'roster', 'secret'] as const
export type OpenableKind = (typeof openableKinds)[number]

/** The uses of a folder that is chosen: to hand in to, to collect from, and for the results. */
export const folderPurposes = ['handin', 'answers', 'marks'] as const
export type FolderPurpose = (typeof folderPurposes)[number]

/** The end of a run: reported when it took long enough for somebody to have gone away. */
export const runEndedSchema = v.strictObject({
  status: v.picklist(['finished', 'failed']),
  epochs: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Duration. */
  seconds: v.pipe(v.number(), v.finite(), v.minValue(0))
})
export type RunEnded = v.InferOutput<typeof runEndedSchema>

/** A library that is part of the program. */
export interface LicensedPackage {
  readonly name: string
  readonly version: string
  /** The name of its licence. */
  readonly licence: string
  readonly text: string
}

/** The parts of the program and their licences. */
export interface Licences {
  /** Name and version of what it runs on. */
  readonly runtime: readonly { readonly name: string; readonly version: string }[]
  readonly packages: readonly LicensedPackage[]
  /** The licence of the program itself. */
  readonly own: string
  /** The licences of the data sets that come with it, in Markdown. */
  readonly data: string
}

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
  /** Files kept for this start that main could not read. */
  readonly startProblems: readonly StartProblem[]
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
    v.object({
      name: v.pipe(v.string(), v.maxLength(200)),
      extension: v.picklist([...weightFormatNames, 'csv', 'png', 'svg', 'dot', 'md'])
    })
  ),
  /** The open dialog for a folder; null when it was closed. */
  chooseFolder: answers<FileGrant | null>()(v.object({ purpose: v.picklist(folderPurposes) })),
  /**
   * Begins or ends the time in which a lab is worked on: meanwhile no dialog opens or saves a file, the menu offers none, and none of the
   * pages that the lab locks.
   */
  setLabMode: answers<null>()(v.object({ isOn: v.boolean(), locked: v.array(v.picklist(pageNames)) })),
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
  restartEngine: answers<null>()(nothing),
  /** Closes the window, as far as the page has nothing to ask before: the answer to `unsaved`. */
  closeWindow: answers<null>()(nothing)
}
export type BridgeRequests = typeof bridgeRequests
export type BridgeRequestName = keyof BridgeRequests

export interface BridgeEvents {
  /** The engine process ended without being asked to; `returns` where another one takes its place by itself. */
  readonly engineGone: { readonly reason: string; readonly returns: boolean }
  /** Something was chosen in the menu. */
  readonly menu: { readonly command: CommandName }
  /** A table was chosen in the menu's list of recent ones. */
  readonly openRecent: FileGrant
  /** The window was to be closed, and the session could not be saved before. Sent by main, so that the page knows it before it is closed. */
  readonly unsaved: WireError
}

export const bridgeEventNames = ['engineGone', 'menu', 'openRecent', 'unsaved'] as const satisfies readonly (keyof BridgeEvents)[]

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
