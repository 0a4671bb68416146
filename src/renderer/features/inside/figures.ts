/** The tensors of a layer whose spread is shown. */
export const spreads = ['weights', 'gradients', 'activations'] as const
export type SpreadName = (typeof spreads)[number]

/** The figures of a layer that are one number, in the order of the columns. */
export const figures = ['gradientNorm', 'updateRatio', 'dead', 'saturated'] as const
export type FigureName = (typeof figures)[number]

/** Where a ratio of update to weight is about right. Source: CS231n notes, "Neural Networks Part 3". */
export const HEALTHY_RATIO = 1e-3

/** Within a decade and a half about that a ratio is healthy. */
export const isHealthy = (ratio: number) => ratio > 3e-5 && ratio < 3e-2

/** Shares, from which on it is worth a look. */
export const isOftenDead = (share: number | null) => (share ?? 0) >= 0.2
export const isOftenSaturated = (share: number | null) => (share ?? 0) > 0.5
