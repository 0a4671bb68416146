import { softplus } from '../../math/softplus'
import { sigmoid } from '../../math/tanh'
import { valuesOf } from '../../nn/targets'
import type { Matrix } from '../../tensor/matrix'
import { activationId, countTex, overCount, signalDivisor, type WalkContext } from '../record/context'
import { constant, factorAt } from '../record/recorder'
import { reaches } from '../record/reach'
import { fixed, partial } from '../record/symbols'
import type { Term, WalkTensor } from '../record/walk'
import { dividedBy, written } from '../record/written'
import { cellOf, computed, divisorOf, targetStep } from './elements'
import { lossNumber, type LossRule } from './loss-rule'

interface Parts {
  readonly Z: WalkTensor
  /** p = σ(z). */
  readonly A: WalkTensor
  readonly scores: Matrix
  readonly targets: Matrix
  readonly w: number
}

function partsOf(context: WalkContext): Parts {
  const { recorder, cache, problem } = context
  const { Z } = cache[cache.length - 1]
  return {
    Z: recorder.tensor(`Z${cache.length}`),
    A: recorder.tensor(activationId(context, cache.length)),
    scores: Z,
    targets: valuesOf(problem.batch.targets, Z, 'binary-cross-entropy'),
    w: lossNumber(problem.objective.loss, 'positiveWeight')
  }
}

const detail = { phase: 'loss', level: 'detail' } as const

/** 0 where the factor is 0, however large the other is: as the loss skips such a term. */
function skipping(factor: number, other: number): number {
  return factor === 0 ? 0 : factor * other
}

function forwardParts(context: WalkContext): { ell: WalkTensor } {
  const { recorder, symbols, cache } = context
  const { Z, scores, targets, w } = partsOf(context)
  const { rows, columns } = scores
  const z = `Z${cache.length}`
  const [p, y] = [symbols.p, symbols.y]
  const Y = targetStep(context, targets)
  const surprise = (id: string, side: 1 | -1, tex: string, formula: string, code: string) =>
    recorder.step({
      ...detail,
      id,
      rule: 'elementwise',
      sign: fixed(id, tex),
      formula,
      index: `\\ln\\left(1+e^{${side === 1 ? '-' : ''}${symbols.s.tex === 's' ? 'z' : symbols.s.tex}}\\right)`,
      code: [`${id} = ${code}`],
      why: 'walk.softplus',
      reads: [{ tensor: Z, reach: reaches.cell }],
      value: computed(rows, columns, (i, j) => softplus(-side * cellOf(scores, i, j))),
      cell(row, column) {
        const score = factorAt(Z, row, column)
        const value = softplus(-side * score.value)
        return {
          terms: [{ factors: [score], value }],
          written: side === 1 ? written`ln(1+e^−${score.value})` : written`ln(1+e^${score.value})`
        }
      }
    })
  const neglnp = surprise('neglnp', 1, `-\\ln ${p.tex}`, `−ln ${p.name} = ln(1 + e^−z)`, `maximum(-${z}, 0) + log1p(exp(-abs(${z})))`)
  const neglnq = surprise(
    'neglnq',
    -1,
    `-\\ln(1-${p.tex})`,
    `−ln(1 − ${p.name}) = ln(1 + e^z)`,
    `maximum(${z}, 0) + log1p(exp(-abs(${z})))`
  )
  const ell = recorder.step({
    ...detail,
    id: 'ell',
    rule: 'elementwise',
    sign: fixed('ell', '\\ell'),
    formula: `w·${y.name}·(−ln ${p.name}) + (1 − ${y.name})·(−ln(1 − ${p.name}))`,
    index: `-w\\,${y.tex}\\ln ${p.tex}-(1-${y.tex})\\ln(1-${p.tex})`,
    code: ['ell = w * Y * neglnp + (1 - Y) * neglnq'],
    reads: [Y, neglnp, neglnq].map((tensor) => ({ tensor, reach: reaches.cell })),
    value: computed(rows, columns, (i, j) => {
      const [target, score] = [cellOf(targets, i, j), cellOf(scores, i, j)]
      return (target === 0 ? 0 : w * target * softplus(-score)) + (target === 1 ? 0 : (1 - target) * softplus(score))
    }),
    cell(row, column) {
      const [target, yes, no] = [Y, neglnp, neglnq].map((tensor) => factorAt(tensor, row, column))
      const rest = { ...target, name: '1−Y', value: 1 - target.value }
      return {
        terms: [
          { factors: [constant('w', w), target, yes], value: skipping(w * target.value, yes.value) },
          { factors: [rest, no], value: skipping(rest.value, no.value) }
        ],
        written: written`${w}·${target.value}·${yes.value}+${rest.value}·${no.value}`
      }
    }
  })
  return { ell }
}

