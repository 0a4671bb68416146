import type { Parameters } from '../network/parameters'
import type { BackwardProblem } from './backward-problem'
import { gradientsBySteps, rightSteps, type AtLayer, type BackwardSteps } from './backward-steps'
import { mistakeOf, type MistakeName } from './catalogue'

/** A mistake at its place. */
export interface PlacedMistake {
  readonly name: MistakeName
  /** The only layer where it is made, from 0; null where it is made in every one. */
  readonly layer: number | null
  /** Which of the mistake's forms; the first unless given. */
  readonly form?: number
}

type LayerStep = (...args: [...unknown[], AtLayer]) => unknown

/** The gradients of a backward pass with these mistakes, or with none. In float64. Throws: shape. */
export function mistakenGradients(problem: BackwardProblem, made: readonly PlacedMistake[]): Parameters {
  return gradientsBySteps(problem, made.reduce(withMistake, rightSteps))
}

function withMistake(steps: BackwardSteps, { name, layer, form = 0 }: PlacedMistake): BackwardSteps {
  const { step, forms } = mistakeOf(name)
  const wrong = { ...steps, ...forms[form](steps) }
  if (layer === null) return wrong
  // A step of a layer has the layer as its last argument.
  const [bad, good] = [wrong[step] as LayerStep, steps[step] as LayerStep]
  const chosen: LayerStep = (...args) => ((args.at(-1) as AtLayer).layer === layer ? bad : good)(...args)
  return { ...steps, [step]: chosen }
}
