import { classesOf } from '../../nn/targets'
import type { Matrix } from '../../tensor/matrix'
import { countTex, signalDivisor, type WalkContext } from '../record/context'
import { constant, factorAt } from '../record/recorder'
import { oneCell, reaches, wholeRow } from '../record/reach'
import { fixed, partial } from '../record/symbols'
import type { Term, WalkTensor } from '../record/walk'
import { written } from '../record/written'
import { cellOf, computed, divisorOf, writtenProducts } from './elements'
import { lossNumber, type LossRule } from './loss-rule'

interface Parts {
  readonly S: WalkTensor
  readonly scores: Matrix
  readonly classes: Int32Array
  readonly margin: number
}

function partsOf({ recorder, cache, problem }: WalkContext): Parts {
  const { Z } = cache[cache.length - 1]
  return {
    S: recorder.tensor(`Z${cache.length}`),
    scores: Z,
    classes: classesOf(problem.batch.targets, Z, 'multiclass-hinge'),
    margin: lossNumber(problem.objective.loss, 'margin')
  }
}

const detail = { phase: 'loss', level: 'detail' } as const

function forwardParts(context: WalkContext): { ell: WalkTensor } {
  const { recorder, symbols, cache } = context
  const { S, scores, classes, margin } = partsOf(context)
  const { rows, columns } = scores
  const z = `Z${cache.length}`
  const s = symbols.s
  const isRight = (row: number, column: number) => classes[row] === column
  const T = recorder.step({
    ...detail,
    id: 'T',
    rule: 'elementwise',
    sign: fixed('T', `${s.cell('ij')}-${s.cell('i,y_i')}+m`),
    formula: `${s.name}ᵢⱼ − ${s.name}ᵢ,yᵢ + m`,
    index: '',
    code: [`T = ${z} - rowsum(${z} * onehot(y, ${columns})) + margin`],
    reads: [{ tensor: S, reach: (row, column) => (isRight(row, column) ? wholeRow(row, columns) : oneCell(row, column)) }],
    value: computed(rows, columns, (i, j) => cellOf(scores, i, j) - cellOf(scores, i, classes[i]) + margin),
    cell(row, column) {
      const [score, right] = [factorAt(S, row, column), factorAt(S, row, classes[row])]
      return {
        terms: [
          { factors: [score], value: score.value },
          { factors: [right], value: -right.value },
          { factors: [constant('m', margin)], value: margin }
        ],
        written: written`${score.value}−${right.value}+${margin}`
      }
    }
  })
  const excess = (row: number, column: number) => {
    const t = cellOf(T.matrix, row, column)
    return isRight(row, column) || t <= 0 ? 0 : t
  }
  const H = recorder.step({
    ...detail,
    id: 'H',
    rule: 'elementwise',
    sign: fixed('H', '\\max(0,\\cdot)'),
    formula: 'max(0, ·), 0 for the right class',
    index: '',
    code: [`H = where(onehot(y, ${columns}) > 0, 0.0, maximum(T, 0))`],
    reads: [{ tensor: T, reach: (row, column) => (isRight(row, column) ? [] : oneCell(row, column)) }],
    value: computed(rows, columns, excess),
    cell(row, column) {
      if (isRight(row, column)) return { terms: [], written: written`${0}` }
      const t = factorAt(T, row, column)
      return { terms: [{ factors: [t], value: excess(row, column) }], written: written`max(0,${t.value})` }
    }
  })
  const ell = recorder.step({
    ...detail,
    id: 'ell',
    rule: 'row-sum',
    sign: fixed('ell', '\\ell_i'),
    formula: 'Σⱼ≠yᵢ Hᵢⱼ',
    index: `\\sum_{j\\ne y_i}\\max(0,${s.cell('ij')}-${s.cell('i,y_i')}+m)`,
    code: ['ell = rowsum(H)'],
    reads: [{ tensor: H, reach: (row, column) => (isRight(row, column) ? [] : oneCell(row, 0)) }],
    value: computed(rows, 1, (i) => {
      let sum = 0
      for (let j = 0; j < columns; j++) sum += excess(i, j)
      return sum
    }),
    cell(row) {
      const terms = others(columns, classes[row]).map((j): Term => {
        const factor = factorAt(H, row, j)
        return { factors: [factor], value: factor.value }
      })
      return { terms, written: writtenProducts(terms) }
    }
  })
  return { ell }
}

