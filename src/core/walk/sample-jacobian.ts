import { zeros, type Matrix } from '../tensor/matrix'
import type { Walk } from './walk-batch'

/** The Jacobian of what one step does to one sample, which the backward pass multiplies by without having it. */
export interface SampleJacobian {
  /** J[j, k] = ∂(result j)/∂(input k): a row for each result. */
  readonly matrix: Matrix
  readonly kind: 'diagonal' | 'affine' | 'softmax'
  /** The gradient by the results, the one by the inputs, and the tensors they are rows of: given · J = got. */
  readonly given: string
  readonly got: string
  /** The numbers of it that the backward pass never forms, and the products that it takes for one sample. */
  readonly notBuilt: number
  readonly products: number
}

/** Larger ones nobody reads. */
export const MOST_JACOBIAN = 64

/**
 * The Jacobian of a step for one row of the mini-batch: a diagonal of slopes for an activation, Wᵀ for the affine step, diag(p) − ppᵀ for
 * the softmax. Null for every other step, for more than 64 units, and where the walk has no gradient of it.
 */
export function sampleJacobian(walk: Walk, step: string, row: number): SampleJacobian | null {
  const [, letter, layer] = /^([ZA])(\d+)$/.exec(step) ?? []
  if (step === 'P') return softmaxJacobian(walk, row)
  if (letter === 'A') return diagonal(walk, step, layer, row)
  return letter === 'Z' ? affine(walk, layer) : null
}

const fits = (...sizes: number[]) => sizes.every((size) => size <= MOST_JACOBIAN)

/** diag(a′(z)): an element of A depends on its own Z alone. */
function diagonal({ tensors }: Walk, step: string, layer: string, row: number): SampleJacobian | null {
  const slope = tensors.get(`slope${layer}`)?.matrix
  // By what the output layer gives, the loss says.
  const isOutput = !tensors.has(`Z${Number(layer) + 1}`)
  const given = (isOutput ? ['dA_out'] : [`d${step}`, `d(${step}⊙M${layer})`]).find((id) => tensors.has(id))
  if (!slope || given === undefined || !fits(slope.columns)) return null
  const units = slope.columns
  const matrix = zeros(units, units)
  const mask = tensors.get(`M${layer}`)?.matrix
  for (let j = 0; j < units; j++) {
    const kept = mask ? mask.data[row * units + j] : 1
    matrix.data[j * units + j] = slope.data[row * units + j] * kept
  }
  return { matrix, kind: 'diagonal', given, got: `dZ${layer}`, notBuilt: units * units, products: units }
}

/** Wᵀ, the same for every sample. */
function affine({ tensors }: Walk, layer: string): SampleJacobian | null {
  const W = tensors.get(`W${layer}`)?.matrix
  const before = Number(layer) - 1
  const got = [...tensors.keys()].find((id) => (before === 0 ? id === 'dX' : id === `dA${before}` || id === `d(A${before}⊙M${before})`))
  if (!W || got === undefined || !fits(W.rows, W.columns)) return null
  const matrix = zeros(W.columns, W.rows)
  for (let k = 0; k < W.rows; k++) for (let j = 0; j < W.columns; j++) matrix.data[j * W.rows + k] = W.data[k * W.columns + j]
  return { matrix, kind: 'affine', given: `dZ${layer}`, got, notBuilt: 0, products: W.rows * W.columns }
}

/** diag(p) − ppᵀ; P − Y takes the place of its product with ∂L/∂p. */
function softmaxJacobian({ tensors }: Walk, row: number): SampleJacobian | null {
  const P = tensors.get('P')?.matrix
  if (!P || !tensors.has('dP') || !fits(P.columns)) return null
  const classes = P.columns
  const p = P.data.subarray(row * classes, (row + 1) * classes)
  const matrix = zeros(classes, classes)
  for (let j = 0; j < classes; j++) for (let k = 0; k < classes; k++) matrix.data[j * classes + k] = (j === k ? p[j] : 0) - p[j] * p[k]
  return { matrix, kind: 'softmax', given: 'dP', got: 'dS', notBuilt: classes * classes, products: 0 }
}
