import { outputsOf, softmax, unitSum } from '#core'
import type { SamplePlace, UnitView } from '#shared/contract'
import { hasScores, noSuch, passOf, rowOf, timed, type ViewContext } from './view'

/** One unit with every number that goes into it. Throws: request, for a row or a unit that is not there. */
export function viewUnit(
  context: ViewContext,
  { sample, layer, unit }: { readonly sample: SamplePlace; readonly layer: number; readonly unit: number }
): UnitView {
  const { layers } = context.trainer.network
  if (layer >= layers.length || unit >= layers[layer].units) throw noSuch(`unit ${unit} of layer ${layer}`)
  return timed(context, () => {
    const { parameters, cache } = passOf(context, rowOf(context, sample))
    const isScore = layer === layers.length - 1 && hasScores(context)
    const probability = isScore ? softmax(outputsOf(cache)).data[unit] : null
    return { ...unitSum(parameters, cache, layer, unit), activation: layers[layer].activation, probability }
  })
}
