import * as v from 'valibot'

/** What the window asks of main besides files, and what main's menu asks of the window. */

/** What a choice in the menu has the page do. */
export const menuActions = [
  'open',
  'paste',
  'openSettingsFile',
  'saveSettings',
  'openClassSettings',
  'openWeights',
  'exportWeights',
  'exportHistory',
  'exportCheck',
  'print',
  'run',
  'step',
  'rewind',
  'newSeed',
  'settings',
  'shortcuts',
  'about',
  'language:en',
  'language:zh-CN',
  'theme:system',
  'theme:light',
  'theme:dark'
] as const
export type MenuAction = (typeof menuActions)[number]

/** How the size of everything in the window changes. */
export const zoomMoves = ['in', 'out', 'reset'] as const
export type ZoomMove = (typeof zoomMoves)[number]

/** Files that are opened besides tables. */
export const openableKinds = ['settings', 'weights'] as const
export type OpenableKind = (typeof openableKinds)[number]

/** How a run ended: told when it took long enough for somebody to have gone away. */
export const runEndedSchema = v.strictObject({
  status: v.picklist(['finished', 'failed']),
  epochs: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** How long it took. */
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

/** What the program is made of. */
export interface Licences {
  /** Name and version of what it runs on. */
  readonly runtime: readonly { readonly name: string; readonly version: string }[]
  readonly packages: readonly LicensedPackage[]
  /** The licence of the program itself. */
  readonly own: string
  /** The licences of the data sets that come with it, in Markdown. */
  readonly data: string
}
