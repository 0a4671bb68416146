/** When an answer was made, and how long it took the engine. */
export interface Moment {
  readonly epoch: number
  readonly milliseconds: number
}
