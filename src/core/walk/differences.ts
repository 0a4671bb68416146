import { AppError } from '../messages/app-error'
import { CheckedLoss } from '../check/checked-loss'
import { sameUnitBranches } from '../check/branches'
import { forward, type LayerCache } from '../network/forward'
import { ln } from '../math/ln'
import { activationOf } from '../nn/activations'
import { gatherTargets } from '../nn/targets'
import { elementwiseProduct } from '../tensor/products'
import { copy, gatherRows, type Matrix } from '../tensor/matrix'
import { activationId, type WalkContext } from './record/context'
import { lossNumber } from './rules/loss-rule'
import type { CellDifference, StepCell } from './record/walk'

/** The step of the central differences: see `CheckedLoss`. */
const STEP = 1e-5

/** The part of the network that one sample goes through from a moved number on. */
interface Passed {
  readonly cache: readonly LayerCache[]
  /** The sample's part in the data loss. */
  readonly loss: number
}

/** Which quantity is moved: what a layer receives, its Z, or its A. From 0. */
type Moved = { readonly what: 'input' | 'Z' | 'A'; readonly layer: number }

/**
 * Difference quotients beside the derivatives of a walk, in float64: by a parameter as the gradient check takes them, by a number on
 * the way by restarting the forward pass with it moved. Only the sample it belongs to is computed again.
 */
export class Differences {
  private checked: CheckedLoss | null | undefined

  constructor(private readonly context: WalkContext) {}

  /** The quotient beside a cell; undefined where it is no derivative of the loss, or a loss is not finite. */
  at({ step, row, column }: StepCell): CellDifference | undefined {
    const { problem, signalScale } = this.context
    const { l1 = 0, l2 = 0 } = problem.objective.regularization
    const parameter = /^d([Wb]\d+)(\.data)?$/.exec(step)
    if (parameter) return parameter[2] && (l1 !== 0 || l2 !== 0) ? undefined : this.byParameter(parameter[1], row, column)
    const slope = /^slope(\d+|_out)$/.exec(step)
    if (slope) return this.ofActivation(slope[1] === '_out' ? this.last : Number(slope[1]) - 1, row, column)
    if (step === 'dP' || (step === 'dA_out' && this.context.loss.reads === 'logits')) return this.byProbability(step, row, column)
    const moved = this.movedBy(step)
    const found = moved && this.byMoving(moved, row, column)
    return found && { ...found, numeric: found.numeric * signalScale }
  }

  private get last(): number {
    return this.context.cache.length - 1
  }

