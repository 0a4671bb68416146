import { sin } from '../math/sin-cos'
import { defineToy } from './toy'

/**
 * A sine curve: x uniform in [−1, 1), y = sin(π · periods · x) + noise, so many periods over the range of x.
 * Source: the regression example of C. M. Bishop, Pattern Recognition and Machine Learning, 2006, section 1.1.
 */
export const sine = defineToy({
  task: 'regression',
  noise: 0.1,
  own: { periods: { from: 0.5, to: 4, step: 0.5, default: 1 } },
  classes: 1,
  place(_, random, { periods }) {
    const x = 2 * random.uniform() - 1
    return { x, y: sin(Math.PI * periods * x) }
  }
})
