import type { InputsView } from '#shared/contract'
import { factsOf } from './facts'
import type { ViewContext } from './view'

/** The means and ranges of the inputs, in the data's own units. */
export function viewInputs({ prepared }: ViewContext): InputsView {
  const { scales, means, lows, highs, telling } = factsOf(prepared)
  const own = (values: Float64Array) => values.map((value, i) => scales[i].mean + scales[i].scale * value)
  const marks = scales.map(({ isMark }) => isMark)
  return { names: prepared.inputs, means: own(means), lows: own(lows), highs: own(highs), marks, telling }
}
