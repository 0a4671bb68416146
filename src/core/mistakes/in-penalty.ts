import type { Regularization } from '../nn/regularizers'
import { zerosLike, type Matrix } from '../tensor/matrix'
import type { AtLayer } from './backward-steps'
import { mistakeIn } from './mistake'

/** d(penalty)/dw by another rule. */
function withPull(pull: (w: number, regularization: Required<Regularization>, at: AtLayer) => number) {
  return () =>
    (W: Matrix, { l1 = 0, l2 = 0 }: Regularization, at: AtLayer) => {
      const grad = zerosLike(W)
      W.data.forEach((w, e) => (grad.data[e] = pull(w, { l1, l2 }, at)))
      return grad
    }
}

/** Mistakes in the gradient of the regularizer. */
export const mistakesInPenalty = {
  'missing-regularizer': mistakeIn(
    'weightPenalty',
    { en: 'Regularizer forgotten', zh: '忘记正则项' },
    withPull(() => 0)
  ),
  'half-regularizer': mistakeIn(
    'weightPenalty',
    { en: 'L2 without its factor 2', zh: 'L2 缺少系数 2' },
    withPull((w, { l1, l2 }) => l2 * w + l1 * Math.sign(w))
  ),
  'regularizer-squared': mistakeIn(
    'weightPenalty',
    { en: 'W² instead of its derivative in the regularizer', zh: '正则项用了 W²，没有求导' },
    withPull((w, { l2 }) => l2 * w * w),
    withPull((w, { l2 }) => 2 * l2 * w * w)
  ),
  'regularizer-averaged': mistakeIn(
    'weightPenalty',
    { en: 'Regularizer divided by N', zh: '正则项也除以了 N' },
    withPull((w, { l1, l2 }, { cache }) => (2 * l2 * w + l1 * Math.sign(w)) / cache.Z.rows)
  ),
  'regularized-bias': mistakeIn(
    'biasPenalty',
    { en: 'Regularizer on the biases too', zh: '偏置也加了正则项' },
    () =>
      (b, { l2 = 0, l1 = 0 }) => {
        const grad = zerosLike(b)
        b.data.forEach((x, j) => (grad.data[j] = 2 * l2 * x + l1 * Math.sign(x)))
        return grad
      }
  )
} as const
