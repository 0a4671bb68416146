import { exp } from '../../math/exp'
import { ln } from '../../math/ln'
import { rowMaximum, softmax } from '../../nn/softmax'
import { countTex, overCount, signalDivisor, type WalkContext } from '../record/context'
import { factorAt } from '../record/recorder'
import { oneCell, reaches } from '../record/reach'
import { fixed, partial, type Sign } from '../record/symbols'
import type { Term, WalkTensor } from '../record/walk'
import { dividedBy, written } from '../record/written'
import { cellOf, computed, divisorOf, writtenProducts } from './elements'
import type { LossRule } from './loss-rule'
import { softmaxLongWay, softmaxParts } from './softmax-long-way'

const detail = { phase: 'loss', level: 'detail' } as const

function forwardParts(context: WalkContext): { ell: WalkTensor; weights?: WalkTensor } {
  const { recorder, symbols, cache } = context
  const { S, scores, classes, classWeights } = softmaxParts(context)
  const { rows, columns } = scores
  const z = `Z${cache.length}`
  const [s, p, y] = [symbols.s, symbols.p, symbols.y]
  const max = recorder.step({
    ...detail,
    id: 'max',
    rule: 'row-maximum',
    sign: fixed('max', 'm_i'),
    formula: `mᵢ = maxⱼ ${s.name}ᵢⱼ`,
    index: `\\max_j ${s.cell('ij')}`,
    code: [`max = rowmax(${z})`],
    why: 'walk.shift',
    reads: [{ tensor: S, reach: reaches.firstOfRow }],
    value: computed(rows, 1, (i) => rowMaximum(scores, i)),
    cell(row) {
      const factors = Array.from({ length: columns }, (_, j) => factorAt(S, row, j))
      const top = rowMaximum(scores, row)
      const list = factors.map(({ value }) => written`${value}`).reduce((all, one) => written`${all},${one}`)
      return { terms: [{ factors, value: top }], written: written`max(${list})` }
    }
  })
  const D = recorder.step({
    ...detail,
    id: 'D',
    rule: 'elementwise',
    sign: fixed('D', `${s.cell('ij')}-m_i`),
    formula: `${s.name}ᵢⱼ − mᵢ`,
    index: '',
    code: [`D = ${z} - max`],
    reads: [
      { tensor: S, reach: reaches.cell },
      { tensor: max, reach: reaches.row }
    ],
    value: computed(rows, columns, (i, j) => cellOf(scores, i, j) - cellOf(max.matrix, i, 0)),
    cell(row, column) {
      const [score, top] = [factorAt(S, row, column), factorAt(max, row, 0)]
      return {
        terms: [
          { factors: [score], value: score.value },
          { factors: [top], value: -top.value }
        ],
        written: written`${score.value}−${top.value}`
      }
    }
  })
  const E = recorder.step({
    ...detail,
    id: 'E',
    rule: 'elementwise',
    sign: fixed('E', `e^{${s.cell('ij')}-m_i}`),
    formula: `e^(${s.name}ᵢⱼ − mᵢ)`,
    index: '',
    code: ['E = exp(D)'],
    reads: [{ tensor: D, reach: reaches.cell }],
    value: computed(rows, columns, (i, j) => exp(cellOf(D.matrix, i, j))),
    cell(row, column) {
      const d = factorAt(D, row, column)
      return { terms: [{ factors: [d], value: exp(d.value) }], written: written`e^${d.value}` }
    }
  })
  const sumE = recorder.step({
    ...detail,
    id: 'sumE',
    rule: 'row-sum',
    sign: fixed('sumE', `\\sum_k e^{${s.cell('ik')}-m_i}`),
    formula: 'Σₖ Eᵢₖ',
    index: '',
    code: ['sumE = rowsum(E)'],
    reads: [{ tensor: E, reach: reaches.firstOfRow }],
    value: computed(rows, 1, (i) => {
      let sum = 0
      for (let j = 0; j < columns; j++) sum += cellOf(E.matrix, i, j)
      return sum
    }),
    cell(row) {
      const terms = Array.from({ length: columns }, (_, j): Term => {
        const factor = factorAt(E, row, j)
        return { factors: [factor], value: factor.value }
      })
      return { terms, written: writtenProducts(terms) }
    }
  })
  recorder.step({
    phase: 'loss',
    id: 'P',
    rule: 'quotient',
    sign: fixed('P', p.cell('ij')),
    formula: 'Eᵢⱼ / Σₖ Eᵢₖ',
    index: `\\frac{e^{${s.cell('ij')}-m_i}}{\\sum_k e^{${s.cell('ik')}-m_i}}`,
    code: ['P = E / sumE'],
    reads: [
      { tensor: E, reach: reaches.cell },
      { tensor: sumE, reach: reaches.row }
    ],
    value: softmax(scores),
    cell(row, column) {
      const [e, sum] = [factorAt(E, row, column), factorAt(sumE, row, 0)]
      return { terms: [{ factors: [e, sum], value: e.value / sum.value }], written: written`${e.value}/${sum.value}` }
    }
  })
  recorder.step({
    ...detail,
    id: 'Y',
    rule: 'given',
    sign: fixed('Y', y.cell('ij')),
    formula: 'one-hot of the class',
    index: '\\delta_{j,y_i}',
    code: [`Y = onehot(y, ${columns})`],
    reads: [],
    value: computed(rows, columns, (i, j) => (classes[i] === j ? 1 : 0)),
    cell: (row, column) => ({ terms: [], written: written`${classes[row] === column ? 1 : 0}` })
  })
  const ell = recorder.step({
    ...detail,
    id: 'ell',
    rule: 'elementwise',
    sign: fixed('ell', '\\ell_i'),
    formula: `−ln ${p.name}ᵢ,yᵢ = ln Σₖ Eᵢₖ − (${s.name}ᵢ,yᵢ − mᵢ)`,
    index: `-\\ln ${p.cell('i,y_i')}=\\ln\\sum_k e^{${s.cell('ik')}-m_i}-(${s.cell('i,y_i')}-m_i)`,
    code: ['ell = log(sumE) - rowsum(D * Y)'],
    reads: [
      { tensor: sumE, reach: reaches.cell },
      { tensor: D, reach: (row, column) => (column === classes[row] ? oneCell(row, 0) : []) }
    ],
    value: computed(rows, 1, (i) => ln(cellOf(sumE.matrix, i, 0)) + (cellOf(max.matrix, i, 0) - cellOf(scores, i, classes[i]))),
    cell(row) {
      const [sum, d] = [factorAt(sumE, row, 0), factorAt(D, row, classes[row])]
      return {
        terms: [
          { factors: [sum], value: ln(sum.value) },
          { factors: [d], value: -d.value }
        ],
        written: written`ln(${sum.value})−${d.value}`
      }
    }
  })
  if (!classWeights) return { ell }
  const weights = recorder.step({
    ...detail,
    id: 'w',
    rule: 'given',
    sign: fixed('w', 'w_{y_i}'),
    formula: 'weight of the row’s class',
    index: '',
    code: ['w = weightof(class_weights, y)'],
    reads: [],
    value: computed(rows, 1, (i) => classWeights[classes[i]]),
    cell: (row) => ({ terms: [], written: written`${classWeights[classes[row]]}` })
  })
  return { ell, weights }
}

