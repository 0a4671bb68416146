/** Products, and activations counted as so many products, that a picture may cost while training goes on: some milliseconds. */
const LIVE_WORK = 8e5
const ACTIVATION = 10

/** Cells along a side: as few as still show a boundary, as many as are seen. */
const FEWEST = 24
const MOST = 72

/** Nobody waits for the picture of a network that rests; then boundaries are drawn sharply. */
const AT_REST = 120

interface NetworkSize {
  readonly parameters: number
  /** Hidden units and outputs. */
  readonly units: number
}

/**
 * Along how many cells a side a network is asked what it answers: while it trains so many that the picture can be made ten times a
 * second and more beside the training, at rest more.
 */
export function planeCells({ parameters, units }: NetworkSize, isTraining: boolean): number {
  if (!isTraining) return AT_REST
  return Math.round(Math.min(MOST, Math.max(FEWEST, Math.sqrt(LIVE_WORK / Math.max(1, parameters + ACTIVATION * units)))))
}
