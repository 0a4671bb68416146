import { lossOf } from '../nn/losses'
import type { BackwardProblem } from './backward-problem'
import type { BackwardSteps } from './backward-steps'
import { mistakeNames, mistakeOf } from './catalogue'
import type { PlacedMistake } from './mistaken-gradients'

/** The layers at which backpropagation through a network takes each of its steps; none for a step that is taken once. */
function layersOfStep({ network, objective, parameters }: BackwardProblem): Record<keyof BackwardSteps, readonly number[]> {
  const all = network.layers.map((_, l) => l)
  const throughActivation = lossOf(objective.loss).reads === 'logits' ? all.slice(0, -1) : all
  const withBias = all.filter((l) => parameters[l].b)
  return {
    outputGradient: [],
    throughActivation,
    weightGradient: all,
    biasGradient: withBias,
    weightPenalty: all,
    biasPenalty: withBias,
    inputGradient: all.slice(1),
    finish: []
  }
}

/** Every slip of the catalogue at every place of a network where it can be made: in all layers first, then in one alone. */
export function placedMistakes(problem: BackwardProblem): PlacedMistake[] {
  const layers = layersOfStep(problem)
  return mistakeNames.flatMap((name) => {
    const { step, forms, isArtificial } = mistakeOf(name)
    if (isArtificial) return []
    const places = layers[step].length > 1 ? [null, ...layers[step]] : [null]
    return places.flatMap((layer) => forms.map((_, form) => ({ name, layer, form })))
  })
}
