import type { Text } from '../messages/texts-of'
import type { Objective } from '../network/backward'
import { forward, type LayerCache } from '../network/forward'
import { copyParameters, type LayerParameters, type Parameters } from '../network/parameters'
import { activationOf, type Activation } from '../nn/activations'
import { lossOf } from '../nn/losses'
import type { Regularization } from '../nn/regularizers'
import { softmax } from '../nn/softmax'
import type { Targets } from '../nn/targets'
import { copy, zerosLike, type Matrix } from '../tensor/matrix'
import { columnSums, elementwiseProduct, productTransposedLeft, productTransposedRight, product } from '../tensor/products'
import type { CheckProblem } from './check-problem'

/** The last layer's values with all that the gradient of the loss depends on. */
interface AtOutput {
  readonly cache: LayerCache
  readonly targets: Targets
  readonly objective: Objective
}

/** The steps of backpropagation, any of which can be got wrong. */
interface BackwardSteps {
  /** dL/d(output). */
  outputGradient(at: AtOutput): Matrix
  /** da/dz at z, whose activation a is at hand. */
  slope(activation: Activation, z: number, a: number): number
  /** d(penalty)/dw. */
  pull(w: number, regularization: Regularization): number
  /** dL/db from dL/dZ. */
  biasGradient(gradZ: Matrix): Matrix
  /** dL/dinput from dL/dZ. */
  inputGradient(gradZ: Matrix, W: Matrix): Matrix
  /** A last step on all gradients. */
  finish(gradients: Parameters): void
}

function lossGradient({ cache: { Z, A }, targets, objective }: AtOutput): Matrix {
  const loss = lossOf(objective.loss)
  return loss.gradient(loss.reads === 'logits' ? Z : A, targets)
}

/** Every step as it should be. */
const right: BackwardSteps = {
  outputGradient: lossGradient,
  slope: ({ derivative }, z, a) => derivative(z, a),
  pull: (w, { l1 = 0, l2 = 0 }) => 2 * l2 * w + l1 * Math.sign(w),
  biasGradient: columnSums,
  inputGradient: productTransposedRight,
  finish: () => {}
}

function timesAll(gradients: Parameters, factor: number): void {
  for (const { W, b } of gradients) for (const g of [W, b]) g?.data.forEach((_, e) => (g.data[e] *= factor))
}

interface Bug extends Partial<BackwardSteps> {
  readonly label: Text
}

function bug(entry: Bug): Bug {
  return entry
}

