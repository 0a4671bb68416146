import { elementwiseProduct } from '../tensor/products'
import { lossOf, type LossSpec } from '../nn/losses'
import { sigmoid } from '../math/tanh'
import { softmax } from '../nn/softmax'
import { zerosLike, type Matrix } from '../tensor/matrix'
import { lossGradient, type AtOutput, type BackwardSteps } from './backward-steps'
import { mistakeIn } from './mistake'

function scaled(matrix: Matrix, factor: number): Matrix {
  matrix.data.forEach((_, e) => (matrix.data[e] *= factor))
  return matrix
}

/** The number of terms that the loss is the mean of; 1 where it is their sum. */
function termsOf({ objective: { loss }, cache: { Z } }: AtOutput): number {
  if (loss.reduction === 'sum') return 1
  return lossOf(loss).averages === 'rows' ? Z.rows : Z.data.length
}

/** The gradient divided by another number of terms than those of the mean. */
function dividedBy(terms: (at: AtOutput) => number) {
  return ({ outputGradient }: BackwardSteps) =>
    (at: AtOutput) =>
      at.objective.loss.reduction === 'sum' ? outputGradient(at) : scaled(outputGradient(at), termsOf(at) / terms(at))
}

/** The gradient of a loss with other options. */
function withLoss(at: AtOutput, changes: Partial<LossSpec>): Matrix {
  return lossGradient({ ...at, objective: { ...at.objective, loss: { ...at.objective.loss, ...changes } } })
}

/** The gradient that `wrong` gives where the loss is of a kind; elsewhere that of the steps as they are. */
function where(kind: LossSpec['kind'], wrong: (at: AtOutput, steps: BackwardSteps) => Matrix) {
  return (steps: BackwardSteps) => (at: AtOutput) => (at.objective.loss.kind === kind ? wrong(at, steps) : steps.outputGradient(at))
}

/** The probabilities that the logits stand for; null where the loss reads none. */
function probabilities({ objective: { loss }, cache: { Z } }: AtOutput): Matrix | null {
  if (loss.kind === 'softmax-cross-entropy') return softmax(Z)
  if (loss.kind !== 'binary-cross-entropy') return null
  const p = zerosLike(Z)
  p.data.forEach((_, e) => (p.data[e] = sigmoid(Z.data[e])))
  return p
}

/** Hinge: the count of the classes within the margin, taken off at the true class. */
function withTrueClass(at: AtOutput, value: (gradient: number) => number): Matrix {
  const grad = lossGradient(at)
  const { targets } = at
  if (targets.kind === 'classes') {
    targets.classes.forEach((y, i) => {
      const e = i * grad.columns + y
      grad.data[e] = value(grad.data[e])
    })
  }
  return grad
}

