import { deepStart, defineToy } from './toy'

/**
 * A board of n × n cells over [−1, 1)², the classes in turn as black and white: class A where column + row is even, counted
 * from the lower left. A point is uniform in a cell that is drawn among those of its class.
 * Source: T. K. Ho and E. M. Kleinberg, Building projectable classifiers of arbitrary complexity, 1996.
 */
export const checkerboard = defineToy({
  task: 'classification',
  noise: 0,
  start: deepStart,
  size: 400,
  own: { cells: { from: 2, to: 8, step: 1, default: 4 } },
  classes: 2,
  place(label, random, { cells }) {
    const own = Array.from({ length: cells * cells }, (_, i) => ({ column: i % cells, row: Math.floor(i / cells) })).filter(
      ({ column, row }) => (column + row) % 2 === label
    )
    const { column, row } = own[random.below(own.length)]
    return { x: -1 + (2 * (column + random.uniform())) / cells, y: -1 + (2 * (row + random.uniform())) / cells }
  }
})
