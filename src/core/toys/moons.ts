import { cos, sin } from '../math/sin-cos'
import { defineToy } from './toy'

/**
 * Two half circles that reach into one another: class A (cos θ, sin θ), B (1 − cos θ, ½ − sin θ), θ uniform in [0, π).
 * Source: make_moons of scikit-learn, with angles drawn instead of evenly spaced.
 */
export const moons = defineToy({
  task: 'classification',
  noise: 0.1,
  start: { learningRate: 0.3 },
  own: {},
  classes: 2,
  place(label, random) {
    const angle = Math.PI * random.uniform()
    const [x, y] = [cos(angle), sin(angle)]
    return label === 0 ? { x, y } : { x: 1 - x, y: 0.5 - y }
  }
})
