import { describe, expect, it } from 'vitest'
import {
  activationNames,
  backward,
  checkGradients,
  forward,
  initialParameters,
  losses,
  lossKinds,
  mistakeNames,
  mistakenGradients,
  verdicts,
  type ActivationName,
  type CheckScope,
  type GradientCheckReport,
  type LossSpec,
  type Objective,
  type MistakeName
} from '#core'
import { networkOf, parametersFor, samplesFor } from '../../support/problems'

interface Setting {
  readonly activation: ActivationName
  readonly loss: LossSpec
  readonly l2?: number
}

const softmaxLoss = { kind: 'softmax-cross-entropy' } as const

/** Activations whose slope is not made of constants. */
const curved = ['tanh', 'sigmoid', 'silu', 'gelu', 'elu', 'softplus'] as const

/** Losses whose gradient reads the answers themselves. */
const answered = lossKinds.filter((kind) => kind !== 'multiclass-hinge')

const averagedOverElements = lossKinds.filter((kind) => losses[kind].averages === 'elements')

/** Where each mistake can be made. All layers are square, so that a missing transpose goes unnoticed by the shapes. */
const settings: Readonly<Record<MistakeName, readonly Setting[]>> = {
  'label-columns': activationNames.map((activation) => ({ activation, loss: softmaxLoss })),
  'labels-left-out': answered.map((kind) => ({ activation: 'tanh', loss: { kind } })),
  'class-weights-ignored': [{ activation: 'tanh', loss: { ...softmaxLoss, classWeights: [1, 2, 3, 4] } }],
  'positive-weight-ignored': [{ activation: 'tanh', loss: { kind: 'binary-cross-entropy', positiveWeight: 3 } }],
  'hinge-true-class': activationNames.map((activation) => ({ activation, loss: { kind: 'multiclass-hinge' } })),
  'hinge-true-class-once': activationNames.map((activation) => ({ activation, loss: { kind: 'multiclass-hinge', margin: 3 } })),
  'huber-unbounded': [{ activation: 'softplus', loss: { kind: 'huber', delta: 0.2 } }],
  'square-without-two': [{ activation: 'elu', loss: { kind: 'mean-squared-error' } }],
  'softmax-jacobian': activationNames.map((activation) => ({ activation, loss: softmaxLoss })),
  'output-slope': [softmaxLoss, { kind: 'binary-cross-entropy' } as const].map((loss) => ({ activation: 'relu', loss })),
  'residual-reversed': lossKinds.map((kind) => ({ activation: 'tanh', loss: { kind } })),
  'mean-twice': lossKinds.map((kind) => ({ activation: 'tanh', loss: { kind } })),
  'mean-over-rows': averagedOverElements.map((kind) => ({ activation: 'tanh', loss: { kind } })),
  'mean-over-outputs': lossKinds.map((kind) => ({ activation: 'tanh', loss: { kind } })),
  'slope-left-out': curved.map((activation) => ({ activation, loss: softmaxLoss })),
  'mask-on-gradient': lossKinds.map((kind) => ({ activation: 'relu', loss: { kind } })),
  'times-activation': curved.map((activation) => ({ activation, loss: softmaxLoss })),
  'times-pre-activation': activationNames.map((activation) => ({ activation, loss: softmaxLoss })),
  'slope-of-pre-activation': (['tanh', 'sigmoid'] as const).map((activation) => ({ activation, loss: softmaxLoss })),
  'slope-without-square': [{ activation: 'tanh', loss: softmaxLoss }],
  'slope-twice': curved.map((activation) => ({ activation, loss: softmaxLoss })),
  'input-not-transposed': lossKinds.map((kind) => ({ activation: 'tanh', loss: { kind } })),
  'input-before-activation': curved.map((activation) => ({ activation, loss: softmaxLoss })),
  'weights-left-out': (['mean-squared-error', 'binary-cross-entropy'] as const).map((kind) => ({ activation: 'tanh', loss: { kind } })),
  'passed-on-before-slope': curved.map((activation) => ({ activation, loss: softmaxLoss })),
  'bias-forgotten': lossKinds.map((kind) => ({ activation: 'gelu', loss: { kind } })),
  'bias-before-mask': curved.map((activation) => ({ activation, loss: softmaxLoss })),
  'bias-of-all': lossKinds.map((kind) => ({ activation: 'gelu', loss: { kind } })),
  'bias-not-averaged': lossKinds.map((kind) => ({ activation: 'gelu', loss: { kind } })),
  'regularized-bias': lossKinds.map((kind) => ({ activation: 'silu', loss: { kind }, l2: 1e-2 })),
  'regularizer-squared': lossKinds.map((kind) => ({ activation: 'silu', loss: { kind }, l2: 1e-2 })),
  'regularizer-averaged': lossKinds.map((kind) => ({ activation: 'silu', loss: { kind }, l2: 1e-2 })),
  'lost-mean': lossKinds.map((kind) => ({ activation: 'tanh', loss: { kind } })),
  'missing-transpose': activationNames.map((activation) => ({ activation, loss: softmaxLoss })),
  'unmasked-relu': lossKinds.map((kind) => ({ activation: 'relu', loss: { kind } })),
  'missing-regularizer': lossKinds.map((kind) => ({ activation: 'silu', loss: { kind }, l2: 1e-3 })),
  'half-regularizer': lossKinds.map((kind) => ({ activation: 'elu', loss: { kind }, l2: 1e-3 })),
  'doubled-softmax': activationNames.map((activation) => ({ activation, loss: softmaxLoss })),
  'bias-of-one-row': lossKinds.map((kind) => ({ activation: 'gelu', loss: { kind } })),
  'bias-averaged': lossKinds.map((kind) => ({ activation: 'softplus', loss: { kind } })),
  'slope-at-activation': curved.map((activation) => ({ activation, loss: softmaxLoss })),
  'scale-off': activationNames.flatMap((activation) => lossKinds.map((kind) => ({ activation, loss: { kind } }))),
  'one-weight-off': lossKinds.map((kind) => ({ activation: 'sigmoid', loss: { kind } })),
  sign: lossKinds.map((kind) => ({ activation: 'leaky-relu', loss: { kind } })),
  'hinge-margin': activationNames.map((activation) => ({
    activation,
    loss: { kind: 'multiclass-hinge', margin: 3 }
  })),
  'positive-weight': activationNames.map((activation) => ({
    activation,
    loss: { kind: 'binary-cross-entropy', positiveWeight: 3 }
  }))
}

