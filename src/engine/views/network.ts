import { outputsOf, pictureOf, softmax } from '#core'
import type { NetworkView, SamplePlace } from '#shared/view'
import { hasScores, passOf, rowOf, timed, type Inspected } from './inspected'

/** The network with its weights and what one row makes of it. Throws: request, for a row that is not there. */
export function viewNetwork(inspected: Inspected, { sample, room }: { readonly sample: SamplePlace; readonly room: number }): NetworkView {
  return timed(inspected, () => {
    const { parameters, cache } = passOf(inspected, rowOf(inspected, sample))
    const layers = pictureOf(parameters, cache, room)
    const last = layers[layers.length - 1]
    if (!hasScores(inspected)) return { layers }
    // Of classes the probabilities tell more than the scores.
    const shares = softmax(outputsOf(cache)).data
    return { layers: [...layers.slice(0, -1), { ...last, activations: Float32Array.from(last.shown, (unit) => shares[unit]) }] }
  })
}
