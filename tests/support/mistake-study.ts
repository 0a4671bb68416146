import {
  activationNames,
  areRight,
  backward,
  createRandom,
  forward,
  lossKinds,
  lossOf,
  mistakenGradients,
  nameMistakes,
  placedMistakes,
  practiceProblems,
  type Answer,
  type BackwardProblem,
  type LossSpec,
  type Parameters,
  type PlacedMistake,
  type Random
} from '#core'
import { parametersFor, samplesFor } from './problems'

/** The counts of a study: what was planted and shows in some gradient, and how much of it is named by itself alone. */
export interface MistakeFigures {
  readonly networks: number
  readonly right: number
  readonly accused: number
  readonly singles: number
  readonly singlesNamed: number
  readonly pairs: number
  readonly pairsNamed: number
  /** The ones that were not, each as the network, what was planted and what was named. */
  readonly missed: readonly string[]
}

export interface StudyOptions {
  readonly networks: number
  /** Mistakes, and pairs of them, that are planted in each network; those that show nowhere count for nothing. */
  readonly singles: number
  readonly pairs: number
}

const pick = <Item>(items: readonly Item[], random: Random): Item => items[random.below(items.length)]
const isOneOf = (share: number, random: Random) => random.uniform() < share

function lossFor(random: Random): LossSpec {
  const kind = pick(lossKinds, random)
  const reduction = isOneOf(0.3, random) ? ('sum' as const) : ('mean' as const)
  const options = {
    ...(kind === 'multiclass-hinge' && { margin: 0.5 + 2 * random.uniform() }),
    ...(kind === 'huber' && { delta: 0.2 + random.uniform() }),
    ...(kind === 'binary-cross-entropy' && isOneOf(0.5, random) && { positiveWeight: 0.5 + 3 * random.uniform() })
  }
  return { kind, reduction, ...options }
}

/** A network of one to four layers, each with an activation of its own, with any loss, regularizer and batch, by its seed. */
export function studiedProblem(seed: number): BackwardProblem {
  const random = createRandom(seed)
  const depth = isOneOf(0.5, random) ? 2 : 1 + random.below(4)
  const loss = lossFor(random)
  const { outputActivation, weighsClasses } = lossOf(loss)
  const isOneOutput = loss.kind === 'binary-cross-entropy' && isOneOf(0.5, random)
  const layers = Array.from({ length: depth }, (_, l) => ({
    units: l === depth - 1 && isOneOutput ? 1 : 2 + random.below(4),
    activation: l === depth - 1 ? (outputActivation ?? pick(activationNames, random)) : pick(activationNames, random)
  }))
  const network = { inputs: 2 + random.below(4), layers, bias: isOneOf(0.85, random) }
  const classes = layers[depth - 1].units
  const classWeights =
    weighsClasses && isOneOf(0.3, random) ? { classWeights: Array.from({ length: classes }, () => 0.5 + random.uniform()) } : {}
  const regularization = { l1: isOneOf(0.3, random) ? 0.05 : 0, l2: isOneOf(0.6, random) ? 0.1 : 0 }
  return {
    network,
    objective: { loss: { ...loss, ...classWeights }, regularization },
    parameters: parametersFor(network, seed),
    batch: samplesFor(network, loss.kind, seed, 4 + random.below(4))
  }
}

/** The mistakes of a backward pass are looked for as the labs do it: on the network and on five others of its kind. */
const PRACTICE = 5

/** Plants mistakes in so many networks and has them named. */
export function studyMistakes({ networks, singles, pairs }: StudyOptions): MistakeFigures {
  const figures = { networks, right: 0, accused: 0, singles: 0, singlesNamed: 0, pairs: 0, pairsNamed: 0 }
  const missed: string[] = []
  for (let seed = 1; seed <= networks; seed++) {
    const own = studiedProblem(seed)
    const problems = [own, ...practiceProblems(own, PRACTICE, seed)]
    const placed = placedMistakes(own)
    const random = createRandom(seed + 1_000_000)
    for (const gradients of [engineGradients, inNineDigits]) {
      figures.right++
      if (nameMistakes(problems.map((problem) => ({ problem, gradients: gradients(problem) }))).isRight) continue
      figures.accused++
      missed.push(`${seed} right, by ${gradients.name}`)
    }
    const tried = (made: readonly PlacedMistake[]): boolean | null => {
      const answers = answersWith(problems, made)
      if (areRight(answers)) return null
      const { explanations } = nameMistakes(answers)
      const isNamed = explanations.length === 1 && isTheSame(own, made, explanations[0])
      if (!isNamed) missed.push(`${seed} ${textOf(made)}: ${explanations.map(textOf).join(' | ') || 'nothing'}`)
      return isNamed
    }
    for (let n = 0; n < singles; n++) {
      const isNamed = tried([pick(placed, random)])
      if (isNamed !== null) figures.singles++
      if (isNamed) figures.singlesNamed++
    }
    for (let n = 0; n < pairs; n++) {
      const [first, second] = [pick(placed, random), pick(placed, random)]
      // A slip in every layer and in one of them is no pair.
      if (first.name === second.name) continue
      const isNamed = tried([first, second])
      if (isNamed !== null) figures.pairs++
      if (isNamed) figures.pairsNamed++
    }
  }
  return { ...figures, missed }
}

function answersWith(problems: readonly BackwardProblem[], made: readonly PlacedMistake[]): Answer[] {
  return problems.map((problem) => ({ problem, gradients: mistakenGradients(problem, made) }))
}

/** The gradients by the engine's own backward pass, whose sums have another order. */
function engineGradients({ network, objective, parameters, batch }: BackwardProblem): Parameters {
  return backward(network, parameters, forward(network, parameters, batch.X), batch.targets, objective).gradients
}

/** The gradients as they are read from a text with nine digits. */
function inNineDigits(problem: BackwardProblem): Parameters {
  const gradients = mistakenGradients(problem, [])
  for (const { W, b } of gradients) for (const g of [W, b]) g?.data.forEach((x, e) => (g.data[e] = Number(x.toPrecision(9))))
  return gradients
}

/** Whether an explanation is what was planted, or the same backward pass on other networks too: with one output a mean over outputs is none. */
function isTheSame(own: BackwardProblem, made: readonly PlacedMistake[], explanation: readonly PlacedMistake[]): boolean {
  const names = (all: readonly PlacedMistake[]) =>
    all
      .map(({ name }) => name)
      .sort()
      .join()
  if (names(made) === names(explanation)) return true
  const others = practiceProblems(own, PRACTICE, 12_345)
  return others.every((problem) => {
    const [a, b] = [mistakenGradients(problem, made), mistakenGradients(problem, explanation)]
    return a.every(({ W, b: bias }, l) => areClose(W.data, b[l].W.data) && (!bias || areClose(bias.data, b[l].b?.data ?? [])))
  })
}

function areClose(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  const largest = Math.max(1e-300, ...Array.from(b, Math.abs))
  return Array.from(a).every((x, e) => Math.abs(x - b[e]) <= 1e-9 * largest)
}

function textOf(made: readonly PlacedMistake[]): string {
  return made.map(({ name, layer, form }) => `${name}${layer === null ? '' : ` in ${layer + 1}`}${form ? ` (${form})` : ''}`).join(' + ')
}
