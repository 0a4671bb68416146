/** The part of a long row or column that is written out: so many numbers at its beginning, beside the chosen one, and the last. */
export interface ShownWindow {
  readonly first: number
  readonly beside: number
}

/** The windows from the widest to the narrowest; which one a matrix has depends on the room for it. */
export const shownWindows: readonly ShownWindow[] = [
  { first: 3, beside: 1 },
  { first: 2, beside: 1 },
  { first: 1, beside: 1 },
  { first: 1, beside: 0 },
  { first: 0, beside: 0 }
]

/** The rows or columns of a matrix that are shown; a gap says how many are left out there. */
export type ShownIndex = number | { readonly gap: number }

/** The numbers that a window writes out of a side that is longer than it. */
export function numbersIn({ first, beside }: ShownWindow): number {
  return first + (2 * beside + 1) + 1
}

/** Whether a side is shown whole: so many numbers take no more room than those of the window with their two gaps. */
export function isWhole(count: number, window: ShownWindow): boolean {
  return count <= numbersIn(window) + 1
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index)

/**
 * All of a side that the window shows whole; of a longer one the first, the chosen one with its neighbours, and the last. Wherever the
 * chosen one is, the numbers are as many, so that what stands around the matrix stays where it is.
 */
export function shownIndices(count: number, chosen: number, window: ShownWindow = shownWindows[0]): ShownIndex[] {
  if (isWhole(count, window)) return range(0, count)
  const { first, beside } = window
  const numbers = numbersIn(window)
  const last = count - 1
  if (chosen - beside <= first) return [...range(0, numbers - 1), { gap: last - (numbers - 1) }, last]
  if (chosen + beside >= last - 1) {
    const from = count - (numbers - first)
    return [...range(0, first), { gap: from - first }, ...range(from, count)]
  }
  const [from, to] = [chosen - beside, chosen + beside + 1]
  return [...range(0, first), { gap: from - first }, ...range(from, to), { gap: last - to }, last]
}

/** The indices that are numbers. */
export function numbersOf(shown: readonly ShownIndex[]): number[] {
  return shown.filter((index) => typeof index === 'number')
}
