import { defineToy } from './toy'

/**
 * A jump: x uniform in [−1, 1), y = height for x ≥ 0 and 0 for x < 0, + noise. A network of smooth units can only come near
 * it, with large weights.
 * Source: the unit step function of O. Heaviside.
 */
export const step = defineToy({
  task: 'regression',
  noise: 0.05,
  own: { height: { from: -2, to: 2, step: 0.25, default: 1 } },
  classes: 1,
  place(_, random, { height }) {
    const x = 2 * random.uniform() - 1
    return { x, y: x < 0 ? 0 : height }
  }
})
