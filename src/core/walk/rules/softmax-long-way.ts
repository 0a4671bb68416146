import { classesOf } from '../../nn/targets'
import type { Matrix } from '../../tensor/matrix'
import { countTex, signalDivisor, type WalkContext } from '../record/context'
import { factorAt } from '../record/recorder'
import { reaches, wholeColumn, wholeRow } from '../record/reach'
import { fixed, partial } from '../record/symbols'
import type { Term, WalkTensor } from '../record/walk'
import { written } from '../record/written'
import { cellOf, computed, divisorOf } from './elements'

/** Of so many rows and classes at most, every sample's Jacobian is a step: beyond, nobody looks at them all. */
const MOST_JACOBIANS = 64

/** The inputs of softmax cross-entropy. */
export interface SoftmaxParts {
  readonly S: WalkTensor
  readonly scores: Matrix
  readonly classes: Int32Array
  readonly classWeights: readonly number[] | null
}

/** Throws: shape. */
export function softmaxParts({ recorder, cache, problem }: WalkContext): SoftmaxParts {
  const { Z } = cache[cache.length - 1]
  const { loss } = problem.objective
  const classes = classesOf(problem.batch.targets, Z, 'softmax-cross-entropy')
  return { S: recorder.tensor(`Z${cache.length}`), scores: Z, classes, classWeights: loss.classWeights ?? null }
}

/** dL/dp, and each sample's Jacobian: left out where a probability is 0 in float64, since it would be divided by. */
export function softmaxLongWay(context: WalkContext, P: WalkTensor, { classes, classWeights, scores }: SoftmaxParts): void {
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
