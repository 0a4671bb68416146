import * as v from 'valibot'

/** The requests of the window to main besides files. */

/** Changes of the zoom level. */
export const zoomMoves = ['in', 'out', 'reset'] as const
export type ZoomMove = (typeof zoomMoves)[number]

/** Files that are opened besides tables. */
export const openableKinds = ['settings', 'weights'] as const
export type OpenableKind = (typeof openableKinds)[number]

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
