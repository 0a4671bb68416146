import { formatNumber } from '../../i18n/format'

/** The sum of a unit, as it is written out. */
export interface WrittenSum {
  /** `b + w·x + …` with the numbers in it: the bias, and the largest terms. */
  readonly sum: string
  /** Number of terms summed in the last number; 0 where all are written out. */
  readonly others: number
}

interface Terms {
  readonly weights: ArrayLike<number>
  readonly inputs: ArrayLike<number>
  readonly bias: number | null
}

/** More terms than this are not written out. */
const MOST = 4

const DIGITS = 3

/**
 * Σ wᵢ·xᵢ + b with its numbers. Of many terms the three largest are written out, in their order, and the others as one number.
 */
export function writtenSum({ weights, inputs, bias }: Terms): WrittenSum {
  const terms = Array.from(weights, (w, i) => ({ i, w, x: inputs[i], size: Math.abs(w * inputs[i]) }))
  const isWhole = terms.length <= MOST
  const written = isWhole
    ? terms
    : terms
        .toSorted((a, b) => b.size - a.size)
        .slice(0, MOST - 1)
        .sort((a, b) => a.i - b.i)
  const rest = isWhole ? 0 : terms.filter((term) => !written.includes(term)).reduce((sum, { w, x }) => sum + w * x, 0)
  const parts = [
    ...written.map(({ w, x }) => ({ isNegative: w < 0, text: `${number(Math.abs(w))}·${x < 0 ? `(${number(x)})` : number(x)}` })),
    ...(isWhole ? [] : [{ isNegative: rest < 0, text: number(Math.abs(rest)) }]),
    ...(bias === null ? [] : [{ isNegative: bias < 0, text: number(Math.abs(bias)) }])
  ]
  const sum = parts.map(({ isNegative, text }, p) => `${signOf(isNegative, p === 0)}${text}`).join('')
  return { sum, others: terms.length - written.length }
}

function signOf(isNegative: boolean, isFirst: boolean): string {
  if (isFirst) return isNegative ? '−' : ''
  return isNegative ? ' − ' : ' + '
}

const number = (value: number) => formatNumber(value, DIGITS)
