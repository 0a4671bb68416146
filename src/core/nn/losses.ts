import { softplus } from '../math/softplus'
import { sigmoid } from '../math/tanh'
import { zerosLike, type Matrix } from '../tensor/matrix'
import { branchesOfResidual, elementwise, sign } from './elementwise-loss'
import { linesOfTex, symbols, type Formula, type FormulaSymbol } from './formula'
import { loss, type Loss } from './loss'
import { optionNamesOf, optionValues } from './option'
import { logSumExpAboveMaximum, softmax } from './softmax'
import { classesOf, type Targets } from './targets'

/** The factor of the positive class. */
const positiveWeight = { default: 1, exclusiveMin: 0 } as const
/** The distance at which the square of Huber's loss becomes a straight line. */
const delta = { default: 1, exclusiveMin: 0 } as const
/** The lead that the right score must have. */
const margin = { default: 1, exclusiveMin: 0 } as const

const kronecker: FormulaSymbol = {
  tex: String.raw`\delta_{j,y_i}`,
  en: '1 for the true class, 0 for the others',
  zh: '真实类别为 1，其余为 0'
}

/** The common part of the losses of numbers, which read the outputs themselves. */
const ofNumbers = {
  task: 'regression',
  targets: 'values',
  outputActivation: null,
  reads: 'activations',
  averages: 'elements',
  weighsClasses: false
} as const

/** Visits s_j − s_y + m for every j ≠ y of row i. */
function eachMargin(
  { columns, data }: Matrix,
  classes: Int32Array,
  margin: number,
  i: number,
  visit: (excess: number, j: number) => void
): void {
  const right = data[i * columns + classes[i]]
  for (let j = 0; j < columns; j++) if (j !== classes[i]) visit(data[i * columns + j] - right + margin, j)
}

/**
 * The catalogue of losses; its keys are the stored names. A new one is one entry.
 * Conventions as in PyTorch (class losses average over rows, the others over all elements).
 */
