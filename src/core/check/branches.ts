import type { LayerCache } from '../network/forward'
import type { NetworkSpec } from '../network/spec'
import { activationOf } from '../nn/activations'

/**
 * Whether two forward passes from layer `from` on took the same branch at every unit: no pre-activation lies on different sides of
 * a kink of its activation. A difference quotient between them then knows nothing of the kink.
 */
export function sameBranches(
  network: NetworkSpec,
  from: number,
  below: readonly LayerCache[],
  above: readonly LayerCache[]
): boolean {
  return below.every(({ Z }, index) => {
    const { kinks } = activationOf(network.layers[from + index].activation)
    const other = above[index].Z.data
    return kinks.every((kink) => Z.data.every((z: number, e: number) => z > kink === other[e] > kink))
  })
}