/** Mistakes that are made in backpropagation written by hand; the keys are the stored names. Each gets one step wrong. */
export const plantedBugs = {
  'lost-mean': bug({
    label: { en: 'Division by N forgotten', zh: '忘记除以 N' },
    outputGradient(at) {
      const grad = lossGradient(at)
      const terms = lossOf(at.objective.loss).averages === 'rows' ? grad.rows : grad.data.length
      grad.data.forEach((_, e) => (grad.data[e] *= terms))
      return grad
    }
  }),
  'missing-transpose': bug({
    label: { en: 'W instead of Wᵀ', zh: '用 W 代替 Wᵀ' },
    // The numbers of W in the shape of its transpose: what a reshape makes of it, and W itself where it is square.
    inputGradient: (gradZ, { rows, columns, data }) => product(gradZ, { rows: columns, columns: rows, data })
  }),
  'unmasked-relu': bug({
    label: { en: 'ReLU passes every gradient', zh: 'ReLU 让全部梯度通过' },
    slope: (activation, z, a) => (activation.routes ? 1 : activation.derivative(z, a))
  }),
  'missing-regularizer': bug({ label: { en: 'Regularizer forgotten', zh: '忘记正则项' }, pull: () => 0 }),
  'half-regularizer': bug({
    label: { en: 'L2 without its factor 2', zh: 'L2 缺少系数 2' },
    pull: (w, { l1 = 0, l2 = 0 }) => l2 * w + l1 * Math.sign(w)
  }),
  'doubled-softmax': bug({
    label: { en: 'Softmax applied twice', zh: 'softmax 用了两次' },
    outputGradient(at) {
      if (at.objective.loss.kind !== 'softmax-cross-entropy') return lossGradient(at)
      return lossGradient({ ...at, cache: { ...at.cache, Z: softmax(at.cache.Z) } })
    }
  }),
  'bias-of-one-row': bug({
    label: { en: 'Bias from the first row only', zh: '偏置只用了第一行' },
    biasGradient: ({ columns, data }) => copy({ rows: 1, columns, data: data.slice(0, columns) })
  }),
  'bias-averaged': bug({
    label: { en: 'Bias averaged twice', zh: '偏置多求了一次平均' },
    biasGradient(gradZ) {
      const grad = columnSums(gradZ)
      grad.data.forEach((_, j) => (grad.data[j] /= gradZ.rows))
      return grad
    }
  }),
  'slope-at-activation': bug({
    label: { en: "a'(a) instead of a'(z)", zh: "用 a'(a) 代替 a'(z)" },
    slope: ({ value, derivative }, _z, a) => derivative(a, value(a))
  }),
  'scale-off': bug({
    label: { en: 'Everything 0.1 % too large', zh: '全部偏大 0.1 %' },
    finish: (gradients) => timesAll(gradients, 1.001)
  }),
  'one-weight-off': bug({
    label: { en: 'One weight 1 % too large', zh: '一个权重偏大 1 %' },
    finish([{ W }]) {
      let largest = 0
      for (let e = 1; e < W.data.length; e++) if (Math.abs(W.data[e]) > Math.abs(W.data[largest])) largest = e
      W.data[largest] *= 1.01
    }
  }),
  sign: bug({ label: { en: 'Wrong sign', zh: '符号相反' }, finish: (gradients) => timesAll(gradients, -1) }),
  'hinge-margin': bug({
    label: { en: 'Hinge without its margin', zh: '合页损失漏掉间隔' },
    // Smaller than any score: the loss refuses a margin of 0.
    outputGradient: (at) => lossGradient({ ...at, objective: { ...at.objective, loss: { ...at.objective.loss, margin: 1e-300 } } })
  }),
  'positive-weight': bug({
    label: { en: 'Positive weight on the negatives', zh: '正类权重加在了负类上' },
    outputGradient(at) {
      const { cache, targets, objective } = at
      const { kind, positiveWeight = 1, reduction } = objective.loss
      if (kind !== 'binary-cross-entropy' || targets.kind !== 'values') return lossGradient(at)
      const grad = zerosLike(cache.A)
      const terms = reduction === 'sum' ? 1 : grad.data.length
      grad.data.forEach((_, e) => {
        const [p, y] = [cache.A.data[e], targets.values.data[e]]
        grad.data[e] = (y * (p - 1) + positiveWeight * (1 - y) * p) / terms
      })
      return grad
    }
  })
} as const satisfies Readonly<Record<string, Bug>>

export type PlantedBug = keyof typeof plantedBugs

export const plantedBugNames = Object.keys(plantedBugs) as PlantedBug[]

/**
 * Backpropagation written a second time, with one mistake or none, to see what a gradient check says of it. Only checks and tests use it.
 * Throws: shape.
 */
export function plantedGradients({ network, objective, parameters, batch, masks = [] }: CheckProblem, name: PlantedBug | null): Parameters {
  const steps: BackwardSteps = { ...right, ...(name && plantedBugs[name]) }
  const doubled = copyParameters(parameters, 'f64')
  const cache = forward(network, doubled, copy(batch.X, 'f64'), 0, masks)
  const last = cache.length - 1
  const gradients: LayerParameters[] = []
  let upstream = steps.outputGradient({ cache: cache[last], targets: batch.targets, objective })
  for (let l = last; l >= 0; l--) {
    const { W, b } = doubled[l]
    const isDone = l === last && lossOf(objective.loss).reads === 'logits'
    const gradZ = isDone ? upstream : throughActivation(upstream, cache[l], activationOf(network.layers[l].activation), steps)
    const gradW = productTransposedLeft(cache[l].input, gradZ)
    W.data.forEach((w: number, e: number) => (gradW.data[e] += steps.pull(w, objective.regularization)))
    gradients.unshift({ W: gradW, b: b && steps.biasGradient(gradZ) })
    upstream = steps.inputGradient(gradZ, W)
  }
  steps.finish(gradients)
  return gradients
}

function throughActivation(upstream: Matrix, { Z, A, mask }: LayerCache, activation: Activation, { slope }: BackwardSteps): Matrix {
  const grad = mask ? elementwiseProduct(upstream, mask) : copy(upstream)
  grad.data.forEach((_, e) => (grad.data[e] *= slope(activation, Z.data[e], A.data[e])))
  return grad
}