/** Every class but one. */
function others(classes: number, but: number): number[] {
  return Array.from({ length: classes }, (_, j) => j).filter((j) => j !== but)
}

function backwardParts(context: WalkContext): WalkTensor {
  const { recorder, symbols, loss, problem, signalScale, isMean } = context
  const { scores, classes } = partsOf(context)
  const { rows, columns } = scores
  const H = recorder.tensor('H')
  const isRight = (row: number, column: number) => classes[row] === column
  const on = recorder.step({
    id: 'on',
    phase: 'backward',
    level: 'detail',
    rule: 'indicator',
    sign: fixed('on', '\\mathbb 1[\\cdot>0]'),
    formula: 'which margins are broken',
    index: '',
    code: ['on = where(H > 0, 1.0, 0.0)'],
    reads: [{ tensor: H, reach: reaches.cell }],
    value: computed(rows, columns, (i, j) => (cellOf(H.matrix, i, j) > 0 ? 1 : 0)),
    cell(row, column) {
      const h = factorAt(H, row, column)
      return {
        terms: [{ factors: [h], value: h.value > 0 ? 1 : 0 }],
        written: h.value > 0 ? written`${1} since ${h.value}>0` : written`${0} since ${h.value}≤0`
      }
    }
  })
  const count = symbols.count.name
  const isDivided = isMean && !symbols.leavesMean
  return recorder.step({
    id: 'dS',
    phase: 'backward',
    rule: 'loss',
    sign: partial(symbols.L.tex, fixed('S', symbols.s.cell('ij')), 'dS'),
    formula: isDivided
      ? `1/${count} for each broken margin, −count/${count} for the right class`
      : '1 for each broken margin, −count for the right class',
    index: `${countTex(context)}\\begin{cases}\\mathbb 1[${symbols.s.cell('ij')}-${symbols.s.cell('i,y_i')}+m>0]&j\\ne y_i\\\\-\\sum_{k\\ne y_i}\\mathbb 1[${symbols.s.cell('ik')}-${symbols.s.cell('i,y_i')}+m>0]&j=y_i\\end{cases}`,
    code: [`dS = (on - onehot(y, ${columns}) * rowsum(on))${isMean ? ' / N' : ''}`],
    why: 'walk.hinge',
    reads: [
      {
        tensor: on,
        reach: (row, column) => (isRight(row, column) ? [] : [...oneCell(row, column), ...oneCell(row, classes[row])])
      }
    ],
    value: loss.gradient(scores, problem.batch.targets),
    scale: signalScale,
    cell(row, column) {
      const over = signalDivisor(context)
      const columnsRead = isRight(row, column) ? others(columns, column) : [column]
      const direction = isRight(row, column) ? -1 : 1
      const terms = columnsRead.map((j): Term => {
        const factor = factorAt(on, row, j)
        return { factors: [factor], value: direction * factor.value }
      })
      const sum = writtenProducts(terms)
      const signed = direction === 1 ? sum : written`−(${sum})`
      return { terms, ...divisorOf(over), written: over === 1 ? signed : written`${signed}/${over}` }
    }
  })
}

/** Multiclass hinge: by how much each wrong score comes too close to the right one. */
export const multiclassHingeRule: LossRule = {
  forward: forwardParts,
  backward: backwardParts,
  mean: (count, isMean) => ({ formula: `${isMean ? `1/${count} ` : ''}Σᵢ ℓᵢ`, tex: `${isMean ? `\\frac1{${count}}` : ''}\\sum_i\\ell_i` }),
  options: ({ problem }) => ({ margin: lossNumber(problem.objective.loss, 'margin') })
}
