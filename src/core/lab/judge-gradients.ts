import { checkGradients } from '../check/gradient-check'
import { sentence, type Details, type Language, type TextCode } from '../messages/catalogue'
import type { Text } from '../messages/texts-of'
import type { BackwardProblem } from '../mistakes/backward-problem'
import { mistakeOf, type MistakeName } from '../mistakes/catalogue'
import type { PlacedMistake } from '../mistakes/mistaken-gradients'
import { areRight, nameMistakes, type Answer, type NamedMistakes } from '../mistakes/name-mistakes'
import { totalLoss } from '../network/backward'
import { forward } from '../network/forward'
import type { Parameters } from '../network/parameters'

/** Loss and gradients that somebody computed; the loss null where none is given. */
export interface GradientAnswer {
  readonly loss: number | null
  /** In the form of the parameters. */
  readonly gradients: Parameters
  /**
   * The same backward pass on other networks of the kind, which tell apart what is the same by chance on one, null where it failed; none
   * unless given.
   */
  readonly practice?: readonly (Answer | null)[]
  /** Whether the gradients are the derivative of the loss that was computed; null, as unless given, where that is not known. */
  readonly fitsOwnLoss?: boolean | null
}

export interface GradientJudgement {
  readonly loss: { readonly student: number | null; readonly engine: number; readonly agrees: boolean }
  readonly tensors: readonly { readonly name: string; readonly checked: number; readonly failed: number; readonly worst: number }[]
  /** The first tensor with a wrong gradient on the way back from the output, weights before biases; null for none. */
  readonly firstWrong: string | null
  /** The mistakes that explain the gradients; none where they are right or no mistake is known. */
  readonly mistakes: readonly MistakeName[]
  /** The same with their places. */
  readonly made: readonly PlacedMistake[]
  readonly sentence: Text
}

/** Two ways to sum a loss differ in the last digits. */
const LOSS_TOLERANCE = 1e-9

/**
 * Judges somebody's loss and gradients: the loss against the engine's, every gradient by the strict rule of the gradient check, and the
 * wrong ones against every known mistake. Throws: shape; numeric.
 */
export function judgeGradients(problem: BackwardProblem, answer: GradientAnswer): GradientJudgement {
  const { loss, gradients, practice = [] } = answer
  const further = practice.filter((other) => other !== null)
  const { engine, agrees } = compareLoss(problem, loss)
  const report = checkGradients({ ...problem, gradients })
  const tensors = report.tensors.map(({ name, checked, failed, worstRelative }) => ({ name, checked, failed, worst: worstRelative }))
  const firstWrong = fromTheOutput(tensors).find(({ failed }) => failed > 0)?.name ?? null
  const explanations = firstWrong === null ? [] : explain({ problem, gradients }, further)
  const lossPart = agrees ? [] : [say('lab.loss', { student: String(loss), engine: String(engine) })]
  const { passed, checked, kinks, tooSmall, failed } = report
  const rightPart = say('lab.right', { passed, checked, ...(kinks > 0 && { kinks }), ...(tooSmall > 0 && { tooSmall }) })
  const parts =
    firstWrong === null
      ? [rightPart, ...(further.length === practice.length && areRight(further) ? [] : [say('lab.only-here', {})])]
      : [say('lab.wrong', { failed, checked, tensor: firstWrong }), ...ofOwnLoss(answer), ...explanation(explanations, firstWrong)]
  return {
    loss: { student: loss, engine, agrees },
    tensors,
    firstWrong,
    mistakes: explanations[0]?.map(({ name }) => name) ?? [],
    made: explanations[0] ?? [],
    sentence: {
      en: [...lossPart, ...parts].map((part) => part('en')).join(' '),
      zh: [...lossPart, ...parts].map((part) => part('zh')).join('')
    }
  }
}

/** The loss of a problem, and whether somebody's agrees with it, as none does. Throws: shape. */
export function compareLoss({ network, objective, parameters, batch }: BackwardProblem, loss: number | null) {
  const engine = totalLoss(parameters, forward(network, parameters, batch.X), batch.targets, objective)
  return { engine, agrees: loss === null || Math.abs(loss - engine) <= LOSS_TOLERANCE * Math.max(1, Math.abs(engine)) }
}

/** The mistakes that explain the gradients on all networks; where nothing does, on the one alone. */
function explain(own: Answer, practice: readonly Answer[]): NamedMistakes['explanations'] {
  const { explanations } = nameMistakes([own, ...practice])
  return explanations.length > 0 || practice.length === 0 ? explanations : nameMistakes([own]).explanations
}

function ofOwnLoss({ fitsOwnLoss = null }: GradientAnswer): Sentence[] {
  return fitsOwnLoss === null ? [] : [say(fitsOwnLoss ? 'lab.own-loss' : 'lab.not-own-loss', {})]
}

/** Tensors from the output back: layers from the last to the first; in each the weights before the biases, which a wrong dL/dZ spoils together. */
export function fromTheOutput<Tensor extends { readonly name: string }>(tensors: readonly Tensor[]): Tensor[] {
  const layerOf = ({ name }: Tensor) => Number(name.slice(1))
  return [...tensors].sort((a, b) => layerOf(b) - layerOf(a))
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