/** dL/dp and σ'(z): left out where p or 1 − p is 0 in float64, since it would be divided by. */
function longWay(context: WalkContext, { A, scores, targets, w }: Parts): void {
  const { recorder, symbols, signalScale, divisor } = context
  const { rows, columns } = scores
  const p = (i: number, j: number) => cellOf(A.matrix, i, j)
  const y = (i: number, j: number) => cellOf(targets, i, j)
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      if ((y(i, j) !== 0 && !(p(i, j) > 0)) || (y(i, j) !== 1 && !(p(i, j) < 1))) return
    }
  }
  const [signP, signY] = [symbols.p, symbols.y]
  const Y = recorder.tensor('Y')
  recorder.step({
    id: 'dA_out',
    phase: 'backward',
    level: 'long',
    rule: 'elementwise',
    sign: partial(symbols.L.tex, fixed('A_out', signP.tex), 'dA_out'),
    formula: overCount(context, `(−w·${signY.name}/${signP.name} + (1 − ${signY.name})/(1 − ${signP.name}))`),
    index: `${countTex(context)}\\left(-\\frac{w\\,${signY.tex}}{${signP.tex}}+\\frac{1-${signY.tex}}{1-${signP.tex}}\\right)`,
    code: [`dA_out = (-w * Y / ${A.id} + (1 - Y) / (1 - ${A.id}))${context.isMean ? ' / N' : ''}`],
    reads: [
      { tensor: Y, reach: reaches.cell },
      { tensor: A, reach: reaches.cell }
    ],
    value: computed(rows, columns, (i, j) => (skipping(-w * y(i, j), 1 / p(i, j)) + skipping(1 - y(i, j), 1 / (1 - p(i, j)))) / divisor),
    scale: signalScale,
    cell(row, column) {
      const [target, probability] = [factorAt(Y, row, column), factorAt(A, row, column)]
      const over = signalDivisor(context)
      const terms: Term[] = [
        { factors: [constant('w', w), target, probability], value: skipping(-w * target.value, 1 / probability.value) },
        {
          factors: [
            { ...target, name: '1−Y', value: 1 - target.value },
            { ...probability, name: '1−P', value: 1 - probability.value }
          ],
          value: skipping(1 - target.value, 1 / (1 - probability.value))
        }
      ]
      return {
        terms,
        ...divisorOf(over),
        written: dividedBy(written`−${w}·${target.value}/${probability.value}+(1−${target.value})/(1−${probability.value})`, over)
      }
    }
  })
  recorder.step({
    id: 'slope_out',
    phase: 'backward',
    level: 'long',
    rule: 'elementwise',
    sign: fixed('slope_out', "\\sigma'(z)"),
    formula: `${signP.name}·(1 − ${signP.name})`,
    index: `${signP.tex}\\left(1-${signP.tex}\\right)`,
    code: [`slope_out = ${A.id} * (1 - ${A.id})`],
    reads: [{ tensor: A, reach: reaches.cell }],
    value: computed(rows, columns, (i, j) => p(i, j) * (1 - p(i, j))),
    cell(row, column) {
      const a = factorAt(A, row, column)
      return { terms: [{ factors: [a], value: a.value * (1 - a.value) }], written: written`${a.value}·(1−${a.value})` }
    }
  })
}

