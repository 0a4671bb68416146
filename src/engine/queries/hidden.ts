import type { HiddenView } from '#shared/contract'
import { noSuch, passOf, timed, type ViewContext } from './view'
import { pointInputs } from './point-inputs'

/** Two units of a layer for every point. Throws: request, for a unit that is not there. */
export function viewHidden(
  context: ViewContext,
  { layer, x, y }: { readonly layer: number; readonly x: number; readonly y: number }
): HiddenView {
  const { prepared, trainer } = context
  const { layers } = trainer.network
  if (layer >= layers.length || Math.max(x, y) >= layers[layer].units) throw noSuch(`unit ${Math.max(x, y)} of layer ${layer}`)
  return timed(context, () => {
    const { A } = passOf(context, pointInputs(prepared), layer + 1).cache[layer]
    const column = (unit: number) => Float32Array.from({ length: A.rows }, (_, i) => A.data[i * A.columns + unit])
    return { x: column(x), y: column(y) }
  })
}
