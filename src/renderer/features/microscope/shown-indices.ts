/** Up to so many rows or columns are all shown. */
export const WHOLE = 8

/** Of more, so many at the beginning, those around the chosen one, and the last. */
const FIRST = 3

/** The rows or columns of a matrix that are shown; a gap says how many are left out there. */
export type ShownIndex = number | { readonly gap: number }

/** All of up to eight; of more the first three, the chosen one with its neighbours, and the last. */
export function shownIndices(count: number, chosen: number | null): ShownIndex[] {
  if (count <= WHOLE) return Array.from({ length: count }, (_, index) => index)
  const wanted = new Set([...Array.from({ length: FIRST }, (_, index) => index), count - 1])
  if (chosen !== null) for (const near of [chosen - 1, chosen, chosen + 1]) if (near >= 0 && near < count) wanted.add(near)
  const shown: ShownIndex[] = []
  let next = 0
  for (const index of [...wanted].sort((a, b) => a - b)) {
    // A gap of one takes as much room as the number itself.
    if (index === next + 1) shown.push(next)
    else if (index > next) shown.push({ gap: index - next })
    shown.push(index)
    next = index + 1
  }
  return shown
}

/** The indices that are numbers. */
export function numbersOf(shown: readonly ShownIndex[]): number[] {
  return shown.filter((index) => typeof index === 'number')
}
