import { defineToy } from './toy'

/** Distance of the points from the axes, the border between the classes. */
const GAP = 0.1

/**
 * Exclusive or: class A where x and y have the same sign, B where they differ; |x| and |y| uniform in [0.1, 1). No straight
 * line parts the classes, so no network without a hidden layer learns it.
 * Source: M. Minsky and S. Papert, Perceptrons, 1969; D. E. Rumelhart, G. E. Hinton and R. J. Williams, Learning internal
 * representations by error propagation, 1986.
 */
export const xor = defineToy({
  task: 'classification',
  noise: 0.05,
  own: {},
  classes: 2,
  place(label, random) {
    const side = random.below(2) === 0 ? 1 : -1
    const x = side * (GAP + (1 - GAP) * random.uniform())
    const height = GAP + (1 - GAP) * random.uniform()
    return { x, y: label === 0 ? side * height : -side * height }
  }
})