  /** The quantity that a step's derivative is taken with respect to. */
  private movedBy(step: string): Moved | undefined {
    if (step === 'dX') return { what: 'input', layer: 0 }
    if (step === 'dS' || step === 'dZ_out') return { what: 'Z', layer: this.last }
    if (step === 'dA_out') return { what: 'A', layer: this.last }
    const Z = /^dZ(\d+)$/.exec(step)
    if (Z) return { what: 'Z', layer: Number(Z[1]) - 1 }
    const A = /^d\(?A(\d+)/.exec(step)
    return A ? { what: 'input', layer: Number(A[1]) } : undefined
  }

  private byParameter(name: string, row: number, column: number): CellDifference | undefined {
    const { problem } = this.context
    try {
      this.checked ??= new CheckedLoss({
        network: problem.network,
        objective: problem.objective,
        parameters: problem.parameters,
        batch: problem.batch,
        masks: problem.masks ?? [],
        gradients: this.context.result.gradients
      })
      const tensor = this.checked.tensors.findIndex((one) => one.name === name)
      const { numeric, crossedKink } = this.checked.byElement(tensor, row * this.checked.tensors[tensor].matrix.columns + column, STEP)
      return Number.isFinite(numeric) ? { numeric, crossedKink } : undefined
    } catch (error) {
      return withoutDifference(error)
    }
  }

  private ofActivation(layer: number, row: number, column: number): CellDifference | undefined {
    const { network } = this.context.problem
    const { value, kinks } = activationOf(network.layers[layer].activation)
    const { data, columns } = this.context.cache[layer].Z
    const z = data[row * columns + column]
    const [low, high] = [z - STEP, z + STEP]
    const numeric = (value(high) - value(low)) / (high - low)
    return Number.isFinite(numeric) ? { numeric, crossedKink: kinks.some((kink) => low > kink !== high > kink) } : undefined
  }

  /** By a probability that a cross-entropy takes the logarithm of, which it does by way of the logit. */
  private byProbability(step: string, row: number, column: number): CellDifference | undefined {
    const { recorder, problem, divisor, signalScale } = this.context
    const P = recorder.tensor(step === 'dP' ? 'P' : activationId(this.context, this.last + 1)).matrix
    const [p, y] = [P, recorder.tensor('Y').matrix].map(({ data, columns }) => data[row * columns + column])
    const ofClass = recorder.tensors.get('w')?.matrix.data[row] ?? 1
    const weight = step === 'dP' ? ofClass : lossNumber(problem.objective.loss, 'positiveWeight')
    const surprise = (q: number) => (y === 0 ? 0 : -weight * y * ln(q)) + (step === 'dP' || y === 1 ? 0 : -(1 - y) * ln(1 - q))
    // Small beside p and beside 1 − p, whose logarithms are taken.
    const h = STEP * Math.min(p, 1 - p)
    const numeric = ((surprise(p + h) - surprise(p - h)) / (p + h - (p - h))) * (signalScale / divisor)
    return Number.isFinite(numeric) ? { numeric, crossedKink: false } : undefined
  }

  private byMoving(moved: Moved, row: number, column: number): CellDifference | undefined {
    const { divisor, problem, cache, loss } = this.context
    const { layer, what } = moved
    const { input, Z, A } = cache[layer]
    const base = copy(gatherRows(what === 'input' ? input : what === 'Z' ? Z : A, [row]), 'f64')
    const kept = base.data[column]
    const [high, low] = [kept + STEP, kept - STEP]
    const at = (value: number) => {
      const row_ = copy(base)
      row_.data[column] = value
      return this.pass(moved, row_, row)
    }
    const [above, below] = [at(high), at(low)]
    const numeric = (above.loss - below.loss) / (high - low) / divisor
    if (!Number.isFinite(numeric)) return undefined
    const targets = gatherTargets(problem.batch.targets, [row])
    const output = (passed: Passed) => passed.cache[passed.cache.length - 1][loss.reads === 'logits' ? 'Z' : 'A']
    const branches = [above, below].map((passed) => loss.branches(output(passed), targets))
    const isSame =
      sameUnitBranches(problem.network, what === 'A' ? this.last + 1 : layer, what === 'A' ? [] : below.cache, above.cache) &&
      branches[0].every((side, e) => side === branches[1][e])
    return { numeric, crossedKink: !isSame }
  }

  /** One sample from a layer's input, Z or A on; the sum of its terms of the loss. */
  private pass({ what, layer }: Moved, moved: Matrix, row: number): Passed {
    const { problem, loss } = this.context
    const { network } = problem
    const parameters = this.parameters
    const masks = problem.masks?.map((mask) => mask && copy(gatherRows(mask, [row]), 'f64'))
    let cache: LayerCache[]
    if (what === 'input') cache = forward(network, parameters, moved, layer, masks)
    else {
      const { value } = activationOf(network.layers[layer].activation)
      const A = what === 'A' ? moved : { ...moved, data: moved.data.map(value) }
      const mask = masks?.[layer]
      const rest = layer === this.last ? [] : forward(network, parameters, mask ? elementwiseProduct(A, mask) : A, layer + 1, masks)
      cache = [{ input: moved, Z: moved, A }, ...rest]
    }
    const { Z, A } = cache[cache.length - 1]
    const output = loss.reads === 'logits' ? Z : A
    const terms = problem.objective.loss.reduction === 'sum' || loss.averages === 'rows' ? 1 : output.columns
    return { cache, loss: terms * loss.value(output, gatherTargets(problem.batch.targets, [row])) }
  }

  private doubled: WalkContext['problem']['parameters'] | undefined

  /** The parameters in float64. */
  private get parameters(): WalkContext['problem']['parameters'] {
    this.doubled ??= this.context.problem.parameters.map(({ W, b }) => ({ W: copy(W, 'f64'), b: b ? copy(b, 'f64') : null }))
    return this.doubled
  }
}

/** A loss that is not finite has no difference; every other error goes on. */
function withoutDifference(error: unknown): undefined {
  if (error instanceof AppError && error.kind === 'numeric') return undefined
  throw error
}
