import { sigmoid, tanh } from '../../math/tanh'
import type { ActivationName } from '../../nn/activations'
import { written, type Written } from '../record/written'

/** An activation written out with its numbers, and in code. */
interface ActivationText {
  value(z: number): Written
  slope(z: number, a: number): Written
  /** Which of the two the slope is written with. */
  readonly slopeOf: 'Z' | 'A'
  /** Lines from the names of Z and the result; those of the slope also from that of A. */
  readonly code: {
    value(Z: string, result: string): string[]
    slope(Z: string, A: string, result: string): string[]
  }
}

/** A slope that only the side of the kink at 0 decides. */
function since(slope: number, z: number): Written {
  if (z > 0) return written`${slope} since ${z}>0`
  return z === 0 ? written`${slope} since z=0, at the kink the left branch` : written`${slope} since ${z}≤0`
}

/** √(2/π) and the cubic factor, as in the catalogue's gelu. */
const gelu = (Z: string) => `0.7978845608028654 * (${Z} + 0.044715 * ${Z} ** 3)`

/** Every activation as it is written; a new one is one entry. */
export const activationTexts: Readonly<Record<ActivationName, ActivationText>> = {
  linear: {
    slopeOf: 'Z',
    value: (z) => written`${z}`,
    slope: () => written`${1}`,
    code: { value: (Z, result) => [`${result} = ${Z}`], slope: (Z, _A, result) => [`${result} = 0 * ${Z} + 1`] }
  },
  relu: {
    slopeOf: 'Z',
    value: (z) => written`max(0,${z})`,
    slope: (z) => since(z > 0 ? 1 : 0, z),
    code: {
      value: (Z, result) => [`${result} = maximum(${Z}, 0)`],
      slope: (Z, _A, result) => [`${result} = where(${Z} > 0, 1.0, 0.0)`]
    }
  },
  'leaky-relu': {
    slopeOf: 'Z',
    value: (z) => (z > 0 ? written`${z}` : written`0.01·${z}`),
    slope: (z) => since(z > 0 ? 1 : 0.01, z),
    code: {
      value: (Z, result) => [`${result} = where(${Z} > 0, ${Z}, 0.01 * ${Z})`],
      slope: (Z, _A, result) => [`${result} = where(${Z} > 0, 1.0, 0.01)`]
    }
  },
  elu: {
    slopeOf: 'Z',
    value: (z) => (z > 0 ? written`${z}` : written`e^${z}−1`),
    slope: (z) => (z > 0 ? since(1, z) : written`e^${z}`),
    code: {
      value: (Z, result) => [`${result} = where(${Z} > 0, ${Z}, expm1(minimum(${Z}, 0)))`],
      slope: (Z, _A, result) => [`${result} = exp(minimum(${Z}, 0))`]
    }
  },
  gelu: {
    slopeOf: 'Z',
    value: (z) => written`0.5·${z}·(1+tanh(0.7978845608028654·(${z}+0.044715·${z}^3)))`,
    slope(z) {
      const t = tanh(0.7978845608028654 * (z + 0.044715 * z * z * z))
      const inner = 0.7978845608028654 * (1 + 3 * 0.044715 * z * z)
      return written`0.5·(1+${t})+0.5·${z}·(1−${t}²)·${inner}`
    },
    code: {
      value: (Z, result) => [`${result} = 0.5 * ${Z} * (1 + tanh(${gelu(Z)}))`],
      slope: (Z, _A, result) => [
        `${result} = 0.5 * (1 + tanh(${gelu(Z)})) + 0.5 * ${Z} * (1 - tanh(${gelu(Z)}) ** 2) * 0.7978845608028654 * (1 + 0.134145 * ${Z} ** 2)`
      ]
    }
  },
  silu: {
    slopeOf: 'Z',
    value: (z) => written`${z}/(1+e^−${z})`,
    slope: (z) => written`${sigmoid(z)}+${z}·${sigmoid(z)}·(1−${sigmoid(z)})`,
    code: {
      value: (Z, result) => [`${result} = ${Z} / (1 + exp(-${Z}))`],
      slope: (Z, A, result) => [`${result} = 1 / (1 + exp(-${Z})) + ${A} * (1 - 1 / (1 + exp(-${Z})))`]
    }
  },
  softplus: {
    slopeOf: 'Z',
    // Shifted where e^z would overflow, which changes nothing else.
    value: (z) => (z > 30 ? written`${z}+ln(1+e^−${z})` : written`ln(1+e^${z})`),
    slope: (z) => written`1/(1+e^−${z})`,
    code: {
      value: (Z, result) => [`${result} = maximum(${Z}, 0) + log1p(exp(-abs(${Z})))`],
      slope: (Z, _A, result) => [`${result} = 1 / (1 + exp(-${Z}))`]
    }
  },
  sigmoid: {
    slopeOf: 'A',
    value: (z) => written`1/(1+e^−${z})`,
    slope: (_z, a) => written`${a}·(1−${a})`,
    code: {
      value: (Z, result) => [`${result} = 1 / (1 + exp(-${Z}))`],
      slope: (_Z, A, result) => [`${result} = ${A} * (1 - ${A})`]
    }
  },
  tanh: {
    slopeOf: 'A',
    value: (z) => written`tanh(${z})`,
    slope: (_z, a) => written`1−${a}²`,
    code: { value: (Z, result) => [`${result} = tanh(${Z})`], slope: (_Z, A, result) => [`${result} = 1 - ${A} ** 2`] }
  }
}
