import type { Parameters } from '../network/parameters'

/** An element of a tensor: the layer from 0, `W` or `b`, and the place in the row-major tensor. */
export type ElementPlace = readonly [layer: number, key: 'W' | 'b', index: number]

/** Of each tensor so many elements, evenly spread: a wrong line spoils more than one. */
const MOST_OF_TENSOR = 24

/** The elements whose gradients are compared with the derivative of a program's own loss. */
export function sampledPlaces(gradients: Parameters): ElementPlace[] {
  return gradients.flatMap(({ W, b }, layer) =>
    (['W', 'b'] as const).flatMap((key) => {
      const size = (key === 'W' ? W : b)?.data.length ?? 0
      const count = Math.min(size, MOST_OF_TENSOR)
      return Array.from({ length: count }, (_, i): ElementPlace => [layer, key, Math.floor((i * size) / count)])
    })
  )
}

/**
 * The steps of the central difference, and the relative error that counts as equal: that of the gradient check, and one at which fewer
 * kinks are crossed, where rounding weighs more.
 */
const ATTEMPTS = [
  { step: 1e-5, tolerance: 1e-5 },
  { step: 1e-7, tolerance: 1e-3 }
] as const

/** Below this share of the loss a difference is rounding. */
const FLOOR = 1e-4

/**
 * Whether gradients are the derivative of the loss that `differences` differentiates, at every place with one of the steps; null where that
 * fails.
 */
export async function fitsDifferences(
  gradients: Parameters,
  places: readonly ElementPlace[],
  loss: number,
  differences: (step: number) => Promise<readonly number[] | null>
): Promise<boolean | null> {
  let open = places.map((place, i) => ({ i, gradient: elementAt(gradients, place) }))
  for (const { step, tolerance } of ATTEMPTS) {
    const numeric = await differences(step)
    if (numeric === null) return null
    open = open.filter(({ i, gradient }) => {
      const size = Math.max(Math.abs(gradient) + Math.abs(numeric[i]), FLOOR * Math.max(1, Math.abs(loss)))
      return !(Math.abs(gradient - numeric[i]) <= tolerance * size)
    })
    if (open.length === 0) return true
  }
  return false
}

function elementAt(gradients: Parameters, [layer, key, index]: ElementPlace): number {
  return gradients[layer][key]?.data[index] ?? 0
}
