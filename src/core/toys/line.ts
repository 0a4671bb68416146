import { defineToy } from './toy'

/**
 * A noisy line: x uniform in [−1, 1), y = slope · x + intercept + noise. Trained without a hidden layer and without scaling, the
 * one weight comes to the slope and the bias to the intercept, up to the noise.
 * Source: simple linear regression, A.-M. Legendre, 1805.
 */
export const line = defineToy({
  task: 'regression',
  noise: 0.2,
  own: {
    slope: { from: -3, to: 3, step: 0.25, default: 1 },
    intercept: { from: -2, to: 2, step: 0.25, default: 0.5 }
  },
  classes: 1,
  place(_, random, { slope, intercept }) {
    const x = 2 * random.uniform() - 1
    return { x, y: slope * x + intercept }
  }
})