function problemFor({ activation, loss, l2 = 0 }: Setting, seed: number) {
  const network = networkOf([4, 4, 4, 4], activation, loss.kind)
  const objective: Objective = { loss, regularization: { l2 } }
  const batch = samplesFor(network, loss.kind, seed, 8)
  return { network, objective, parameters: parametersFor(network, seed), batch }
}

function checkWith(setting: Setting, seed: number, planted: MistakeName | null, scope: CheckScope = 'all'): GradientCheckReport {
  return checkGradients({ ...problemFor(setting, seed), planted, scope, seed })
}

function failedIn(report: GradientCheckReport): string[] {
  return report.tensors.filter(({ failed }) => failed > 0).map(({ name }) => name)
}

describe('the gradient check with gradients from outside', () => {
  it('passes the same backpropagation without a mistake', () => {
    for (const setting of [...settings['scale-off'], ...settings['missing-regularizer']]) {
      const problem = problemFor(setting, 1)
      const cache = forward(problem.network, problem.parameters, problem.batch.X)
      const { targets } = problem.batch
      const { gradients } = backward(problem.network, problem.parameters, cache, targets, problem.objective)
      mistakenGradients(problem, []).forEach(({ W }, l) =>
        W.data.forEach((g: number, e: number) => expect(g).toBeCloseTo(gradients[l].W.data[e], 13))
      )
      expect(checkWith(setting, 1, null).isWrong).toBe(false)
    }
  })

  it.each(mistakeNames)('catches: %s', (fault) => {
    for (const setting of settings[fault]) {
      for (let seed = 1; seed <= 3; seed++) {
        const report = checkWith(setting, seed, fault)
        expect(failedIn(report), `${setting.activation}, ${setting.loss.kind}, seed ${seed}`).not.toEqual([])
        expect(report.isWrong).toBe(true)
      }
    }
  })

  it.each(mistakeNames.filter((fault) => fault !== 'one-weight-off'))('catches in a sampled check: %s', (fault) => {
    expect(checkWith(settings[fault][0], 5, fault, 'sampled').isWrong).toBe(true)
  })
})

describe('the verdicts on a planted fault', () => {
  it('point at the tensors that it spoils', () => {
    const [setting] = settings['missing-transpose']
    const bias = failedIn(checkWith(settings['bias-averaged'][0], 2, 'bias-averaged'))
    expect(bias).toEqual(['b1', 'b2', 'b3'])
    const penalty = failedIn(checkWith(settings['missing-regularizer'][0], 2, 'missing-regularizer'))
    expect(penalty).toEqual(['W1', 'W2', 'W3'])
    expect(failedIn(checkWith(setting, 2, 'missing-transpose'))).not.toContain('W3')
  })

  it('point at the one weight that is off by 1 %, as probably wrong', () => {
    for (const setting of settings['one-weight-off']) {
      const report = checkWith(setting, 3, 'one-weight-off')
      const failed = [...report.verdict].flatMap((v, p) => (verdicts[v] === 'probably-wrong' ? [p] : []))
      const largest = [...report.analytic.subarray(0, 16)].map(Math.abs)
      expect([report.failed, failed]).toEqual([1, [largest.indexOf(Math.max(...largest))]])
    }
  })

  it('call a changed sign wrong, and the reverse answer the odd one out', () => {
    const report = checkWith(settings.sign[0], 1, 'sign')
    expect(report.tensors.map(({ outlier }) => outlier)).toEqual(report.tensors.map(() => 'reverse'))
    expect([...report.verdict].filter((v) => verdicts[v] === 'wrong').length).toBeGreaterThan(report.checked * 0.8)
  })
})

describe('a gradient that is off by 0.1 %', () => {
  it('is caught in 150 networks of 150 and let through by PyTorch’s tolerances in most', () => {
    let letThrough = 0
    for (let seed = 1; seed <= 150; seed++) {
      const activation = activationNames[seed % activationNames.length]
      const network = networkOf([3, 4, 3], activation, 'softmax-cross-entropy')
      const batch = samplesFor(network, 'softmax-cross-entropy', seed)
      const objective: Objective = { loss: softmaxLoss, regularization: {} }
      const parameters = initialParameters(network, seed)
      const report = checkGradients({ network, objective, parameters, batch, planted: 'scale-off' })
      expect(report.isWrong).toBe(true)
      if (report.acceptedBy.pytorch === report.checked - report.kinks) letThrough += 1
    }
    expect(letThrough).toBeGreaterThan(75)
  })
})