function backwardParts(context: WalkContext): WalkTensor {
  const { recorder, symbols, loss, problem, signalScale, isMean } = context
  const parts = partsOf(context)
  const { A, scores, targets, w } = parts
  const { rows, columns } = scores
  longWay(context, parts)
  const Y = recorder.tensor('Y')
  const [p, y] = [symbols.p, symbols.y]
  const reads = [Y, A].map((tensor) => ({ tensor, reach: reaches.cell }))
  const body = `w·${y.name}·(${p.name} − 1) + (1 − ${y.name})·${p.name}`
  const bodyTex = `w\\,${y.tex}\\,(${p.tex}-1)+(1-${y.tex})\\,${p.tex}`
  const termsAt = (row: number, column: number, over: number) => {
    const [target, probability] = [factorAt(Y, row, column), factorAt(A, row, column)]
    const rest = { ...target, name: '1−Y', value: 1 - target.value }
    const short = { ...probability, name: 'p−1', value: -sigmoid(-cellOf(scores, row, column)) }
    return {
      terms: [
        { factors: [constant('w', w), target, short], value: w * target.value * short.value },
        { factors: [rest, { ...probability, name: 'P' }], value: rest.value * probability.value }
      ],
      ...divisorOf(over),
      written: dividedBy(written`${w}·${target.value}·(${probability.value}−1)+${rest.value}·${probability.value}`, over)
    }
  }
  const isDivided = isMean && !symbols.leavesMean
  const signal = recorder.step({
    id: 'dZ_out',
    phase: 'backward',
    rule: 'loss',
    sign: partial(symbols.L.tex, fixed('Z_out', 'z'), 'dZ_out'),
    formula: overCount(context, isDivided ? `(${body})` : body),
    index: isDivided ? `${countTex(context)}\\left[${bodyTex}\\right]` : bodyTex,
    code: [`dZ_out = (w * Y * (${A.id} - 1) + (1 - Y) * ${A.id})${isMean ? ' / N' : ''}`],
    why: 'walk.sigmoid',
    reads,
    value: loss.gradient(scores, problem.batch.targets),
    scale: signalScale,
    cell: (row, column) => termsAt(row, column, signalDivisor(context))
  })
  recorder.step({
    id: 'dZ_out×N',
    phase: 'backward',
    level: 'detail',
    rule: 'loss',
    sign: fixed(`dZ_out×${symbols.count.name}`, `${symbols.count.tex}\\,\\frac{\\partial ${symbols.L.tex}}{\\partial z}`),
    formula: `${body}, the form of note 001`,
    index: bodyTex,
    code: [`dZ_outN = w * Y * (${A.id} - 1) + (1 - Y) * ${A.id}`],
    why: 'walk.note-001',
    reads,
    value: computed(rows, columns, (i, j) => {
      const [target, score] = [cellOf(targets, i, j), cellOf(scores, i, j)]
      return (1 - target) * sigmoid(score) - w * target * sigmoid(-score)
    }),
    cell: (row, column) => termsAt(row, column, 1)
  })
  return signal
}

/** Binary cross-entropy: −ln p and −ln(1 − p) from the logit, each with its target's factor. */
export const binaryCrossEntropyRule: LossRule = {
  forward: forwardParts,
  backward: backwardParts,
  mean: (count, isMean) => ({ formula: `${isMean ? `1/${count} ` : ''}Σ ℓ`, tex: `${isMean ? `\\frac1{${count}}` : ''}\\sum\\ell` }),
  options: ({ problem }) => ({ w: lossNumber(problem.objective.loss, 'positiveWeight') })
}
