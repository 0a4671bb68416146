import type { LossKind } from '../../nn/losses'
import { valuesOf } from '../../nn/targets'
import { activationId, countTex, overCount, signalDivisor, type WalkContext } from '../record/context'
import { factorAt } from '../record/recorder'
import { reaches } from '../record/reach'
import { fixed, partial } from '../record/symbols'
import type { WalkTensor } from '../record/walk'
import { dividedBy, written, type Written } from '../record/written'
import { cellOf, computed, divisorOf, targetStep } from './elements'
import { lossNumber, type LossRule } from './loss-rule'

/** A loss that is a function of d = a − y, element by element. */
interface ResidualLoss {
  readonly kind: LossKind
  /** Huber's δ. */
  delta(context: WalkContext): number | null
  readonly value: { readonly formula: string; readonly tex: string; readonly code: string }
  readonly slope: { readonly formula: string; readonly tex: string; readonly code: string }
  term(d: number, delta: number): number
  slopeOf(d: number, delta: number): number
  writtenTerm(d: number, delta: number): Written
  writtenSlope(d: number, delta: number): Written
}

const detail = { phase: 'loss', level: 'detail' } as const

function forwardParts(loss: ResidualLoss, context: WalkContext): { ell: WalkTensor } {
  const { recorder, symbols, cache, problem } = context
  const { A } = cache[cache.length - 1]
  const outputs = recorder.tensor(activationId(context, cache.length))
  const targets = valuesOf(problem.batch.targets, A, loss.kind)
  const { rows, columns } = A
  const y = symbols.y
  const Y = targetStep(context, targets)
  const D = recorder.step({
    ...detail,
    id: 'D',
    rule: 'difference',
    sign: fixed('D', `d=a-${y.tex}`),
    formula: `a − ${y.name}`,
    index: '',
    code: [`D = ${outputs.id} - Y`],
    reads: [outputs, Y].map((tensor) => ({ tensor, reach: reaches.cell })),
    value: computed(rows, columns, (i, j) => cellOf(A, i, j) - cellOf(targets, i, j)),
    cell(row, column) {
      const [a, target] = [factorAt(outputs, row, column), factorAt(Y, row, column)]
      return {
        terms: [
          { factors: [a], value: a.value },
          { factors: [target], value: -target.value }
        ],
        written: written`${a.value}−${target.value}`
      }
    }
  })
  const delta = loss.delta(context)
  if (delta !== null) branchStep(context, D, delta)
  const ell = recorder.step({
    ...detail,
    id: 'ell',
    rule: 'elementwise',
    sign: fixed('ell', '\\ell'),
    formula: loss.value.formula,
    index: loss.value.tex,
    code: [`ell = ${loss.value.code}`],
    reads: [{ tensor: D, reach: reaches.cell }],
    value: computed(rows, columns, (i, j) => loss.term(cellOf(D.matrix, i, j), delta ?? 0)),
    cell(row, column) {
      const d = factorAt(D, row, column)
      return { terms: [{ factors: [d], value: loss.term(d.value, delta ?? 0) }], written: loss.writtenTerm(d.value, delta ?? 0) }
    }
  })
  return { ell }
}

/** Which elements are in Huber's parabola. */
function branchStep({ recorder }: WalkContext, D: WalkTensor, delta: number): void {
  const isQuadratic = (d: number) => Math.abs(d) <= delta
  recorder.step({
    ...detail,
    id: 'quadratic',
    rule: 'indicator',
    sign: fixed('quadratic', '\\mathbb 1[|d|\\le\\delta]'),
    formula: '1 where |d| ≤ δ: the square, else the line',
    index: '',
    code: ['quadratic = where(abs(D) <= delta, 1.0, 0.0)'],
    reads: [{ tensor: D, reach: reaches.cell }],
    value: computed(D.matrix.rows, D.matrix.columns, (i, j) => (isQuadratic(cellOf(D.matrix, i, j)) ? 1 : 0)),
    cell(row, column) {
      const d = factorAt(D, row, column)
      const size = Math.abs(d.value)
      return {
        terms: [{ factors: [d], value: isQuadratic(d.value) ? 1 : 0 }],
        written: isQuadratic(d.value) ? written`${1} since ${size}≤${delta}` : written`${0} since ${size}>${delta}`
      }
    }
  })
}

