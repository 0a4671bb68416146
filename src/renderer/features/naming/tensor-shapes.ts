import type { NetworkSpec } from '#core'

/** A tensor of the network by its stored name, for showing. */
export interface TensorShape {
  readonly name: string
  readonly kind: 'weights' | 'bias'
  /** The layer's number, from 1. */
  readonly layer: number
  /** As saved: [in, out] of weights, [out] of a bias. */
  readonly shape: readonly number[]
  readonly count: number
}

/** A shape as every list shows it: `[4, 16]`, `[16]`. */
export function shapeText(shape: readonly number[]): string {
  return `[${shape.join(', ')}]`
}

/** Every tensor that a network's weight file holds, in its order: W1, b1, W2, … */
export function tensorShapes({ inputs, layers, bias = true }: NetworkSpec): TensorShape[] {
  return layers.flatMap(({ units }, index) => {
    const layer = index + 1
    const fanIn = index === 0 ? inputs : layers[index - 1].units
    const weights: TensorShape = {
      name: `W${layer}`,
      kind: 'weights',
      layer,
      shape: [fanIn, units],
      count: fanIn * units
    }
    return bias ? [weights, { name: `b${layer}`, kind: 'bias' as const, layer, shape: [units], count: units }] : [weights]
  })
}
