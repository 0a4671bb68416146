import { cos, sin } from '../math/sin-cos'
import { defineToy } from './toy'

/**
 * Round normal clouds, one a class, about centres spaced evenly on the unit circle: centre k is (cos 2πk/K, sin 2πk/K), and
 * the noise is a cloud's deviation. With centres 2 sin(π/K) apart, classes overlap the more the larger the noise.
 * Source: make_blobs of scikit-learn, with centres that are stated instead of drawn.
 */
export const blobs = defineToy({
  task: 'classification',
  noise: 0.25,
  own: { blobs: { from: 2, to: 5, step: 1, default: 3 } },
  classes: ({ blobs: count }) => count,
  place(label, _, { blobs: count }) {
    const angle = (2 * Math.PI * label) / count
    return { x: cos(angle), y: sin(angle) }
  }
})