function backwardParts(loss: ResidualLoss, context: WalkContext): WalkTensor {
  const { recorder, symbols, cache, problem, signalScale, isMean } = context
  const { A } = cache[cache.length - 1]
  const D = recorder.tensor('D')
  const delta = loss.delta(context) ?? 0
  return recorder.step({
    id: 'dA_out',
    phase: 'backward',
    rule: 'loss',
    sign: partial(symbols.L.tex, fixed('A_out', 'a'), 'dA_out'),
    formula: overCount(context, loss.slope.formula),
    index: `${countTex(context)}${loss.slope.tex}`,
    code: [`dA_out = ${loss.slope.code}${isMean ? ' / N' : ''}`],
    reads: [{ tensor: D, reach: reaches.cell }],
    value: context.loss.gradient(A, problem.batch.targets),
    scale: signalScale,
    cell(row, column) {
      const d = factorAt(D, row, column)
      const over = signalDivisor(context)
      return {
        terms: [{ factors: [d], value: loss.slopeOf(d.value, delta) }],
        ...divisorOf(over),
        written: dividedBy(loss.writtenSlope(d.value, delta), over)
      }
    }
  })
}

function rule(loss: ResidualLoss): LossRule {
  return {
    forward: (context) => forwardParts(loss, context),
    backward: (context) => backwardParts(loss, context),
    mean: (count, isMean) => ({
      formula: isMean ? `1/${count} Σ ℓ, ${count} = all elements` : 'Σ ℓ',
      tex: `${isMean ? `\\frac1{${count}}` : ''}\\sum\\ell`
    }),
    options(context): Record<string, number> {
      const delta = loss.delta(context)
      return delta === null ? {} : { delta }
    }
  }
}

export const meanSquaredErrorRule = rule({
  kind: 'mean-squared-error',
  delta: () => null,
  value: { formula: 'd²', tex: 'd^2', code: 'D ** 2' },
  slope: { formula: '2d', tex: '2d', code: '2 * D' },
  term: (d) => d * d,
  slopeOf: (d) => 2 * d,
  writtenTerm: (d) => written`${d}²`,
  writtenSlope: (d) => written`2·${d}`
})

export const meanAbsoluteErrorRule = rule({
  kind: 'mean-absolute-error',
  delta: () => null,
  value: { formula: '|d|', tex: '|d|', code: 'abs(D)' },
  slope: { formula: 'sgn d', tex: '\\operatorname{sgn}d', code: 'sign(D)' },
  term: (d) => Math.abs(d),
  slopeOf: (d) => Math.sign(d),
  writtenTerm: (d) => written`|${d}|`,
  writtenSlope: (d) => written`sgn(${d})`
})

export const huberRule = rule({
  kind: 'huber',
  delta: ({ problem }) => lossNumber(problem.objective.loss, 'delta'),
  value: {
    formula: '½d² where |d| ≤ δ, else δ(|d| − ½δ)',
    tex: '\\begin{cases}\\tfrac12d^2&|d|\\le\\delta\\\\\\delta(|d|-\\tfrac12\\delta)&|d|>\\delta\\end{cases}',
    code: 'where(abs(D) <= delta, 0.5 * D ** 2, delta * (abs(D) - 0.5 * delta))'
  },
  slope: {
    formula: '(d where |d| ≤ δ, else δ·sgn d)',
    tex: '\\begin{cases}d&|d|\\le\\delta\\\\\\delta\\operatorname{sgn}d&|d|>\\delta\\end{cases}',
    code: 'where(abs(D) <= delta, D, delta * sign(D))'
  },
  term: (d, delta) => (Math.abs(d) <= delta ? 0.5 * d * d : delta * (Math.abs(d) - 0.5 * delta)),
  slopeOf: (d, delta) => (Math.abs(d) <= delta ? d : delta * Math.sign(d)),
  writtenTerm: (d, delta) => (Math.abs(d) <= delta ? written`0.5·${d}²` : written`${delta}·(${Math.abs(d)}−0.5·${delta})`),
  writtenSlope: (d, delta) => (Math.abs(d) <= delta ? written`${d}` : written`${delta}·${Math.sign(d)}`)
})
