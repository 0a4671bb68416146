import type { Parameters } from '../network/parameters'
import { namedTensors } from '../network/parameters'
import type { Matrix } from '../tensor/matrix'
import { runToEnd, type CooperativeTask } from '../tasks/task'
import type { BackwardProblem } from './backward-problem'
import { mistakeOf } from './catalogue'
import { mistakenGradients, type PlacedMistake } from './mistaken-gradients'
import { placedMistakes } from './places'
import { practiceProblems } from './practice-problems'

/** Gradients from outside, with the problem that they answer. */
export interface Answer {
  readonly problem: BackwardProblem
  /** In the form of the parameters. */
  readonly gradients: Parameters
}

export interface NamedMistakes {
  /** Whether the gradients are right. */
  readonly isRight: boolean
  /**
   * Every explanation by the fewest mistakes, each as the mistakes made at once: one or two; none where the gradients are right or equal
   * no backward pass that is known.
   */
  readonly explanations: readonly (readonly PlacedMistake[])[]
}

/**
 * The distance at which an element still counts as equal, as a share of the largest of its tensor: the same formula in another order of operations, or the
 * numbers read from text with nine digits, stay well below, and a slip far above.
 */
const TOLERANCE = 1e-7

/** Rounding, as a share of the network's largest gradient, that is left of what cancels, as the sum of dL/dZ over all classes does. */
const ROUNDING = 1e-14

/** So many networks tell apart what is the same by chance on the answers. */
const TELLING = 5

/** Pairs are looked for up to so many multiplications, some seconds. */
const MOST_WORK = 2e9

/**
 * Finds which mistakes explain gradients: those that a backward pass with them gives, on every answer at once. Answers on networks whose
 * sizes all differ tell apart what is the same by chance on one. One mistake is tried before two; the same in all layers before that in
 * one. Throws: shape.
 */
export function nameMistakes(answers: readonly Answer[]): NamedMistakes {
  return runToEnd(nameMistakesTask(answers))
}

/** The same, part by part; it yields multiplications. */
export function* nameMistakesTask(given: readonly Answer[]): CooperativeTask<NamedMistakes> {
  const answers = [...given].sort((a, b) => passWork(a.problem) - passWork(b.problem))
  if (areRight(answers)) return { isRight: true, explanations: [] }
  const [{ problem }] = answers
  const work = passWork(problem)
  const told: PlacedMistake[] = []
  const seen: Parameters[] = [mistakenGradients(problem, [])]
  const explanations: PlacedMistake[][] = []
  for (const mistake of placedMistakes(problem)) {
    const gradients = mistakenGradients(problem, [mistake])
    // What gives the same here as one before is tried with the others only where further networks tell them apart.
    if (answers.length > 1 || !seen.some((other) => areSame(gradients, other, 0))) told.push(mistake)
    seen.push(gradients)
    if (areSame(answers[0].gradients, gradients, ROUNDING) && explains(answers.slice(1), [mistake], ROUNDING)) explanations.push([mistake])
    yield work
  }
  if (explanations.length === 0 && (work * told.length * told.length) / 2 <= MOST_WORK) {
    for (const pair of pairsOf(told)) {
      if (explains(answers, pair, ROUNDING)) explanations.push(pair)
      yield work
    }
  }
  // What differs by rounding alone, as a bias left at 0 from the sum of what cancels, is told apart where the rounding is the same.
  const exact = explanations.filter((made) => explains(answers, made))
  return { isRight: false, explanations: differing(problem, exact.length > 0 ? exact : explanations) }
}

/** Two mistakes at once; in one step in either order, since the second may put the first aside. */
function* pairsOf(placed: readonly PlacedMistake[]): Generator<PlacedMistake[]> {
  for (const [i, first] of placed.entries()) {
    for (const second of placed.slice(i + 1)) {
      if (isSameSlip(first, second)) continue
      yield [first, second]
      if (mistakeOf(first.name).step === mistakeOf(second.name).step) yield [second, first]
    }
  }
}

/** A slip in every layer and in one of them, or in two of its forms at one place, is no pair. */
function isSameSlip(a: PlacedMistake, b: PlacedMistake): boolean {
  return a.name === b.name && (a.layer === b.layer || a.layer === null || b.layer === null)
}

/** Whether every answer is right. Throws: shape. */
export function areRight(answers: readonly Answer[]): boolean {
  return explains(answers, [], ROUNDING)
}

function explains(answers: readonly Answer[], made: readonly PlacedMistake[], rounding = 0): boolean {
  return answers.every(({ problem, gradients }) => areSame(gradients, mistakenGradients(problem, made), rounding))
}

/** Of explanations that are the same on every network of the kind, as in all layers and in the only one where it shows, the first. */
function differing(problem: BackwardProblem, explanations: readonly PlacedMistake[][]): PlacedMistake[][] {
  if (explanations.length < 2) return [...explanations]
  const problems = practiceProblems(problem, TELLING, 0)
  const kept: { made: PlacedMistake[]; answers: Answer[] }[] = []
  for (const made of explanations) {
    if (kept.some(({ answers }) => explains(answers, made))) continue
    kept.push({ made, answers: problems.map((other) => ({ problem: other, gradients: mistakenGradients(other, made) })) })
  }
  return kept.map(({ made }) => made)
}

/**
 * Whether gradients equal expected ones up to the tolerance and a share of the largest of the network; never where a number is not finite.
 */
function areSame(gradients: Parameters, expected: Parameters, rounding: number): boolean {
  const [tensors, others] = [namedTensors(gradients), namedTensors(expected)]
  const largest = others.map(({ matrix }) => largestOf(matrix))
  return (
    tensors.length === others.length &&
    tensors.every(({ matrix: { data } }, t) => {
      const wanted = others[t].matrix.data
      const tolerance = TOLERANCE * largest[t] + rounding * Math.max(...largest)
      return data.length === wanted.length && data.every((x: number, e: number) => Math.abs(x - wanted[e]) <= tolerance)
    })
  )
}

function largestOf({ data }: Matrix): number {
  let largest = 0
  for (const x of data) largest = Math.max(largest, Math.abs(x))
  return largest
}

/** Multiplications of one backward pass, forward pass included, up to a factor. */
function passWork({ network, batch }: BackwardProblem): number {
  let fanIn = network.inputs
  let sum = 0
  for (const { units } of network.layers) {
    sum += batch.X.rows * units * (3 * fanIn + 20)
    fanIn = units
  }
  return sum
}
