import { fusedMultiplyAdd, fusedMultiplyAdd32 } from '../math/fused-multiply-add'
import type { Numbers, Precision } from './matrix'

/** An arithmetic of sums of products: their order is given, their rounding is its own. */
export interface Arithmetic {
  /** Adds factor · x to each of adjacent sums: sums[at + j] += factor · x[from + j] for j = 0 … count − 1. */
  addMultiple(sums: Float64Array, at: number, factor: number, x: Numbers, from: number, count: number): void
  /** Σ a[atA + j] · b[atB + j] over j = 0 … count − 1, from the first to the last. */
  sumOfProducts(a: Numbers, atA: number, b: Numbers, atB: number, count: number): number
  /** Rounds a sum of two numbers. */
  readonly round: Rounding
  /** The most rows over which a gradient is one sum; over more it is the sum of such sums. */
  readonly summedRows: number
}

/** Rounds the result of one operation. */
export type Rounding = (x: number) => number

const asItIs: Rounding = (x) => x

/** Sums in float64, products and sums rounded apart: for views and checks, which need no bits and are done in a tenth of the time. */
export const plainArithmetic: Arithmetic = {
  addMultiple(sums, at, factor, x, from, count) {
    for (let j = 0; j < count; j++) sums[at + j] += factor * x[from + j]
  },
  sumOfProducts(a, atA, b, atB, count) {
    let sum = 0
    for (let j = 0; j < count; j++) sum += a[atA + j] * b[atB + j]
    return sum
  },
  round: asItIs,
  summedRows: Infinity
}

/**
 * The arithmetic of training, whatever computes it: sums in the precision of the run, each multiply-add rounded once. A single float32
 * sum over many rows would lose digits (machines/wasm/assembly/products.ts).
 */
export const trainingArithmetic: Readonly<Record<Precision, Arithmetic>> = {
  f32: { ...sumsBy(fusedMultiplyAdd32), round: Math.fround, summedRows: 1024 },
  f64: { ...sumsBy(fusedMultiplyAdd), round: asItIs, summedRows: Infinity }
}

function sumsBy(multiplyAdd: (a: number, b: number, c: number) => number): Pick<Arithmetic, 'addMultiple' | 'sumOfProducts'> {
  return {
    addMultiple(sums, at, factor, x, from, count) {
      for (let j = 0; j < count; j++) sums[at + j] = multiplyAdd(factor, x[from + j], sums[at + j])
    },
    sumOfProducts(a, atA, b, atB, count) {
      let sum = 0
      for (let j = 0; j < count; j++) sum = multiplyAdd(a[atA + j], b[atB + j], sum)
      return sum
    }
  }
}

/** Returns the rounding to the precision of some numbers. */
export function roundingOf(numbers: Numbers): Rounding {
  return numbers instanceof Float32Array ? Math.fround : asItIs
}
