import { activationOf } from '../../nn/activations'
import { layerFault } from '../evidence/layer-fault'
import { hasNotLearned, toSignificant } from '../evidence/measures'
import { automaticInitializer, fewerLayers, replaceActivations } from './remedies'
import type { Rule } from './rule'

/** The gradient shrinks from layer to layer on its way back, so that the first layers hardly learn, and nothing was learned. */
export const vanishingGradients: Rule = {
  source:
    'S. Hochreiter, 1991; X. Glorot, Y. Bengio, Understanding the difficulty of training deep feedforward neural networks, 2010 (norms by layer)',
  examine(evidence) {
    if (!hasNotLearned(evidence)) return null
    const found = [evidence.untrained, evidence.layers].find((layers) => layerFault(layers) === 'vanishing-gradients')
    if (!found) return null
    const [first, last] = [found[0].gradientNorm, found[found.length - 1].gradientNorm]
    return {
      level: 'serious',
      observation: {
        code: 'doctor.vanishing-gradients',
        details: { first: toSignificant(first), last: toSignificant(last), layer: found.length }
      },
      advice: { code: 'doctor.vanishing-gradients.try', details: {} },
      remedies: [
        ...automaticInitializer(evidence),
        ...replaceActivations(evidence, (name) => activationOf(name).saturates, 'relu'),
        ...fewerLayers(evidence)
      ]
    }
  }
}
