import type { LayerCache } from '../network/forward'
import type { Parameters } from '../network/parameters'
import type { Matrix } from '../tensor/matrix'
import { foldUnits } from './fold-units'

/** One layer for drawing; the first one is the input. */
export interface PicturedLayer {
  readonly units: number
  /** The units that are drawn, ascending; the others are folded into a gap. */
  readonly shown: Int32Array
  /** Output of each shown unit for the current row: an input, or an activation. */
  readonly activations: Float32Array
  /** The weights between the shown units of the layer before and of this one, [before, here]; null for the input. */
  readonly weights: Float32Array | null
  /** Of the shown units; null without biases and for the input. */
  readonly biases: Float32Array | null
  /** Largest |w| of all weights into this layer; 0 for the input. NaN when one is NaN. */
  readonly largest: number
}

/**
 * Reduces a network with its weights for drawing: at most `room` units of each layer.
 * `cache` is the forward pass of one row.
 */
export function pictureOf(parameters: Parameters, cache: readonly LayerCache[], room: number): PicturedLayer[] {
  const [{ input }] = cache
  const first = foldUnits(input.columns, room).shown
  const picture: PicturedLayer[] = [
    { units: input.columns, shown: first, activations: pick(input, first), weights: null, biases: null, largest: 0 }
  ]
  parameters.forEach(({ W, b }, l) => {
    const before = picture[l].shown
    const { shown } = foldUnits(W.columns, room)
    picture.push({
      units: W.columns,
      shown,
      activations: pick(cache[l].A, shown),
      weights: between(W, before, shown),
      biases: b && pick(b, shown),
      largest: largestOf(W)
    })
  })
  return picture
}

function pick({ data }: Matrix, places: Int32Array): Float32Array {
  return Float32Array.from(places, (place) => data[place])
}

function between({ columns, data }: Matrix, before: Int32Array, here: Int32Array): Float32Array {
  const weights = new Float32Array(before.length * here.length)
  before.forEach((i, row) => here.forEach((j, column) => (weights[row * here.length + column] = data[i * columns + j])))
  return weights
}

function largestOf({ data }: Matrix): number {
  let largest = 0
  for (let e = 0; e < data.length; e++) {
    const size = Math.abs(data[e])
    if (Number.isNaN(size)) return NaN
    if (size > largest) largest = size
  }
  return largest
}
