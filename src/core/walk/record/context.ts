import type { BackwardResult, Objective } from '../../network/backward'
import type { LayerCache } from '../../network/forward'
import type { Parameters } from '../../network/parameters'
import type { NetworkSpec } from '../../network/spec'
import type { OptimizerState } from '../../network/update'
import type { BoundLoss } from '../../nn/losses'
import type { OptimizerSpec } from '../../nn/optimizers'
import type { Samples } from '../../nn/targets'
import type { Arithmetic } from '../../tensor/arithmetic'
import type { Matrix } from '../../tensor/matrix'
import type { Recorder } from './recorder'
import type { NotationName, Symbols } from './symbols'

/** One mini-batch, and the step that is taken on it. */
export interface WalkProblem {
  readonly network: NetworkSpec
  readonly objective: Objective
  readonly parameters: Parameters
  readonly batch: Samples
  /** Dropout masks, one entry a layer, as in `forward`; without them nothing is dropped. */
  readonly masks?: readonly (Matrix | null)[]
  readonly optimizer: OptimizerSpec
  /** The rate of this very step. */
  readonly learningRate: number
  /** The optimizer's memory before the step; that of no update unless given. */
  readonly state?: OptimizerState
  /** The largest norm of all gradients together; null for no limit. */
  readonly clip?: number | null
  /** The app's own unless given. */
  readonly notation?: NotationName
}

/** The data that all rules of a walk share. */
export interface WalkContext {
  readonly problem: WalkProblem
  readonly recorder: Recorder
  readonly symbols: Symbols
  readonly loss: BoundLoss
  readonly cache: readonly LayerCache[]
  readonly result: BackwardResult
  /** That of training, so that its numbers are those of the run. */
  readonly arithmetic: Arithmetic
  /** The divisor of the sum of the losses: rows or elements; 1 where the loss is the sum. */
  readonly divisor: number
  /** Whether the loss is divided at all. */
  readonly isMean: boolean
  /** The factor that error signals are shown with: N where the notation leaves the mean to the products, else 1. */
  readonly signalScale: number
}

/** Whether layer 1, 2, … multiplies its activations by a dropout mask. */
export function isDropped({ cache }: WalkContext, layer: number): boolean {
  return layer > 0 && cache[layer - 1].mask !== undefined
}

/** The id of what layer 1, 2, … receives: X, the activations before it, or those times their mask; Z where the activation is linear. */
export function inputId(context: WalkContext, layer: number): string {
  return layer === 1 ? 'X' : passedOnId(context, layer - 1)
}

/** The id of what a layer passes on. */
export function passedOnId(context: WalkContext, layer: number): string {
  return isDropped(context, layer) ? `A${layer}⊙M${layer}` : activationId(context, layer)
}

/** The id of a layer's activations, which are its Z where the activation is linear. */
export function activationId({ problem }: WalkContext, layer: number): string {
  return problem.network.layers[layer - 1].activation === 'linear' ? `Z${layer}` : `A${layer}`
}

/** A derivative of the loss in formulas: divided by N where the loss is a mean and the notation does not leave that to the products. */
export function overCount({ isMean, symbols }: WalkContext, text: string): string {
  return isMean && !symbols.leavesMean ? `${text}/${symbols.count.name}` : text
}

/** The same as KaTeX source, in front. */
export function countTex({ isMean, symbols }: WalkContext): string {
  return isMean && !symbols.leavesMean ? `\\frac1${braced(symbols.count.tex)}` : ''
}

/** The divisor of the numbers of a loss's derivative: 1 where the notation leaves the division to the products. */
export function signalDivisor({ divisor, signalScale }: WalkContext): number {
  return divisor / signalScale
}

/** Text of one sign needs no braces in TeX, but is safer with them. */
function braced(tex: string): string {
  return `{${tex}}`
}
