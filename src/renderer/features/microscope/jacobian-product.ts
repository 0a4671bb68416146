import type { TensorNumbers } from './tensor-numbers'

/** A term of the sum over j: the upstream gradient by result j times the derivative of result j by one input. */
export interface JacobianTerm {
  readonly index: number
  readonly upstream: number
  readonly slope: number
}

/** One number of upstream · J: its largest terms, in their order, and what the others add up to. */
export interface JacobianProduct {
  readonly value: number
  readonly largest: readonly JacobianTerm[]
  readonly others: number
  readonly sumOfOthers: number
}

/** A sum of up to so many terms is written out whole, of a longer one three. */
const MOST_TERMS = 6
const LARGEST = 3

/** Σⱼ upstreamⱼ · J[j, column]. Shapes: upstream [1, results], J [results, inputs]. */
export function jacobianProduct(
  upstream: Pick<TensorNumbers, 'at'>,
  J: Pick<TensorNumbers, 'rows' | 'at'>,
  column: number
): JacobianProduct {
  const terms = Array.from({ length: J.rows }, (_, index): JacobianTerm => {
    return { index, upstream: upstream.at(0, index) ?? NaN, slope: J.at(index, column) ?? NaN }
  })
  const valueOf = ({ upstream: given, slope }: JacobianTerm) => given * slope
  const sum = (some: readonly JacobianTerm[]) => some.reduce((all, term) => all + valueOf(term), 0)
  const largest =
    terms.length <= MOST_TERMS
      ? terms
      : [...terms]
          .sort((a, b) => Math.abs(valueOf(b)) - Math.abs(valueOf(a)))
          .slice(0, LARGEST)
          .sort((a, b) => a.index - b.index)
  const others = terms.filter((term) => !largest.includes(term))
  return { value: sum(terms), largest, others: others.length, sumOfOthers: sum(others) }
}
