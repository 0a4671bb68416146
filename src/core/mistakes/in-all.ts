import type { Parameters } from '../network/parameters'
import { mistakeIn } from './mistake'

function timesAll(factor: number) {
  return ({ finish }: { finish(gradients: Parameters): void }) =>
    (gradients: Parameters) => {
      finish(gradients)
      for (const { W, b } of gradients) for (const g of [W, b]) g?.data.forEach((_, e) => (g.data[e] *= factor))
    }
}

/** Mistakes in the gradients as a whole. */
export const mistakesInAll = {
  sign: mistakeIn('finish', { en: 'Wrong sign', zh: '符号相反' }, timesAll(-1)),
  'scale-off': {
    ...mistakeIn('finish', { en: 'Everything 0.1 % too large', zh: '全部偏大 0.1 %' }, timesAll(1.001)),
    isArtificial: true
  },
  'one-weight-off': {
    ...mistakeIn('finish', { en: 'One weight 1 % too large', zh: '一个权重偏大 1 %' }, ({ finish }) => (gradients) => {
      finish(gradients)
      const [{ W }] = gradients
      let largest = 0
      for (let e = 1; e < W.data.length; e++) if (Math.abs(W.data[e]) > Math.abs(W.data[largest])) largest = e
      W.data[largest] *= 1.01
    }),
    isArtificial: true
  }
} as const
