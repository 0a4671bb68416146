import { exp } from '../../math/exp'
import { ln } from '../../math/ln'
import { rowMaximum, softmax } from '../../nn/softmax'
import type { Matrix } from '../../tensor/matrix'
import { classesOf } from '../../nn/targets'
import { countTex, overCount, signalDivisor, type WalkContext } from '../record/context'
import { factorAt } from '../record/recorder'
import { oneCell, reaches, wholeColumn, wholeRow } from '../record/reach'
import { fixed, partial, type Sign } from '../record/symbols'
import type { Term, WalkTensor } from '../record/walk'
import { dividedBy, written } from '../record/written'
import { cellOf, computed, divisorOf } from './elements'
import type { LossRule } from './loss-rule'
import { writtenProducts } from './forward'

/** Of so many rows and classes at most, every sample's Jacobian is a step: beyond, nobody looks at them all. */
const MOST_JACOBIANS = 64

interface Parts {
  readonly S: WalkTensor
  readonly scores: Matrix
  readonly classes: Int32Array
  readonly classWeights: readonly number[] | null
}

function partsOf({ recorder, cache, problem }: WalkContext): Parts {
  const { Z } = cache[cache.length - 1]
  const { loss } = problem.objective
  const classes = classesOf(problem.batch.targets, Z, 'softmax-cross-entropy')
  return { S: recorder.tensor(`Z${cache.length}`), scores: Z, classes, classWeights: loss.classWeights ?? null }
}

const detail = { phase: 'loss', level: 'detail' } as const

function forwardParts(context: WalkContext): { ell: WalkTensor; weights?: WalkTensor } {
  const { recorder, symbols, cache } = context
  const { S, scores, classes, classWeights } = partsOf(context)
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

/** dL/dp, and each sample's Jacobian: left out where a probability is 0 in float64, since it would be divided by. */
function longWay(context: WalkContext, P: WalkTensor, { classes, classWeights, scores }: Parts): void {
  const { recorder, symbols, signalScale, divisor } = context
  if (classes.some((c, i) => !(cellOf(P.matrix, i, c) > 0))) return
  const { rows, columns } = scores
  const p = symbols.p
  const Y = recorder.tensor('Y')
  const w = recorder.tensors.get('w')
  const weight = (row: number) => (classWeights ? classWeights[classes[row]] : 1)
  recorder.step({
    id: 'dP',
    phase: 'backward',
    level: 'long',
    rule: 'elementwise',
    sign: partial(symbols.L.tex, fixed('P', p.cell('ij'))),
    formula:
      context.isMean && !symbols.leavesMean
        ? `−w·${symbols.y.name}ᵢⱼ/(${symbols.count.name}·${p.name}ᵢⱼ)`
        : `−w·${symbols.y.name}ᵢⱼ/${p.name}ᵢⱼ`,
    index: `-${countTex(context)}\\frac{${classWeights ? 'w_{y_i}\\,' : ''}${symbols.y.cell('ij')}}{${p.cell('ij')}}`,
    code: [context.isMean ? `dP = -${classWeights ? 'w * ' : ''}Y / (N * P)` : `dP = -${classWeights ? 'w * ' : ''}Y / P`],
    reads: [{ tensor: Y, reach: reaches.cell }, { tensor: P, reach: reaches.cell }, ...(w ? [{ tensor: w, reach: reaches.row }] : [])],
    value: computed(rows, columns, (i, j) => (classes[i] === j ? -weight(i) / (divisor * cellOf(P.matrix, i, j)) : 0)),
    scale: signalScale,
    cell(row, column) {
      const factors = [factorAt(Y, row, column), factorAt(P, row, column), ...(w ? [factorAt(w, row, 0)] : [])]
      const [given, probability] = factors
      const value = given.value === 0 ? 0 : (-weight(row) * given.value) / probability.value
      const over = signalDivisor(context)
      const below = over === 1 ? written`${probability.value}` : written`(${over}·${probability.value})`
      return { terms: [{ factors, value }], ...divisorOf(over), written: written`−${weight(row)}·${given.value}/${below}` }
    }
  })
  if (columns > MOST_JACOBIANS) return
  for (let i = 0; i < Math.min(rows, MOST_JACOBIANS); i++) jacobianStep(context, P, i)
}

/** ∂p/∂s of one sample: diag(p) − ppᵀ. */
function jacobianStep({ recorder, symbols }: WalkContext, P: WalkTensor, i: number): void {
  const { columns } = P.matrix
  const p = (j: number) => cellOf(P.matrix, i, j)
  recorder.step({
    id: `J${i}`,
    phase: 'backward',
    level: 'long',
    rule: 'jacobian',
    sign: {
      name: `J${i}`,
      tex: `\\operatorname{diag}(${symbols.p.tex})-${symbols.p.tex}${symbols.p.tex}^\\top,\\ i=${i}`,
      cell: (indices) => `(J_{${i}})_{${indices}}`
    },
    formula: `Jacobian of the softmax of sample i`,
    index: `${symbols.p.cell('j')}\\left(\\delta_{jk}-${symbols.p.cell('k')}\\right)`,
    at: 'jk',
    code: [`J${i} = jacobian(P, ${i})`],
    reads: [
      {
        tensor: P,
        // p_k stands in its row and in its column.
        reach: (row, column, [size]) => (row === i ? [...wholeRow(column, size), ...wholeColumn(column, size)] : [])
      }
    ],
    value: computed(columns, columns, (j, k) => (j === k ? p(j) : 0) - p(j) * p(k)),
    cell(row, column) {
      const [left, right] = [factorAt(P, i, row), factorAt(P, i, column)]
      const product: Term = { factors: [left, right], value: -left.value * right.value }
      if (row !== column) return { terms: [product], written: written`−${left.value}·${right.value}` }
      return { terms: [{ factors: [left], value: left.value }, product], written: written`${left.value}−${left.value}·${right.value}` }
    }
  })
}

function backwardParts(context: WalkContext): WalkTensor {
  const { recorder, symbols, loss, problem, signalScale } = context
  const parts = partsOf(context)
  const { scores, classWeights } = parts
  const P = recorder.tensor('P')
  const Y = recorder.tensor('Y')
  const w = recorder.tensors.get('w')
  longWay(context, P, parts)
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
