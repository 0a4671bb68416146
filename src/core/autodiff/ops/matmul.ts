import { product, productTransposedLeft, productTransposedRight } from '../../tensor/products'
import type { Matrix } from '../../tensor/matrix'
import type { Operation, PartialDerivative, Transposed } from './operation'

interface Form {
  readonly formula: string
  readonly partials: readonly PartialDerivative[]
  forward(a: Matrix, b: Matrix): Matrix
}

const forms: Record<Transposed, Form> = {
  none: {
    formula: 'Y = A·B',
    forward: (a, b) => product(a, b),
    partials: [
      {
        formula: 'G·Bᵀ',
        vjp: (gradOutput, { inputs: [, b] }, { matmul }) => matmul(gradOutput, b, 'right'),
        jvp: (tangent, { inputs: [, b] }, { matmul }) => matmul(tangent, b)
      },
      {
        formula: 'Aᵀ·G',
        vjp: (gradOutput, { inputs: [a] }, { matmul }) => matmul(a, gradOutput, 'left'),
        jvp: (tangent, { inputs: [a] }, { matmul }) => matmul(a, tangent)
      }
    ]
  },
  left: {
    formula: 'Y = Aᵀ·B',
    forward: productTransposedLeft,
    partials: [
      {
        formula: 'B·Gᵀ',
        vjp: (gradOutput, { inputs: [, b] }, { matmul }) => matmul(b, gradOutput, 'right'),
        jvp: (tangent, { inputs: [, b] }, { matmul }) => matmul(tangent, b, 'left')
      },
      {
        formula: 'A·G',
        vjp: (gradOutput, { inputs: [a] }, { matmul }) => matmul(a, gradOutput),
        jvp: (tangent, { inputs: [a] }, { matmul }) => matmul(a, tangent, 'left')
      }
    ]
  },
  right: {
    formula: 'Y = A·Bᵀ',
    forward: productTransposedRight,
    partials: [
      {
        formula: 'G·B',
        vjp: (gradOutput, { inputs: [, b] }, { matmul }) => matmul(gradOutput, b),
        jvp: (tangent, { inputs: [, b] }, { matmul }) => matmul(tangent, b, 'right')
      },
      {
        formula: 'Gᵀ·A',
        vjp: (gradOutput, { inputs: [a] }, { matmul }) => matmul(gradOutput, a, 'left'),
        jvp: (tangent, { inputs: [a] }, { matmul }) => matmul(a, tangent, 'right')
      }
    ]
  }
}

/**
 * The matrix product, one factor transposed on request. With Y = A·B: dY = dA·B + A·dB, hence the gradients G·Bᵀ and
 * Aᵀ·G, the only products whose shapes fit; each factor receives the gradient times the other.
 *
 * Shapes: none [n, k]·[k, m] → [n, m], left [k, n]·[k, m] → [n, m], right [n, k]·[m, k] → [n, m].
 * Throws: shape.
 */
export function matmul(transposed: Transposed): Operation {
  const { formula, forward, partials } = forms[transposed]
  return {
    name: 'matmul',
    formula,
    gate: 'swaps',
    kink: null,
    elementwise: false,
    parameters: { transposed },
    forward: ([a, b]) => forward(a, b),
    partials
  }
}
