import { softplus } from '../math/softplus'
import { sigmoid } from '../math/tanh'
import { zerosLike, type Matrix } from '../tensor/matrix'
import type { ActivationName } from './activations'
import { logSumExpAboveMaximum, softmax } from './softmax'
import { classesOf, valuesOf, type Targets } from './targets'

/** A number a loss can be given, with its default and the open lower bound of its range. */
export interface LossOption {
  readonly default: number
  readonly above: number
}

type OptionValues<Option extends string> = Readonly<Record<Option, number>>

/** A loss and its derivative as one value. All averages are over the batch, so that a gradient does not grow with it. */
export interface Loss<Option extends string = string> {
  /** What it is for, hence what it is judged by: accuracy, or R². */
  readonly task: 'classification' | 'regression'
  /** Class indices, or numbers in the shape of the output. */
  readonly targets: Targets['kind']
  /** The output layer's activation that the loss is defined for; null when any will do. */
  readonly outputActivation: ActivationName | null
  /** Whether it reads the output layer before (logits Z) or after (A) its activation. From logits it stays finite at any score. */
  readonly reads: 'logits' | 'activations'
  readonly options: Readonly<Record<Option, LossOption>>
  readonly formula: string
  /** The loss of a batch, in nats or squared units. output [batch, units]. Throws: shape. */
  value(output: Matrix, targets: Targets, options: OptionValues<Option>): number
  /** dL/d(output), in the shape of the output. Throws: shape. */
  gradient(output: Matrix, targets: Targets, options: OptionValues<Option>): Matrix
}

function loss<Option extends string = never>(entry: Loss<Option>): Loss<Option> {
  return entry
}

/**
 * The catalogue of losses; its keys are the stored names. A new one is one entry.
 * Conventions as in PyTorch (mean over rows for class losses, mean over all elements for the others).
 */
export const losses = {
  'softmax-cross-entropy': loss({
    task: 'classification',
    targets: 'classes',
    outputActivation: 'linear',
    reads: 'logits',
    options: {},
    formula: 'L = −1/N Σᵢ ln softmax(sᵢ)[yᵢ]',
    value(scores, targets) {
      const classes = classesOf(targets, scores, 'softmax-cross-entropy')
      let sum = 0
      for (let i = 0; i < scores.rows; i++) {
        const { maximum, logSum } = logSumExpAboveMaximum(scores, i)
        sum += logSum + (maximum - scores.data[i * scores.columns + classes[i]])
      }
      return sum / scores.rows
    },
    // dL/ds = (softmax(s) − onehot(y)) / N
    gradient(scores, targets) {
      const classes = classesOf(targets, scores, 'softmax-cross-entropy')
      const grad = softmax(scores)
      for (let i = 0; i < scores.rows; i++) grad.data[i * scores.columns + classes[i]] -= 1
      for (let e = 0; e < grad.data.length; e++) grad.data[e] /= scores.rows
      return grad
    }
  }),

  'binary-cross-entropy': loss<'positiveWeight'>({
    task: 'classification',
    targets: 'values',
    outputActivation: 'sigmoid',
    reads: 'logits',
    options: { positiveWeight: { default: 1, above: 0 } },
    formula: 'L = −1/N Σ [w·y·ln p + (1 − y)·ln(1 − p)], p = σ(z)',
    // −ln σ(z) = softplus(−z) and −ln(1 − σ(z)) = softplus(z): finite at every z.
    value(logits, targets, { positiveWeight }) {
      const y = valuesOf(targets, logits, 'binary-cross-entropy').data
      let sum = 0
      for (let e = 0; e < y.length; e++) {
        const z = logits.data[e]
        if (y[e] !== 0) sum += positiveWeight * y[e] * softplus(-z)
        if (y[e] !== 1) sum += (1 - y[e]) * softplus(z)
      }
      return sum / y.length
    },
    // dL/dz = [w·y·(p − 1) + (1 − y)·p] / N, with p − 1 = −σ(−z), which keeps its digits when p is near 1.
    gradient(logits, targets, { positiveWeight }) {
      const y = valuesOf(targets, logits, 'binary-cross-entropy').data
      const grad = zerosLike(logits)
      for (let e = 0; e < y.length; e++) {
        const z = logits.data[e]
        grad.data[e] = ((1 - y[e]) * sigmoid(z) - positiveWeight * y[e] * sigmoid(-z)) / y.length
      }
      return grad
    }
  }),

  'mean-squared-error': loss({
    task: 'regression',
    targets: 'values',
    outputActivation: null,
    reads: 'activations',
    options: {},
    formula: 'L = 1/(N·K) Σ (a − y)²',
    value(outputs, targets) {
      const y = valuesOf(targets, outputs, 'mean-squared-error').data
      let sum = 0
      for (let e = 0; e < y.length; e++) {
        const d = outputs.data[e] - y[e]
        sum += d * d
      }
      return sum / y.length
    },
    // dL/da = 2 (a − y) / (N·K)
    gradient(outputs, targets) {
      const y = valuesOf(targets, outputs, 'mean-squared-error').data
      const grad = zerosLike(outputs)
      for (let e = 0; e < y.length; e++) grad.data[e] = (2 * (outputs.data[e] - y[e])) / y.length
      return grad
    }
  })
}

export type LossKind = keyof typeof losses

export const lossKinds = Object.keys(losses) as LossKind[]

type OptionOf<Kind extends LossKind> = Extract<keyof (typeof losses)[Kind]['options'], string>

/** A loss as stored: its kind, and any of its options; the others have their default. */
export type LossSpec = { [Kind in LossKind]: { readonly kind: Kind } & { readonly [O in OptionOf<Kind>]?: number } }[LossKind]

/** A loss with its options filled in. */
export interface BoundLoss extends Pick<Loss, 'task' | 'targets' | 'outputActivation' | 'reads' | 'formula'> {
  readonly kind: LossKind
  readonly options: Readonly<Record<string, LossOption>>
  value(output: Matrix, targets: Targets): number
  gradient(output: Matrix, targets: Targets): Matrix
}

/** The loss that a stored spec names, its options filled in. */
export function lossOf(spec: LossSpec): BoundLoss {
  const entry: Loss = losses[spec.kind]
  const given: Readonly<Record<string, unknown>> = spec
  const options = Object.fromEntries(
    Object.entries(entry.options).map(([name, option]) => [name, typeof given[name] === 'number' ? given[name] : option.default])
  ) as Record<string, number>
  return {
    ...entry,
    kind: spec.kind,
    value: (output, targets) => entry.value(output, targets, options),
    gradient: (output, targets) => entry.gradient(output, targets, options)
  }
}
