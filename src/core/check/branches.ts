import type { Objective } from '../network/backward'
import type { LayerCache } from '../network/forward'
import type { NetworkSpec } from '../network/spec'
import { activationOf } from '../nn/activations'
import { losses } from '../nn/losses'
import type { Numbers } from '../tensor/matrix'

/**
 * Whether network, loss or regularizer have a kink anywhere. The row's maximum inside a stable softmax and max(z, 0) inside a stable
 * binary cross-entropy are not kinks: they cancel.
 */
export function hasKinks({ layers }: NetworkSpec, { loss, regularization }: Objective): boolean {
  const { branches }: { branches?: unknown } = losses[loss.kind]
  const inLayers = layers.some(({ activation }) => activationOf(activation).kinks.length > 0)
  return inLayers || branches !== undefined || Boolean(regularization.l1)
}

/** Whether every element is on the same side of the kink in both; an element at the kink counts as left of it. */
function onSameSides(kink: number, below: Numbers, above: Numbers): boolean {
  for (let e = 0; e < below.length; e++) if (below[e] > kink !== above[e] > kink) return false
  return true
}

/**
 * Whether two forward passes from layer `from` on took the same branch at every unit: no pre-activation is on different sides of a kink of
 * its activation. A difference quotient between them is then unaffected by the kink.
 */
export function sameUnitBranches(network: NetworkSpec, from: number, below: readonly LayerCache[], above: readonly LayerCache[]): boolean {
  return below.every(({ Z }, index) => {
    const { kinks } = activationOf(network.layers[from + index].activation)
    return kinks.every((kink) => onSameSides(kink, Z.data, above[index].Z.data))
  })
}