function backwardParts(context: WalkContext): WalkTensor {
  const { recorder, symbols, loss, problem, signalScale } = context
  const parts = softmaxParts(context)
  const { scores, classWeights } = parts
  const P = recorder.tensor('P')
  const Y = recorder.tensor('Y')
  const w = recorder.tensors.get('w')
  softmaxLongWay(context, P, parts)
  const [p, y] = [symbols.p, symbols.y]
  const difference = `${p.name}ᵢⱼ − ${y.name}ᵢⱼ`
  const isDivided = overCount(context, '') !== ''
  const bracketed = classWeights || isDivided ? `(${difference})` : difference
  const matrixTex = `${matrixLetter(p, 'P')}-${matrixLetter(y, 'Y')}`
  return recorder.step({
    id: 'dS',
    phase: 'backward',
    rule: 'loss',
    sign: partial(symbols.L.tex, fixed('S', symbols.s.cell('ij')), 'dS'),
    formula: overCount(context, `${classWeights ? 'w_yᵢ·' : ''}${bracketed}`),
    index: `${countTex(context)}${classWeights ? 'w_{y_i}' : ''}\\left(${p.cell('ij')}-${y.cell('ij')}\\right)`,
    matrix: `${countTex(context)}${classWeights ? '\\operatorname{diag}(w)' : ''}\\left(${matrixTex}\\right)`,
    code: [`dS = ${classWeights ? 'w * ' : ''}(P - Y)${context.isMean ? ' / N' : ''}`],
    why: 'walk.softmax',
    reads: [{ tensor: P, reach: reaches.cell }, { tensor: Y, reach: reaches.cell }, ...(w ? [{ tensor: w, reach: reaches.row }] : [])],
    value: loss.gradient(scores, problem.batch.targets),
    scale: signalScale,
    cell(row, column) {
      const [probability, target] = [factorAt(P, row, column), factorAt(Y, row, column)]
      const weight = w ? [factorAt(w, row, 0)] : []
      const times = w ? weight[0].value : 1
      const difference = written`${probability.value}−${target.value}`
      const over = signalDivisor(context)
      return {
        terms: [{ factors: [...weight, probability, target], value: times * (probability.value - target.value) }],
        ...divisorOf(over),
        written: w ? dividedBy(written`${times}·(${difference})`, over) : dividedBy(difference, over)
      }
    }
  })
}

/** The letter of a whole matrix: its own where the notation has one (S, I_y, Ŷ). */
function matrixLetter({ tex }: Sign, otherwise: string): string {
  if (tex === otherwise.toLowerCase()) return otherwise
  return tex === '\\hat y' ? '\\hat Y' : tex
}

/** Softmax cross-entropy: shifted scores, their exponentials, probabilities, and the surprise of each row. */
export const softmaxCrossEntropyRule: LossRule = {
  forward: forwardParts,
  backward: backwardParts,
  mean: (count, isMean, isWeighted) => ({
    formula: `${isMean ? `1/${count} ` : ''}Σᵢ ${isWeighted ? 'w_yᵢ·' : ''}ℓᵢ`,
    tex: `${isMean ? `\\frac1{${count}}` : ''}\\sum_i ${isWeighted ? 'w_{y_i}' : ''}\\ell_i`
  }),
  options: () => ({})
}
