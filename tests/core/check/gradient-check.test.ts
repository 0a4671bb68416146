import { describe, expect, it } from 'vitest'
import {
  GradientCheck,
  LabError,
  activationNames,
  checkGradients,
  initialParameters,
  createRandom,
  losses,
  lossKinds,
  matrixFrom,
  verdictOf,
  verdicts,
  zeros,
  type ActivationName,
  type LossKind,
  type LossSpec,
  type NetworkSpec,
  type Samples
} from '#core'

function samplesFor(network: NetworkSpec, kind: LossKind, seed: number, rows = 6): Samples {
  const random = createRandom(seed)
  const outputs = network.layers[network.layers.length - 1].units
  const X = zeros(rows, network.inputs)
  X.data.forEach((_, e) => (X.data[e] = random.normal()))
  if (losses[kind].targets === 'classes') {
    return { X, targets: { kind: 'classes', classes: Int32Array.from({ length: rows }, () => random.below(outputs)) } }
  }
  const values = zeros(rows, outputs)
  const binary = kind === 'binary-cross-entropy'
  values.data.forEach((_, e) => (values.data[e] = binary ? random.below(2) : random.normal()))
  return { X, targets: { kind: 'values', values } }
}

function networkFor(activation: ActivationName, kind: LossKind): NetworkSpec {
  const output = losses[kind].outputActivation ?? activation
  return { inputs: 3, layers: [{ units: 5, activation }, { units: 4, activation }, { units: 3, activation: output }] }
}

const combinations = activationNames.flatMap((activation) =>
  lossKinds.flatMap((kind) => [0, 0.01].map((l2) => [activation, kind, l2] as const))
)

describe('the gradient check passes our own backpropagation', () => {
  it.each(combinations)('%s, %s, l2 = %d', (activation, kind, l2) => {
    const network = networkFor(activation, kind)
    for (let seed = 1; seed <= 3; seed++) {
      const report = checkGradients({
        network,
        objective: { loss: { kind } as LossSpec, regularization: { l2 } },
        parameters: initialParameters(network, seed),
        batch: samplesFor(network, kind, seed)
      })
      expect(report.failed).toBe(0)
      expect(report.checked).toBe(3 * 5 + 5 + 5 * 4 + 4 + 4 * 3 + 3)
      expect(report.checked).toBe(report.passed + report.failed + report.kinks)
    }
  })

  it('with a positive weight', () => {
    const network = networkFor('tanh', 'binary-cross-entropy')
    const report = checkGradients({
      network,
      objective: { loss: { kind: 'binary-cross-entropy', positiveWeight: 3 }, regularization: { l2: 0 } },
      parameters: initialParameters(network, 1),
      batch: samplesFor(network, 'binary-cross-entropy', 1)
    })
    expect(report.failed).toBe(0)
  })
})

const linear: NetworkSpec = { inputs: 1, layers: [{ units: 1, activation: 'relu' }] }
const meanSquared = { loss: { kind: 'mean-squared-error' }, regularization: { l2: 0 } } as const

function reluAt(z: number) {
  return {
    network: linear,
    objective: meanSquared,
    parameters: [{ W: matrixFrom([[z]]), b: matrixFrom([[0]]) }],
    batch: { X: matrixFrom([[1]]), targets: { kind: 'values', values: matrixFrom([[2]]) } } as const
  }
}

describe('a kink', () => {
  it('exactly at the parameter is called a kink and counted apart', () => {
    const report = checkGradients(reluAt(0))
    expect([...report.verdict].map((v) => verdicts[v])).toEqual(['kink', 'kink'])
    expect([report.kinks, report.failed, report.passed]).toEqual([2, 0, 0])
  })

  it('near the parameter is stepped around with a smaller h', () => {
    const report = checkGradients(reluAt(4e-7))
    expect(report.kinks).toBe(0)
    expect(report.failed).toBe(0)
  })
})

describe('a step that is too large', () => {
  it('is named as the cause, and the gradient is not called wrong', () => {
    const network = networkFor('tanh', 'softmax-cross-entropy')
    const report = checkGradients({
      network,
      objective: { loss: { kind: 'softmax-cross-entropy' }, regularization: { l2: 0 } },
      parameters: initialParameters(network, 2),
      batch: samplesFor(network, 'softmax-cross-entropy', 2),
      epsilon: 3e-3
    })
    expect(report.failed).toBe(0)
    expect([...report.verdict].map((v) => verdicts[v])).toContain('epsilon-too-large')
  })
})

describe('a gradient check', () => {
  it('leaves every parameter as it was', () => {
    const network = networkFor('sigmoid', 'softmax-cross-entropy')
    const parameters = initialParameters(network, 5)
    const before = JSON.stringify(parameters)
    const report = checkGradients({
      network,
      objective: { loss: { kind: 'softmax-cross-entropy' }, regularization: { l2: 0 } },
      parameters,
      batch: samplesFor(network, 'softmax-cross-entropy', 5)
    })
    expect(JSON.stringify(parameters)).toBe(before)
    expect(report.value[0]).toBe(parameters[0].W.data[0])
  })

  it('checks a float32 network in float64 and compares its float32 gradients', () => {
    const network = networkFor('tanh', 'softmax-cross-entropy')
    const report = checkGradients({
      network,
      objective: { loss: { kind: 'softmax-cross-entropy' }, regularization: { l2: 0 } },
      parameters: initialParameters(network, 1, 'f32'),
      batch: samplesFor(network, 'softmax-cross-entropy', 1)
    })
    expect(report.failed).toBe(0)
    report.tensors.forEach(({ float32Difference }) => {
      expect(float32Difference).toBeGreaterThan(0)
      expect(float32Difference).toBeLessThan(1e-4)
    })
  })

  it('refuses a loss that is not finite', () => {
    const network: NetworkSpec = { inputs: 1, layers: [{ units: 1, activation: 'linear' }] }
    const parameters = [{ W: matrixFrom([[1e200]]), b: matrixFrom([[0]]) }]
    const batch = { X: matrixFrom([[1e200]]), targets: { kind: 'values', values: matrixFrom([[0]]) } } as const
    expect(() => new GradientCheck({ network, objective: meanSquared, parameters, batch })).toThrow(LabError)
  })

  it('calls an error of 0.1 % worse than pass', () => {
    expect(verdictOf(0.001 / 2)).toBe('probably-wrong')
    expect([0, 1e-7, 1e-6, 1e-4, 1e-2, 1].map(verdictOf)).toEqual([
      'excellent', 'excellent', 'pass', 'suspicious', 'probably-wrong', 'wrong'
    ])
  })
})
