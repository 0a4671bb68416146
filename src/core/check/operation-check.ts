import { Graph } from '../autodiff/graph/graph'
import { forwardSweep } from '../autodiff/graph/forward-sweep'
import { reverseSweep } from '../autodiff/graph/reverse-sweep'
import type { Operation } from '../autodiff/ops/operation'
import { createRandom } from '../random/random'
import { copy, zerosLike, type Matrix } from '../tensor/matrix'
import { passes, relativeError, relativeErrorFloor, verdictOf, type Verdict } from './verdict'

export interface OperationCheckOptions {
  readonly operation: Operation
  /** The inputs at which it is checked, in any precision. */
  readonly inputs: readonly Matrix[]
  /** The step h of the difference quotients; 1e-5 unless given (see `defaultEpsilon`). */
  readonly epsilon?: number
  /** Seed of the weights u and the direction; 1 unless given. */
  readonly seed?: number
}

/** Result of the check for one input of the operation. */
export interface InputCheck {
  /** From 1. */
  readonly input: number
  readonly checked: number
  /** Elements at a kink, where no difference quotient is the derivative: counted separately, not as failures. */
  readonly kinks: number
  /** The worst verdict on dL/dx from the vector–Jacobian product, outside kinks, and the relative error behind it. */
  readonly reverse: Verdict
  readonly worstReverse: number
  /** The verdict on ∇L·v from the Jacobian–vector product along a random direction v. */
  readonly forward: Verdict
  readonly worstForward: number
}

export interface OperationCheck {
  readonly operation: string
  readonly inputs: readonly InputCheck[]
  /** Whether both products are confirmed for every input. */
  readonly passed: boolean
}

/** Smallest step; below it rounding error dominates the difference. */
const SMALLEST_STEP = 1e-7

/**
 * The one-sided difference quotients of a smooth function differ by about h·f″; a larger jump indicates a kink between them.
 */
const KINK_JUMP = 1e-3

type ScalarOf = (step: number) => number

interface Compared {
  readonly verdict: Verdict
  readonly relative: number
}

/**
 * Compares the derivative of f at 0 with its central difference; where the one-sided differences disagree, h is divided by ten as long as
 * it helps.
 */
function compareAtZero(f: ScalarOf, analytic: number, epsilon: number): Compared {
  const middle = f(0)
  let looser = 1
  for (let h = epsilon; ; h /= 10, looser *= 10) {
    const right = (f(h) - middle) / h
    const left = (middle - f(-h)) / h
    const relative = relativeError(analytic, (right + left) / 2, relativeErrorFloor(middle, h))
    const verdict = verdictOf(relative / looser)
    const isBent = Math.abs(right - left) > KINK_JUMP * Math.max(1, Math.abs(right) + Math.abs(left), Math.abs(middle))
    if (passes(verdict) || !isBent) return { verdict, relative }
    if (h / 10 < SMALLEST_STEP * 0.999) return { verdict: 'kink', relative }
  }
}

function normals(shape: Matrix, seed: number): Matrix {
  const random = createRandom(seed)
  const result = copy(zerosLike(shape), 'f64')
  for (let e = 0; e < result.data.length; e++) result.data[e] = random.normal()
  return result
}

function dot(a: Matrix, b: Matrix): number {
  let sum = 0
  for (let e = 0; e < a.data.length; e++) sum += a.data[e] * b.data[e]
  return sum
}

/**
 * Compares both derivatives of an operation with difference quotients of L = ⟨u, f(x)⟩, u being random: the vector–Jacobian product
 * element by element, the Jacobian–vector product along one direction. Our own operations and a user's are checked alike.
 * Throws: shape.
 */
export function checkOperation({ operation, inputs, epsilon = 1e-5, seed = 1 }: OperationCheckOptions): OperationCheck {
  const graph = new Graph()
  const leaves = inputs.map((value, index) => graph.input(`x${index + 1}`, value))
  const output = graph.ops.apply(operation, ...leaves)
  const u = normals(output.value, seed)
  const sweep = reverseSweep({ graph, output, to: leaves, seed: u })

  const alongStep = (index: number, direction: Matrix) => (step: number) => {
    const moved = copy(leaves[index].value)
    for (let e = 0; e < moved.data.length; e++) moved.data[e] += step * direction.data[e]
    return dot(u, operation.forward(leaves.map(({ value }, other) => (other === index ? moved : value))))
  }

  const checks = leaves.map((leaf, index): InputCheck => {
    const analytic = sweep.gradientOf(leaf).value
    const elements = [...analytic.data].map((slope, e) => {
      const basis = zerosLike(leaf.value)
      basis.data[e] = 1
      return compareAtZero(alongStep(index, basis), slope, epsilon)
    })
    const direction = normals(leaf.value, seed + index + 1)
    const [change] = forwardSweep({ graph, outputs: [output], tangents: [{ node: leaf, direction }] })
    const forward = compareAtZero(alongStep(index, direction), dot(u, change.value), epsilon)
    const smooth = elements.filter(({ verdict }) => verdict !== 'kink')
    const worstReverse = smooth.reduce((worst, { relative }) => (relative <= worst ? worst : relative), 0)
    return {
      input: index + 1,
      checked: elements.length,
      kinks: elements.length - smooth.length,
      reverse: smooth.find(({ verdict }) => !passes(verdict))?.verdict ?? verdictOf(worstReverse),
      worstReverse,
      forward: forward.verdict,
      worstForward: forward.relative
    }
  })
  const confirmed = (verdict: Verdict) => passes(verdict) || verdict === 'kink'
  return {
    operation: operation.name,
    inputs: checks,
    passed: checks.every(({ reverse, forward }) => confirmed(reverse) && confirmed(forward))
  }
}