export const losses = {
  'softmax-cross-entropy': loss({
    label: { en: 'Softmax cross-entropy', zh: 'Softmax 交叉熵' },
    task: 'classification',
    targets: 'classes',
    outputActivation: 'linear',
    reads: 'logits',
    averages: 'rows',
    weighsClasses: true,
    options: {},
    formula: 'L = −1/N Σᵢ ln softmax(sᵢ)[yᵢ]',
    tex: {
      value: 'L=-\\frac1N\\sum_i\\ln\\frac{e^{s_{i,y_i}}}{\\sum_k e^{s_{ik}}}',
      gradient: '\\frac{\\partial L}{\\partial s_{ij}}=\\frac1N\\left(p_{ij}-\\delta_{j,y_i}\\right)'
    },
    symbols: [symbols.rows, symbols.scores, symbols.truth, symbols.probability, kronecker],
    sum(scores, targets, { classWeights }) {
      const classes = classesOf(targets, scores, 'softmax-cross-entropy')
      let sum = 0
      for (let i = 0; i < scores.rows; i++) {
        const { maximum, logSum } = logSumExpAboveMaximum(scores, i)
        const surprise = logSum + (maximum - scores.data[i * scores.columns + classes[i]])
        sum += classWeights ? classWeights[classes[i]] * surprise : surprise
      }
      return sum
    },
    // N · dL/ds = softmax(s) − onehot(y), each row times the weight of its class
    gradient(scores, targets, { classWeights }) {
      const classes = classesOf(targets, scores, 'softmax-cross-entropy')
      const grad = softmax(scores)
      for (let i = 0; i < scores.rows; i++) {
        const start = i * scores.columns
        grad.data[start + classes[i]] -= 1
        if (classWeights) for (let j = 0; j < scores.columns; j++) grad.data[start + j] *= classWeights[classes[i]]
      }
      return grad
    }
  }),

  'binary-cross-entropy': loss({
    label: { en: 'Binary cross-entropy', zh: '二元交叉熵' },
    task: 'classification',
    targets: 'values',
    outputActivation: 'sigmoid',
    reads: 'logits',
    averages: 'elements',
    weighsClasses: false,
    options: { positiveWeight },
    formula: 'L = −1/N Σ [w·y·ln p + (1 − y)·ln(1 − p)], p = σ(z)',
    tex: {
      value: 'L=-\\frac1N\\sum\\left[w\\,y\\ln p+(1-y)\\ln(1-p)\\right],\\quad p=\\sigma(z)',
      gradient: '\\frac{\\partial L}{\\partial z}=\\frac1N\\left[w\\,y\\,(p-1)+(1-y)\\,p\\right]'
    },
    symbols: [
      symbols.elements,
      symbols.z,
      symbols.probability,
      symbols.target,
      { tex: 'w', en: 'weight of the positive class', zh: '正类的权重' }
    ],
    ...elementwise(
      'binary-cross-entropy',
      // −ln σ(z) = softplus(−z) and −ln(1 − σ(z)) = softplus(z): finite at every z. A factor of 0 skips its term, however large.
      (z, y, { positiveWeight }) => (y === 0 ? 0 : positiveWeight * y * softplus(-z)) + (y === 1 ? 0 : (1 - y) * softplus(z)),
      // p − 1 = −σ(−z), which keeps its digits when p is near 1.
      (z, y, { positiveWeight }) => (1 - y) * sigmoid(z) - positiveWeight * y * sigmoid(-z)
    )
  }),

  'mean-squared-error': loss({
    label: { en: 'Mean squared error', zh: '均方误差' },
    ...ofNumbers,
    options: {},
    formula: 'L = 1/N Σ (a − y)²',
    tex: { value: 'L=\\frac1N\\sum(a-y)^2', gradient: '\\frac{\\partial L}{\\partial a}=\\frac2N(a-y)' },
    symbols: [symbols.elements, symbols.a, symbols.target],
    ...elementwise(
      'mean-squared-error',
      (a, y) => (a - y) * (a - y),
      (a, y) => 2 * (a - y)
    )
  }),

  'mean-absolute-error': loss({
    label: { en: 'Mean absolute error', zh: '平均绝对误差' },
    ...ofNumbers,
    options: {},
    formula: 'L = 1/N Σ |a − y|; derivative 0 at a = y',
    tex: { value: 'L=\\frac1N\\sum|a-y|', gradient: '\\frac{\\partial L}{\\partial a}=\\frac1N\\operatorname{sgn}(a-y)' },
    symbols: [symbols.elements, symbols.a, symbols.target],
    ...elementwise(
      'mean-absolute-error',
      (a, y) => Math.abs(a - y),
      (a, y) => sign(a - y)
    ),
    branches: branchesOfResidual('mean-absolute-error', (residual) => (residual > 0 ? 1 : 0))
  }),

  /** Source: P. J. Huber, "Robust estimation of a location parameter", 1964. */
  huber: loss({
    label: { en: 'Huber', zh: 'Huber 损失' },
    ...ofNumbers,
    options: { delta },
    formula: 'L = 1/N Σ h(a − y), h(d) = ½ d² where |d| ≤ δ, else δ(|d| − ½ δ)',
    tex: {
      value:
        'L=\\frac1N\\sum h(a-y),\\quad h(d)=\\begin{cases}\\tfrac12 d^2&|d|\\le\\delta\\\\\\delta(|d|-\\tfrac12\\delta)&|d|>\\delta\\end{cases}',
      gradient:
        '\\frac{\\partial L}{\\partial a}=\\frac1N\\begin{cases}a-y&|a-y|\\le\\delta\\\\\\delta\\operatorname{sgn}(a-y)&\\text{else}\\end{cases}'
    },
    symbols: [
      symbols.elements,
      symbols.a,
      symbols.target,
      { tex: String.raw`\delta`, en: 'where quadratic becomes linear', zh: '由二次转为线性的位置' }
    ],
    ...elementwise(
      'huber',
      (a, y, { delta }) => {
        const size = Math.abs(a - y)
        return size <= delta ? 0.5 * size * size : delta * (size - 0.5 * delta)
      },
      (a, y, { delta }) => (Math.abs(a - y) <= delta ? a - y : delta * sign(a - y))
    ),
    branches: branchesOfResidual('huber', (residual, { delta }) => (residual > delta ? 2 : residual < -delta ? 0 : 1))
  }),

  /** Source: J. Weston, C. Watkins, "Support vector machines for multi-class pattern recognition", 1999. */
  'multiclass-hinge': loss({
    label: { en: 'Multiclass hinge (SVM)', zh: '多分类合页损失（SVM）' },
    task: 'classification',
    targets: 'classes',
    outputActivation: 'linear',
    reads: 'logits',
    averages: 'rows',
    weighsClasses: false,
    options: { margin },
    formula: 'L = 1/N Σᵢ Σ over j ≠ yᵢ of max(0, sⱼ − s_yᵢ + m); derivative 0 exactly at the margin',
    tex: {
      value: 'L=\\frac1N\\sum_i\\sum_{j\\ne y_i}\\max(0,\\,s_{ij}-s_{i,y_i}+m)',
      gradient:
        '\\frac{\\partial L}{\\partial s_{ij}}=\\frac1N\\,\\mathbb 1[s_{ij}-s_{i,y_i}+m>0]\\;(j\\ne y_i),\\quad\\frac{\\partial L}{\\partial s_{i,y_i}}=-\\sum_{j\\ne y_i}\\frac{\\partial L}{\\partial s_{ij}}'
    },
    symbols: [
      symbols.rows,
      symbols.scores,
      symbols.truth,
      { tex: 'm', en: 'margin: by how much the true class must lead', zh: '间隔：真实类别至少要领先多少' }
    ],
    sum(scores, targets, { options: { margin } }) {
      const classes = classesOf(targets, scores, 'multiclass-hinge')
      let sum = 0
      for (let i = 0; i < scores.rows; i++) {
        let ofRow = 0
        // Not Math.max, which would be as good here, but a comparison that lets NaN through as NaN.
        eachMargin(scores, classes, margin, i, (excess) => (ofRow += excess <= 0 ? 0 : excess))
        sum += ofRow
      }
      return sum
    },
    gradient(scores, targets, { options: { margin } }) {
      const classes = classesOf(targets, scores, 'multiclass-hinge')
      const grad = zerosLike(scores)
      for (let i = 0; i < scores.rows; i++) {
        eachMargin(scores, classes, margin, i, (excess, j) => {
          if (excess <= 0) return
          grad.data[i * scores.columns + j] += 1
          grad.data[i * scores.columns + classes[i]] -= 1
        })
      }
      return grad
    },
    branches(scores, targets, { options: { margin } }) {
      const classes = classesOf(targets, scores, 'multiclass-hinge')
      const sides: number[] = []
      for (let i = 0; i < scores.rows; i++) eachMargin(scores, classes, margin, i, (excess) => sides.push(excess > 0 ? 1 : 0))
      return Uint8Array.from(sides)
    }
  })
}