/** Mistakes in the gradient of the loss. Those that put another gradient in its place come first: the others work on what they find. */
export const mistakesInLoss = {
  'doubled-softmax': mistakeIn(
    'outputGradient',
    { en: 'Softmax applied twice', zh: 'softmax 用了两次' },
    where('softmax-cross-entropy', (at) => lossGradient({ ...at, cache: { ...at.cache, Z: softmax(at.cache.Z) } }))
  ),
  'label-columns': mistakeIn(
    'outputGradient',
    { en: '1 taken off whole columns: p[:, y] −= 1', zh: '整列都减了 1：p[:, y] −= 1' },
    where('softmax-cross-entropy', (at) => {
      const grad = softmax(at.cache.Z)
      const { rows, columns, data } = grad
      const present = new Set(at.targets.kind === 'classes' ? at.targets.classes : [])
      for (let i = 0; i < rows; i++) for (const y of present) data[i * columns + y] -= 1
      return scaled(grad, 1 / termsOf(at))
    })
  ),
  'labels-left-out': mistakeIn('outputGradient', { en: 'y left out', zh: '漏掉了 y' }, ({ outputGradient }) => (at) => {
    const { targets, cache } = at
    if (targets.kind === 'values') return lossGradient({ ...at, targets: { kind: 'values', values: zerosLike(targets.values) } })
    if (at.objective.loss.kind !== 'softmax-cross-entropy') return outputGradient(at)
    return scaled(softmax(cache.Z), 1 / termsOf(at))
  }),
  'class-weights-ignored': mistakeIn(
    'outputGradient',
    { en: 'Class weights forgotten', zh: '忘记类别权重' },
    where('softmax-cross-entropy', (at) => withLoss(at, { classWeights: undefined }))
  ),
  'positive-weight': mistakeIn(
    'outputGradient',
    { en: 'Positive weight on the negatives', zh: '正类权重加在了负类上' },
    where('binary-cross-entropy', (at) => {
      const grad = zerosLike(at.cache.Z)
      if (at.targets.kind !== 'values') return grad
      const { positiveWeight = 1 } = at.objective.loss
      const y = at.targets.values.data
      at.cache.Z.data.forEach((z, e) => (grad.data[e] = positiveWeight * (1 - y[e]) * sigmoid(z) - y[e] * sigmoid(-z)))
      return scaled(grad, 1 / termsOf(at))
    })
  ),
  'positive-weight-ignored': mistakeIn(
    'outputGradient',
    { en: 'p − y, which is right for positive weight 1 only', zh: '用了 p − y，它只在正类权重为 1 时成立' },
    where('binary-cross-entropy', (at) => withLoss(at, { positiveWeight: 1 }))
  ),
  'hinge-margin': mistakeIn(
    'outputGradient',
    { en: 'Hinge without its margin', zh: '合页损失漏掉间隔' },
    // Smaller than any score: the loss refuses a margin of 0.
    where('multiclass-hinge', (at) => withLoss(at, { margin: 1e-300 }))
  ),
  'hinge-true-class': mistakeIn(
    'outputGradient',
    { en: 'Hinge without the gradient of the true class', zh: '合页损失漏掉真实类别的梯度' },
    where('multiclass-hinge', (at) => withTrueClass(at, () => 0))
  ),
  'hinge-true-class-once': mistakeIn(
    'outputGradient',
    { en: 'Hinge: true class −1 instead of minus the number of violations', zh: '合页损失：真实类别只减 1，没有减去违反间隔的个数' },
    where('multiclass-hinge', (at) => withTrueClass(at, (g) => (g < 0 ? -1 / termsOf(at) : g)))
  ),
  'huber-unbounded': mistakeIn(
    'outputGradient',
    { en: 'Huber without its bound δ', zh: 'Huber 损失没有用 δ 截断' },
    where('huber', (at) => withLoss(at, { delta: 1e300 }))
  ),
  'square-without-two': mistakeIn(
    'outputGradient',
    { en: 'Factor 2 of the square forgotten', zh: '忘记平方求导的系数 2' },
    where('mean-squared-error', (at, { outputGradient }) => scaled(outputGradient(at), 0.5))
  ),
  'softmax-jacobian': mistakeIn(
    'outputGradient',
    { en: 'Multiplied by the Jacobian of softmax once more', zh: '多乘了一次 softmax 的雅可比矩阵' },
    where('softmax-cross-entropy', (at, { outputGradient }) => {
      const p = softmax(at.cache.Z)
      const grad = outputGradient(at)
      for (let start = 0; start < p.data.length; start += p.columns) {
        let mean = 0
        for (let e = start; e < start + p.columns; e++) mean += p.data[e] * grad.data[e]
        for (let e = start; e < start + p.columns; e++) grad.data[e] = p.data[e] * (grad.data[e] - mean)
      }
      return grad
    })
  ),
  'output-slope': mistakeIn(
    'outputGradient',
    { en: 'Multiplied by p(1 − p) once more', zh: '多乘了一次 p(1 − p)' },
    ({ outputGradient }) =>
      (at) => {
        const p = probabilities(at)
        const grad = outputGradient(at)
        if (!p) return grad
        p.data.forEach((share, e) => (p.data[e] = share * (1 - share)))
        return elementwiseProduct(grad, p)
      }
  ),
  'residual-reversed': mistakeIn(
    'outputGradient',
    { en: 'y − p instead of p − y', zh: '写成了 y − p，应为 p − y' },
    ({ outputGradient }) =>
      (at) =>
        scaled(outputGradient(at), -1)
  ),
  'lost-mean': mistakeIn(
    'outputGradient',
    { en: 'Division by N forgotten', zh: '忘记除以 N' },
    dividedBy(() => 1)
  ),
  'mean-twice': mistakeIn(
    'outputGradient',
    { en: 'Divided by N twice', zh: '除以 N 除了两次' },
    dividedBy((at) => termsOf(at) * termsOf(at))
  ),
  'mean-over-rows': mistakeIn(
    'outputGradient',
    { en: 'Divided by the number of samples, not of all elements', zh: '只除以样本数，没有除以全部元素的个数' },
    dividedBy((at) => at.cache.Z.rows)
  ),
  'mean-over-outputs': mistakeIn(
    'outputGradient',
    { en: 'Divided by the number of outputs, not of samples', zh: '除以了输出个数，而不是样本数' },
    dividedBy((at) => at.cache.Z.columns)
  )
} as const
