import { cos, sin } from '../math/sin-cos'
import { defineToy } from './toy'

/**
 * Two circles about the origin: class A with radius 1, B with radius `factor`; (r cos θ, r sin θ), θ uniform in [0, 2π).
 * Source: make_circles of scikit-learn, with angles drawn instead of evenly spaced.
 */
export const circles = defineToy({
  task: 'classification',
  noise: 0.08,
  own: { factor: { from: 0.1, to: 0.9, step: 0.05, default: 0.5 } },
  classes: 2,
  place(label, random, { factor }) {
    const radius = label === 0 ? 1 : factor
    const angle = 2 * Math.PI * random.uniform()
    return { x: radius * cos(angle), y: radius * sin(angle) }
  }
})
