import { cos, sin } from '../math/sin-cos'
import { deepStart, defineToy } from './toy'

/** Smallest radius of the arms: at the very centre they would coincide. */
const INNER = 0.1

/**
 * Arms of Archimedean spirals, one a class: radius r uniform in [0.1, 1), angle 2π (turns · r + arm / arms), point
 * (r cos, r sin).
 * Source: K. J. Lang and M. J. Witbrock, Learning to tell two spirals apart, 1988; the sampling of the radius as in
 * TensorFlow Playground, drawn instead of evenly spaced.
 */
export const spirals = defineToy({
  task: 'classification',
  noise: 0.02,
  start: deepStart,
  size: 300,
  own: {
    arms: { from: 2, to: 5, step: 1, default: 2 },
    turns: { from: 0.25, to: 2, step: 0.25, default: 1 }
  },
  classes: ({ arms }) => arms,
  place(arm, random, { arms, turns }) {
    const radius = INNER + (1 - INNER) * random.uniform()
    const angle = 2 * Math.PI * (turns * radius + arm / arms)
    return { x: radius * cos(angle), y: radius * sin(angle) }
  }
})
