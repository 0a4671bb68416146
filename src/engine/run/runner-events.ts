/** The events of a run. */
export interface RunnerEvents {
  /** New epochs, at most once a frame. */
  progress(): void
  /** The status changed. */
  changed(): void
}
