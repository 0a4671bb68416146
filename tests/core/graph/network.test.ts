import { describe, expect, it } from 'vitest'
import {
  matrixFrom,
  namedTensors,
  networkDirectionalDerivative,
  networkGradients,
  networkGraph,
  networkHessianVectorProduct,
  type NetworkProblem,
  type Parameters
} from '#core'
import {
  disagreement,
  flat,
  hasReference,
  parametersOf,
  readCases,
  targetsOf,
  type GradientCase,
  type ReferenceTensor
} from '../../support/reference'

const AGREEMENT = 1e-9

type SecondOrderCase = GradientCase & {
  readonly direction?: readonly ReferenceTensor[]
  readonly expected: { readonly directionalDerivative?: number; readonly hessianVectorProduct?: readonly ReferenceTensor[] }
}

function problemOf(one: GradientCase): NetworkProblem {
  return {
    network: one.network,
    objective: { loss: one.loss, regularization: one.regularization },
    parameters: parametersOf(one.parameters),
    samples: { X: matrixFrom(one.X), targets: targetsOf(one.y) }
  }
}

function expectAgreement(ours: Parameters, theirs: readonly ReferenceTensor[]): void {
  theirs.forEach(({ W, b }, l) => {
    expect(disagreement(flat(ours[l].W), W.flat())).toBeLessThanOrEqual(AGREEMENT)
    expect(disagreement(flat(ours[l].b), b)).toBeLessThanOrEqual(AGREEMENT)
  })
}

/** The reference's own second derivatives are NaN here: a softplus at z = −813.65 is beyond what e^−z can hold. Ours must be finite. */
const BROKEN_REFERENCE = 'g11-060'

describe.runIf(hasReference)('a network as a graph against PyTorch autograd in float64', () => {
  const cases = hasReference ? readCases<SecondOrderCase>('gradient-cases.json') : []

  it.each(cases.map((one) => [one.id, one] as const))('%s agrees in loss, outputs and every gradient', (_id, one) => {
    const net = networkGraph(problemOf(one))
    const { gradients: slopes, gradX } = networkGradients(net)
    expect(disagreement(net.loss.value.data, [one.expected.loss])).toBeLessThanOrEqual(AGREEMENT)
    const outputs = net.layers[net.layers.length - 1].A.value
    expect(disagreement(outputs.data, one.expected.outputs.flat())).toBeLessThanOrEqual(AGREEMENT)
    expect(disagreement(gradX.data, one.expected.inputGradient.flat())).toBeLessThanOrEqual(AGREEMENT)
    expectAgreement(slopes, one.expected.gradients)
  })

  it.each(cases.flatMap((one) => (one.direction ? [[one.id, one, one.direction] as const] : [])))(
    '%s agrees in the derivative along a direction and in the Hessian times it, by both ways',
    (id, one, tensors) => {
      const net = networkGraph(problemOf(one))
      const direction = parametersOf(tensors)
      const along = networkDirectionalDerivative(net, direction)
      expect(disagreement([along], [one.expected.directionalDerivative ?? NaN])).toBeLessThanOrEqual(AGREEMENT)
      const forwardOverReverse = networkHessianVectorProduct(net, direction)
      const twoSweeps = networkHessianVectorProduct(net, direction, 'two-reverse-sweeps')
      namedTensors(forwardOverReverse).forEach(({ matrix }, t) => {
        expect(matrix.data.every(Number.isFinite)).toBe(true)
        expect(disagreement(matrix.data, [...namedTensors(twoSweeps)[t].matrix.data])).toBeLessThanOrEqual(1e-12)
      })
      if (id !== BROKEN_REFERENCE) expectAgreement(forwardOverReverse, one.expected.hessianVectorProduct ?? [])
    }
  )

  it('only in the one case whose reference is broken is there a NaN to compare with', () => {
    const broken = cases.filter(({ expected }) => JSON.stringify(expected.hessianVectorProduct ?? []).includes('null'))
    expect(broken.map(({ id }) => id)).toEqual([BROKEN_REFERENCE])
  })
})
