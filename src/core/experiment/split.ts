import { createStream, permutation, type Random } from '../random'

/** The rows of either side, in ascending order. */
export interface Split {
  readonly train: Int32Array
  readonly test: Int32Array
}

/**
 * Sets rows apart for testing: n·test of them rounded half up, but never all.
 *
 * With classes, each gets its share by largest remainders (between equal remainders the earlier class first), drawn
 * class by class from one generator; without, all are drawn together.
 */
export function splitRows(rows: number, test: number, seed: number, classes: Int32Array | null): Split {
  const count = Math.max(0, Math.min(Math.floor(rows * test + 0.5), rows - 1))
  // The first numbers of the small seeds that people choose resemble one another; those of derived seeds do not.
  const random = createStream('split', seed)
  const isTest = new Uint8Array(rows)
  if (classes === null) {
    draw(Int32Array.from({ length: rows }, (_, row) => row), count, random, isTest)
  } else {
    const members = membersOf(classes)
    const shares = sharesOf(members.map(({ length }) => length), count)
    members.forEach((own, i) => draw(own, shares[i], random, isTest))
  }
  const all = Int32Array.from(isTest, (_, row) => row)
  return { train: all.filter((row) => isTest[row] === 0), test: all.filter((row) => isTest[row] === 1) }
}

function draw(rows: ArrayLike<number>, count: number, random: Random, isTest: Uint8Array): void {
  const order = permutation(rows.length, random)
  for (let i = 0; i < count; i++) isTest[rows[order[i]]] = 1
}

/** The rows of each class, in ascending order. */
function membersOf(classes: Int32Array): number[][] {
  const members: number[][] = []
  classes.forEach((c, row) => {
    while (members.length <= c) members.push([])
    members[c].push(row)
  })
  return members
}

/**
 * Divides `count` in proportion to sizes by largest remainders. Remainders are compared as whole numbers, so that equal
 * ones are equal.
 * Source: the method of A. Hamilton, 1792, also named after T. Hare and H. Niemeyer.
 */
export function sharesOf(sizes: readonly number[], count: number): number[] {
  const total = sizes.reduce((sum, size) => sum + size, 0)
  const shares = sizes.map((size) => Math.floor((size * count) / total))
  const left = count - shares.reduce((sum, share) => sum + share, 0)
  const byRemainder = sizes
    .map((size, i) => ({ i, remainder: (size * count) % total }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i)
  for (const { i } of byRemainder.slice(0, left)) shares[i]++
  return shares
}
