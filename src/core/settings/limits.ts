/** The bounds of the settings. Where a limit is not mathematics, it is what one screen and one machine can bear. */
export const limits = {
  hiddenLayers: 12,
  units: 4096,
  epochs: 1_000_000,
  batchSize: 1_000_000,
  classes: 1000,
  inputs: 10_000,
  targets: 1000,
  testRows: 1_000_000_000,
  /** The parts that rows can be divided into. */
  folds: 100,
  seed: 4_294_967_295
} as const
