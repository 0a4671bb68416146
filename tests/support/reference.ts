import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { activationNames, lossKinds, matrixFrom, type LossSpec, type Matrix, type NetworkSpec, type Parameters, type Targets } from '#core'

const folder = resolve(import.meta.dirname, '../reference')

/** The path of a file of reference values; tests/reference/README.md describes them all. */
export const referenceFile = (name: string) => resolve(folder, name)

export interface ReferenceTensor {
  readonly W: number[][]
  readonly b: number[]
}

export interface GradientCase {
  readonly id: string
  readonly network: NetworkSpec
  readonly loss: LossSpec
  readonly regularization: { readonly l1: number; readonly l2: number }
  readonly parameters: readonly ReferenceTensor[]
  readonly X: number[][]
  readonly y: number[] | number[][]
  readonly expected: {
    readonly loss: number
    readonly outputs: number[][]
    readonly gradients: readonly ReferenceTensor[]
    readonly inputGradient: number[][]
    readonly directionalDerivative?: number
    readonly hessianVectorProduct?: readonly ReferenceTensor[]
  }
}

export interface TrainingCase extends Omit<GradientCase, 'expected'> {
  readonly optimizer: { readonly kind: string; readonly learningRate: number } & Readonly<Record<string, number | string | boolean>>
  readonly batches: number[][]
  readonly expected: { readonly batchLosses: number[]; readonly parameters: readonly ReferenceTensor[] }
}

/** Reads a file of cases. One reference value (a second derivative at a huge score) is NaN there, which JSON has no word for. */
export function readCases<Case>(name: string): Case[] {
  return JSON.parse(readFileSync(referenceFile(name), 'utf8').replace(/\bNaN\b/g, 'null')) as Case[]
}

/** Whether the engine has every activation, loss and regularizer of a case. */
export function isSupported({ network, loss, regularization }: Pick<GradientCase, 'network' | 'loss' | 'regularization'>): boolean {
  return (
    lossKinds.includes(loss.kind) &&
    regularization.l1 === 0 &&
    network.layers.every(({ activation }) => activationNames.includes(activation))
  )
}

export function parametersOf(tensors: readonly ReferenceTensor[]): Parameters {
  return tensors.map(({ W, b }) => ({ W: matrixFrom(W), b: matrixFrom([b]) }))
}

export function targetsOf(y: number[] | number[][]): Targets {
  return isRows(y) ? { kind: 'values', values: matrixFrom(y) } : { kind: 'classes', classes: Int32Array.from(y) }
}

function isRows(y: number[] | number[][]): y is number[][] {
  return Array.isArray(y[0])
}

/** The largest |ours − theirs| / max(1, largest |theirs| in the tensor): at most 1e-9 where they agree. */
export function disagreement(ours: ArrayLike<number>, theirs: readonly number[]): number {
  if (ours.length !== theirs.length) return Infinity
  const scale = theirs.reduce((top, x) => Math.max(top, Math.abs(x)), 1)
  return theirs.reduce((worst, x, e) => {
    const d = Math.abs(ours[e] - x) / scale
    return d > worst || Number.isNaN(d) ? d : worst
  }, 0)
}

export function flat(matrix: Matrix | null): ArrayLike<number> {
  return matrix ? matrix.data : []
}
