import type { ActivationName, LossKind, NetworkSpec } from '#core'

/**
 * Returns the activation that names a layer, from 1: softmax for the last one where the loss computes it, so that the layer itself is
 * linear. Linear for a layer that does not exist, as in a view older than the network.
 */
export function activationName({ layers }: Pick<NetworkSpec, 'layers'>, loss: LossKind, layer: number): ActivationName | 'softmax' {
  if (layer === layers.length && loss === 'softmax-cross-entropy') return 'softmax'
  return layers[layer - 1]?.activation ?? 'linear'
}
