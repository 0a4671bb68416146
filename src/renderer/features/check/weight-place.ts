import type { GradientCheckReport } from '#core'

/** A parameter of the network by where it is drawn. */
export interface WeightPlace {
  /** The layer of the unit that it leads into, from 1. */
  readonly layer: number
  /** The unit, from 0. */
  readonly unit: number
  /** The unit of the layer before that it comes from; null for a bias. */
  readonly from: number | null
}

type Columns = Pick<GradientCheckReport, 'tensors' | 'tensor' | 'row' | 'column'>

/** Where the parameter of a row of the gradient check is drawn: W1[2, 5] leads from input 2 to unit 5 of layer 1. */
export function placeOfRow({ tensors, tensor, row, column }: Columns, at: number): WeightPlace {
  const { name } = tensors[tensor[at]]
  const layer = Number(name.slice(1))
  return name.startsWith('b') ? { layer, unit: row[at], from: null } : { layer, unit: column[at], from: row[at] }
}

/** The row of a gradient check that has a parameter; null where a sample has left it out. */
export function rowOfPlace(report: Columns, { layer, unit, from }: WeightPlace): number | null {
  const wanted = report.tensors.findIndex(({ name }) => name === `${from === null ? 'b' : 'W'}${layer}`)
  for (let at = 0; at < report.tensor.length; at++) {
    if (report.tensor[at] !== wanted) continue
    const place = placeOfRow(report, at)
    if (place.unit === unit && place.from === from) return at
  }
  return null
}