export type LossKind = keyof typeof losses

export const lossKinds = Object.keys(losses) as LossKind[]

export type LossOptionName = { [Kind in LossKind]: keyof (typeof losses)[Kind]['options'] }[LossKind]

/** Every option that some loss takes. */
export const lossOptionNames = optionNamesOf(losses) as LossOptionName[]

/**
 * A loss as stored: its kind, and any of its options; the others have their default.
 * `classWeights` (softmax cross-entropy): one factor a class, L = 1/N Σ w_y · (−ln p_y), over the number of rows, not the sum of weights.
 * `reduction`: the mean over the batch unless `sum`, which leaves the division by N out.
 */
export type LossSpec = {
  readonly kind: LossKind
  readonly classWeights?: readonly number[]
  readonly reduction?: 'mean' | 'sum'
} & { readonly [Name in LossOptionName]?: number }

/** A loss with its options filled in. */
export interface BoundLoss extends Pick<
  Loss,
  'task' | 'targets' | 'outputActivation' | 'reads' | 'averages' | 'weighsClasses' | 'options' | 'formula' | 'tex'
> {
  readonly kind: LossKind
  /** The loss of a batch, in nats or squared units. output [batch, units]. Throws: shape. */
  value(output: Matrix, targets: Targets): number
  /** dL/d(output), in the shape of the output. Throws: shape. */
  gradient(output: Matrix, targets: Targets): Matrix
  /** Which side of each of its kinks every term is on; empty where it is smooth. */
  branches(output: Matrix, targets: Targets): Uint8Array
}

/** The loss that a stored spec names, its options filled in. */
export function lossOf(spec: LossSpec): BoundLoss {
  const entry: Loss = losses[spec.kind]
  const classWeights = entry.weighsClasses ? (spec.classWeights ?? null) : null
  const context = { options: optionValues(entry.options, spec), classWeights }
  const divisor = (output: Matrix) => (spec.reduction === 'sum' ? 1 : entry.averages === 'rows' ? output.rows : output.data.length)
  return {
    ...entry,
    kind: spec.kind,
    value: (output, targets) => entry.sum(output, targets, context) / divisor(output),
    gradient(output, targets) {
      const grad = entry.gradient(output, targets, context)
      const terms = divisor(output)
      for (let e = 0; e < grad.data.length; e++) grad.data[e] /= terms
      return grad
    },
    branches: (output, targets) => entry.branches?.(output, targets, context) ?? new Uint8Array(0)
  }
}

/** Returns the formula of a loss and of its gradient. */
export function lossFormula(kind: LossKind): Formula {
  const { tex, symbols: further }: Loss = losses[kind]
  return { lines: [...linesOfTex(tex.value), ...linesOfTex(tex.gradient)], symbols: [symbols.loss, ...further] }
}
