import type { WireError } from '#core'

/** A file kept for this start that could not be read. */
export interface StartProblem {
  readonly why: WireError
  /** The place where the file is kept now, as a sentence; null of one that is not the app’s own. */
  readonly kept: WireError | null
}
