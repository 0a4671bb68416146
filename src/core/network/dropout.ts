import { createStream } from '../random/random'
import { zeros, type Matrix, type Precision } from '../tensor/matrix'
import type { NetworkSpec } from './spec'

/** Whether any layer drops units. */
export function hasDropout({ layers }: NetworkSpec): boolean {
  return layers.some(({ dropout = 0 }) => dropout > 0)
}

/**
 * The dropout masks of one step, one entry a layer, null where nothing is dropped: each element is 0 with probability p, else
 * 1 / (1 − p), so that the mean stays and nothing needs scaling when predicting (inverted dropout). Seeded by the step, so that a
 * step's masks depend on nothing else. The output layer is never dropped.
 *
 * Shapes: [batch, units] each.
 * Source: N. Srivastava et al., "Dropout: a simple way to prevent neural networks from overfitting", 2014.
 */
export function dropoutMasks({ layers }: NetworkSpec, batch: number, seed: number, step: number, precision: Precision): (Matrix | null)[] {
  const random = createStream('dropout', seed, step)
  return layers.map(({ units, dropout = 0 }, l) => {
    if (dropout === 0 || l === layers.length - 1) return null
    const mask = zeros(batch, units, precision)
    const kept = 1 / (1 - dropout)
    for (let e = 0; e < mask.data.length; e++) mask.data[e] = random.uniform() < dropout ? 0 : kept
    return mask
  })
}
