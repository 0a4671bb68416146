import { expect, it } from 'vitest'
import { backward, forward, initialParameters, matrixFrom, namedTensors, type Objective, type Targets } from '#core'
import { gradientRounding } from '../../../src/core/check/gradient-rounding'

const objective: Objective = { loss: { kind: 'softmax-cross-entropy' }, regularization: {} }

it('is the error of P − Y where a softmax is all but certain, which the gradient does not show', () => {
  const network = { inputs: 1, layers: [{ units: 2, activation: 'linear' as const }] }
  for (const z of [5, 10, 20, 30]) {
    const parameters = [{ W: matrixFrom([[z, 0]]), b: matrixFrom([[0, 0]]) }]
    const targets: Targets = { kind: 'classes', classes: Int32Array.of(0) }
    const cache = forward(network, parameters, matrixFrom([[1]]))
    const [dW] = namedTensors(backward(network, parameters, cache, targets, objective).gradients)
    // P − 1 = −1 / (1 + e^z), which the difference of two numbers near 1 knows only to some 1e-16.
    const exact = -1 / (1 + Math.exp(z))
    const [error] = gradientRounding(network, parameters, cache, targets, objective)
    expect(Math.abs(dW.matrix.data[0] - exact)).toBeLessThanOrEqual(4 * error.data[0])
    expect(error.data[0]).toBeLessThan(1e-15)
  }
})

it('is some units in the last place of an ordinary gradient, in every layer, in the order of the tensors', () => {
  const network = {
    inputs: 4,
    layers: [
      { units: 6, activation: 'tanh' as const },
      { units: 3, activation: 'linear' as const }
    ]
  }
  const parameters = initialParameters(network, 3)
  const X = matrixFrom(Array.from({ length: 9 }, (_, i) => [0, 1, 2, 3].map((j) => Math.sin(3 * i + j))))
  const targets: Targets = { kind: 'classes', classes: Int32Array.from({ length: 9 }, (_, i) => i % 3) }
  const cache = forward(network, parameters, X)
  const gradients = namedTensors(backward(network, parameters, cache, targets, objective).gradients)
  const errors = gradientRounding(network, parameters, cache, targets, objective)
  expect(errors.map(({ rows, columns }) => [rows, columns])).toEqual(gradients.map(({ matrix: { rows, columns } }) => [rows, columns]))
  for (const [t, { matrix }] of gradients.entries()) {
    const largest = Math.max(...Array.from(matrix.data, Math.abs))
    for (const error of errors[t].data) {
      expect(error).toBeGreaterThan(0)
      expect(error / largest).toBeLessThan(1e-13)
    }
  }
})
