import { outputsOf, softmax, unitSum } from '#core'
import type { SamplePlace, UnitView } from '#shared/view'
import { hasScores, nothingThere, passOf, rowOf, timed, type Inspected } from './inspected'

/** One unit with every number that goes into it. Throws: request, for a row or a unit that is not there. */
export function viewUnit(
  inspected: Inspected,
  { sample, layer, unit }: { readonly sample: SamplePlace; readonly layer: number; readonly unit: number }
): UnitView {
  const { layers } = inspected.trainer.network
  if (layer >= layers.length || unit >= layers[layer].units) throw nothingThere(`unit ${unit} of layer ${layer}`)
  return timed(inspected, () => {
    const { parameters, cache } = passOf(inspected, rowOf(inspected, sample))
    const isScore = layer === layers.length - 1 && hasScores(inspected)
    const probability = isScore ? softmax(outputsOf(cache)).data[unit] : null
    return { ...unitSum(parameters, cache, layer, unit), activation: layers[layer].activation, probability }
  })
}
