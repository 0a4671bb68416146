import type { SolvedNetwork } from '../lab/student-program'
import { compareLoss } from '../lab/judge-gradients'
import { stageOf, type Stage } from '../lab-truth/stages'
import { backward, type BackwardResult } from '../network/backward'
import { forward, type LayerCache } from '../network/forward'
import { activationOf } from '../nn/activations'
import { penaltyGradient } from '../nn/regularizers'
import { copy, type Matrix } from '../tensor/matrix'
import { columnSums, productTransposedLeft, productTransposedRight } from '../tensor/products'

/** The outcome of a stage: right in its numbers, right for what the stages before it gave, or wrong. */
export type StageOutcome = 'right' | 'carried' | 'wrong'

/** The distance at which numbers count as equal, as a share of the largest: the same formula in another order stays far below. */
const TOLERANCE = 1e-7

/**
 * Judges the stages of a backward pass that a program took. A stage is right where its numbers are, by whatever route; where they are not it
 * still counts as carried where they follow from the program's own ∂loss/∂Z, which it kept under a name that was watched:
 *
 *   dWₗ = inputᵀ · dZₗ + d(penalty)/dW     dbₗ = column sums of dZₗ     dAₗ = dZₗ₊₁ · Wₗ₊₁ᵀ     dZₗ = dAₗ ⊙ a'(Zₗ)
 */
export function judgeStages(solved: SolvedNetwork, names: readonly string[], carry: boolean): StageOutcome[] {
  const { problem, gradients, seen } = solved
  const { network, parameters, batch, objective } = problem
  const cache = forward(network, parameters, batch.X)
  const truth = backward(network, parameters, cache, batch.targets, objective)
  const layers = network.layers.length
  const given = (of: Stage['of'], layer: number): Matrix | null => {
    if (of === 'dW') return gradients[layer].W
    if (of === 'db') return gradients[layer].b
    const name = [...seen.keys()].find((one) => isSameStage(stageOf(one, layers), { of, layer }))
    return (name !== undefined && seen.get(name)) || null
  }
  const dZ = (layer: number) => given('dZ', layer)
  const areProductsRight = (layer: number) =>
    same(gradients[layer].W, truth.gradients[layer].W) && same(gradients[layer].b, truth.gradients[layer].b)

  return names.map((name): StageOutcome => {
    const stage = stageOf(name, layers)
    if (!stage) return 'wrong'
    const { of, layer } = stage
    if (of === 'loss') return compareLoss(problem, solved.loss).agrees ? 'right' : 'wrong'
    const own = given(of, layer)
    if (isRight(stage, own, truth, solved)) return 'right'
    // What the products of the layer need is right where they are, also where it was kept in another form, such as without 1/N.
    if ((of === 'dZ' || of === 'dA') && areProductsRight(layer)) return 'right'
    const from = carry ? expectedFrom(stage, solved, cache, dZ) : null
    return own && from && same(own, from) ? 'carried' : 'wrong'
  })
}

/** Whether a stage has the numbers that it should have. */
function isRight({ of, layer }: Stage, own: Matrix | null, truth: BackwardResult, { problem: { parameters } }: SolvedNetwork): boolean {
  if (!own) return false
  if (of === 'dW') return same(own, truth.gradients[layer].W)
  if (of === 'db') return same(own, truth.gradients[layer].b)
  if (of === 'dZ') return same(own, truth.gradZ[layer])
  return layer + 1 < parameters.length && same(own, productTransposedRight(truth.gradZ[layer + 1], parameters[layer + 1].W))
}

/** The numbers that follow from the program's own ∂loss/∂Z; null where it kept none. */
function expectedFrom(
  { of, layer }: Stage,
  { problem, seen }: SolvedNetwork,
  cache: readonly LayerCache[],
  dZ: (layer: number) => Matrix | null
): Matrix | null {
  const { network, parameters, objective } = problem
  const { input, Z, A } = cache[layer]
  const own = dZ(layer)
  const fits = (matrix: Matrix | null, like: Matrix) => matrix !== null && matrix.rows === like.rows && matrix.columns === like.columns
  if (of === 'dW' || of === 'db') {
    if (!own || !fits(own, Z)) return null
    return of === 'db'
      ? columnSums(own)
      : added(productTransposedLeft(input, own), penaltyGradient(parameters[layer].W, objective.regularization))
  }
  if (layer + 1 >= network.layers.length) return null
  const next = dZ(layer + 1)
  if (!next || !fits(next, cache[layer + 1].Z)) return null
  const gradA = productTransposedRight(next, parameters[layer + 1].W)
  if (of === 'dA') return gradA
  const keptName = [...seen.keys()].find((one) => isSameStage(stageOf(one, network.layers.length), { of: 'dA', layer }))
  const kept = keptName === undefined ? undefined : seen.get(keptName)
  const grad = copy(kept && fits(kept, gradA) ? kept : gradA)
  const { derivative } = activationOf(network.layers[layer].activation)
  grad.data.forEach((_, e) => (grad.data[e] *= derivative(Z.data[e], A.data[e])))
  return grad
}

function isSameStage(one: Stage | null, other: Stage): boolean {
  return one?.of === other.of && one.layer === other.layer
}

function added(target: Matrix, addend: Matrix): Matrix {
  addend.data.forEach((x: number, e: number) => (target.data[e] += x))
  return target
}

/** Whether two matrices are equal up to rounding; two that are not there are. */
function same(a: Matrix | null, b: Matrix | null): boolean {
  if (!a || !b) return a === b
  if (a.data.length !== b.data.length) return false
  let largest = 0
  for (const x of b.data) largest = Math.max(largest, Math.abs(x))
  // A sum that cancels to 0 has rounding alone.
  const tolerance = TOLERANCE * largest + 1e-14
  return a.data.every((x: number, e: number) => Math.abs(x - b.data[e]) <= tolerance)
}
