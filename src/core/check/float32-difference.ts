import { backward } from '../network/backward'
import { forward } from '../network/forward'
import { namedTensors, type NamedTensor } from '../network/parameters'
import { precisionOf } from '../tensor/matrix'
import type { CheckProblem } from './checked-loss'

/** Computes ‖g₃₂ − g₆₄‖ / ‖g₆₄‖ of every tensor, for a network that trains in float32; undefined for float64. */
export function float32Differences(
  { network, objective, parameters, batch, masks }: CheckProblem,
  exact: readonly NamedTensor[]
): (number | undefined)[] {
  if (precisionOf(parameters[0].W) === 'f64') return exact.map(() => undefined)
  const cache = forward(network, parameters, batch.X, 0, masks)
  const coarse = namedTensors(backward(network, parameters, cache, batch.targets, objective).gradients)
  return exact.map(({ matrix: { data } }, t) => {
    let difference = 0
    let size = 0
    for (let e = 0; e < data.length; e++) {
      const d = coarse[t].matrix.data[e] - data[e]
      difference += d * d
      size += data[e] * data[e]
    }
    return size === 0 ? Math.sqrt(difference) : Math.sqrt(difference / size)
  })
}
