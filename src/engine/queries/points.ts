import { sampleSides, type PointsView } from '#shared/contract'
import { factsOf } from './facts'
import { noSuch, requireTarget, type ViewContext } from './view'
import { truthOf } from './truth'

/** Rows as points. Throws: request, for an input or a target that is not there. */
export function viewPoints(
  { prepared }: ViewContext,
  { x, y, target }: { readonly x: number; readonly y: number; readonly target: number }
): PointsView {
  const { scales, points, rows } = factsOf(prepared)
  if (Math.max(x, y) >= scales.length) throw noSuch(`input ${Math.max(x, y)}`)
  requireTarget(prepared, target)
  const constants = prepared.pipeline.targets[target]
  const column = (input: number) =>
    Float64Array.from(points, ({ side, index }) => {
      const { columns, data } = prepared[side].X
      return scales[input].mean + scales[input].scale * data[index * columns + input]
    })
  return {
    x: column(x),
    y: column(y),
    truth: Float64Array.from(points, ({ side, index }) => truthOf(prepared, prepared[side].targets, index, target)),
    names: constants.kind === 'number' ? null : constants.classes,
    sides: Uint8Array.from(points, ({ side }) => sampleSides.indexOf(side)),
    indices: Int32Array.from(points, ({ index }) => index),
    lines: Int32Array.from(points, ({ side, index }) => prepared[side].lines[index]),
    rows
  }
}
