import { outputsOf, pictureOf, softmax } from '#core'
import type { NetworkView, SamplePlace } from '#shared/contract'
import { hasScores, passOf, rowOf, timed, type ViewContext } from './view'

/** The network with its weights and what one row makes of it. Throws: request, for a row that is not there. */
export function viewNetwork(context: ViewContext, { sample, room }: { readonly sample: SamplePlace; readonly room: number }): NetworkView {
  return timed(context, () => {
    const { parameters, cache } = passOf(context, rowOf(context, sample))
    const layers = pictureOf(parameters, cache, room)
    const last = layers[layers.length - 1]
    if (!hasScores(context)) return { layers }
    // Of classes the probabilities tell more than the scores.
    const shares = softmax(outputsOf(cache)).data
    return { layers: [...layers.slice(0, -1), { ...last, activations: Float32Array.from(last.shown, (unit) => shares[unit]) }] }
  })
}
