import type { ActivationName, LossKind, NetworkSpec } from '#core'

/**
 * What a layer, from 1 on, is named by: its activation; softmax of the last one where the loss computes that, so that the layer itself is
 * linear. Of a layer that is not there, as in a view older than the network, linear.
 */
export function activationName({ layers }: Pick<NetworkSpec, 'layers'>, loss: LossKind, layer: number): ActivationName | 'softmax' {
  if (layer === layers.length && loss === 'softmax-cross-entropy') return 'softmax'
  return layers[layer - 1]?.activation ?? 'linear'
}
