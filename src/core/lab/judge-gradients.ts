import { checkGradients } from '../check/gradient-check'
import { sentence, type Details, type Language, type TextCode } from '../messages/catalogue'
import type { Text } from '../messages/texts-of'
import type { BackwardProblem } from '../mistakes/backward-problem'
import { mistakeOf, type MistakeName } from '../mistakes/catalogue'
import type { PlacedMistake } from '../mistakes/mistaken-gradients'
import { nameMistakes } from '../mistakes/name-mistakes'
import { totalLoss } from '../network/backward'
import { forward } from '../network/forward'
import type { Parameters } from '../network/parameters'

/** Loss and gradients that somebody computed; the loss null where none is given. */
export interface GradientAnswer {
  readonly loss: number | null
  /** In the form of the parameters. */
  readonly gradients: Parameters
}

export interface GradientJudgement {
  readonly loss: { readonly student: number | null; readonly engine: number; readonly agrees: boolean }
  readonly tensors: readonly { readonly name: string; readonly checked: number; readonly failed: number; readonly worst: number }[]
  /** The first tensor with a wrong gradient on the way back from the output, weights before biases; null for none. */
  readonly firstWrong: string | null
  /** The mistakes that explain the gradients; none where they are right or no mistake is known. */
  readonly mistakes: readonly MistakeName[]
  readonly sentence: Text
}

/** Two ways to sum a loss differ in the last digits. */
const LOSS_TOLERANCE = 1e-9

/**
 * Judges somebody's loss and gradients: the loss against the engine's, every gradient by the strict rule of the gradient check, and the
 * wrong ones against every known mistake. Throws: shape; numeric.
 */
export function judgeGradients(problem: BackwardProblem, { loss, gradients }: GradientAnswer): GradientJudgement {
  const cache = forward(problem.network, problem.parameters, problem.batch.X)
  const engine = totalLoss(problem.parameters, cache, problem.batch.targets, problem.objective)
  const agrees = loss === null || Math.abs(loss - engine) <= LOSS_TOLERANCE * Math.max(1, Math.abs(engine))
  const report = checkGradients({ ...problem, gradients })
  const tensors = report.tensors.map(({ name, checked, failed, worstRelative }) => ({ name, checked, failed, worst: worstRelative }))
  const firstWrong = firstFromTheOutput(tensors)
  const { explanations } = firstWrong === null ? { explanations: [] } : nameMistakes([{ problem, gradients }])
  const lossPart = agrees ? [] : [say('lab.loss', { student: String(loss), engine: String(engine) })]
  const { passed, checked, kinks, tooSmall, failed } = report
  const rightPart = say('lab.right', { passed, checked, ...(kinks > 0 && { kinks }), ...(tooSmall > 0 && { tooSmall }) })
  const parts =
    firstWrong === null
      ? [rightPart]
      : [say('lab.wrong', { failed, checked, tensor: firstWrong }), ...explanation(explanations, firstWrong)]
  return {
    loss: { student: loss, engine, agrees },
    tensors,
    firstWrong,
    mistakes: explanations[0]?.map(({ name }) => name) ?? [],
    sentence: {
      en: [...lossPart, ...parts].map((part) => part('en')).join(' '),
      zh: [...lossPart, ...parts].map((part) => part('zh')).join('')
    }
  }
}

/** Layers from the last to the first; in each the weights before the biases, which a wrong dL/dZ spoils together. */
function firstFromTheOutput(tensors: GradientJudgement['tensors']): string | null {
  const wrong = tensors.filter(({ failed }) => failed > 0).map(({ name }) => name)
  const last = wrong.at(-1)
  return last === undefined ? null : (wrong.find((name) => name.slice(1) === last.slice(1)) ?? last)
}

type Sentence = (language: Language) => string

function say(code: TextCode, details: Details): Sentence {
  return (language) => sentence(code, details, language)
}

function explanation(explanations: readonly (readonly PlacedMistake[])[], tensor: string): Sentence[] {
  if (explanations.length === 0) return [say('lab.unknown', { tensor })]
  const [[first, second]] = explanations
  const label = ({ name }: PlacedMistake, language: Language) => mistakeOf(name).label[language]
  const layerOf = ({ layer }: PlacedMistake, key: string): Details => (layer === null ? {} : { [key]: layer + 1 })
  const named: Sentence = second
    ? (language) => {
        const details = { mistake: label(first, language), second: label(second, language) }
        return sentence('lab.two-mistakes', { ...details, ...layerOf(first, 'layer'), ...layerOf(second, 'secondLayer') }, language)
      }
    : (language) => sentence('lab.mistake', { mistake: label(first, language), ...layerOf(first, 'layer') }, language)
  return explanations.length > 1 ? [named, say('lab.several', {})] : [named]
}
