import type { CooperativeTask } from '../../tasks/task'
import { productTransposedLeftTask } from '../../tensor/products'
import { penaltyGradient } from '../../nn/regularizers'
import { codeName } from '../code/line'
import { inputId, isDropped, type WalkContext } from '../record/context'
import { constant, factorAt } from '../record/recorder'
import { reaches } from '../record/reach'
import type { CellSum, Term, WalkTensor } from '../record/walk'
import { dividedBy } from '../record/written'
import { writtenProducts } from './elements'

/** dL/dW = inputᵀ · dL/dZ, the regularizer's part, and their sum. */
export function* weightSteps(context: WalkContext, layer: number): CooperativeTask<void> {
  const { recorder, symbols, problem, cache, result, divisor, signalScale, arithmetic } = context
  const { l1 = 0, l2 = 0 } = problem.objective.regularization
  const input = recorder.tensor(inputId(context, layer))
  const inputSign = layer === 1 ? symbols.X : symbols.passedOn(layer - 1, isDropped(context, layer - 1))
  const gradZ = recorder.tensor(`dZ${layer}`)
  const signZ = symbols.gradZ(layer)
  const product = yield* productTransposedLeftTask(cache[layer - 1].input, result.gradZ[layer - 1], arithmetic)
  const rows = cache[layer - 1].input.rows
  const data = recorder.step({
    id: `dW${layer}.data`,
    phase: 'backward',
    layer,
    level: 'detail',
    rule: 'matrix-product',
    sign: symbols.gradW(layer, 'data'),
    formula: leftMean(context, `(${inputSign.name})ᵀ·${signZ.name}`),
    index: `${leftMeanTex(context)}\\sum_i ${inputSign.cell('ik')}\\,${signZ.cell('ij')}`,
    at: 'kj',
    matrix: `${leftMeanTex(context)}{${inputSign.tex}}^{\\top}\\,${signZ.tex}`,
    code: [`dW${layer}_data = ${codeName(input.id)}.T @ dZ${layer}`],
    why: 'walk.batch-sum',
    reads: [
      { tensor: input, reach: reaches.rowOfColumn, transposed: true },
      { tensor: gradZ, reach: reaches.column }
    ],
    value: product,
    cell(row, column) {
      const terms: Term[] = []
      for (let i = 0; i < rows; i++) {
        const factors = [factorAt(input, i, row), factorAt(gradZ, i, column)]
        terms.push({ factors, value: factors[0].value * factors[1].value })
      }
      return meanOf(terms, divisor, signalScale)
    }
  })
  const parts = [data]
  if (l1 !== 0 || l2 !== 0) parts.push(penaltyStep(context, layer))
  recorder.step({
    id: `dW${layer}`,
    phase: 'backward',
    layer,
    rule: 'sum',
    sign: symbols.gradW(layer),
    formula: 'data + regularizer',
    index:
      parts.length === 1
        ? symbols.gradW(layer, 'data').cell('kj')
        : `${symbols.gradW(layer, 'data').cell('kj')}+${penaltyTex(context, symbols.W(layer).cell('kj'))}`,
    at: 'kj',
    matrix: parts.length === 1 ? data.tex : `${data.tex}+${penaltyTex(context, symbols.W(layer).tex)}`,
    code: [`dW${layer} = ${parts.map(({ id }) => codeName(id)).join(' + ')}`],
    reads: parts.map((tensor) => ({ tensor, reach: reaches.cell })),
    value: result.gradients[layer - 1].W,
    cell(row, column) {
      const terms = parts.map((tensor) => {
        const factor = factorAt(tensor, row, column)
        return { factors: [factor], value: factor.value }
      })
      return { terms, written: writtenProducts(terms) }
    }
  })
}

/** In note 001's convention the products of the error signal bring in the mean. */
function leftMean({ symbols, isMean }: WalkContext, text: string): string {
  return isMean && symbols.leavesMean ? `${text}/${symbols.count.name}` : text
}

function leftMeanTex({ symbols, isMean }: WalkContext): string {
  return isMean && symbols.leavesMean ? `\\frac1{${symbols.count.tex}}` : ''
}

/** A sum of products, divided by what the notation has left out of the error signal. */
function meanOf(terms: readonly Term[], divisor: number, signalScale: number): CellSum {
  if (signalScale === 1) return { terms, written: writtenProducts(terms) }
  return { terms, divisor, written: dividedBy(writtenProducts(terms), divisor) }
}

function penaltyTex({ problem, symbols }: WalkContext, W: string): string {
  const { l1 = 0, l2 = 0 } = problem.objective.regularization
  const square = l2 === 0 ? [] : [`2${symbols.l2.tex}${W}`]
  const size = l1 === 0 ? [] : [`${symbols.l1.tex}\\operatorname{sgn}${W}`]
  return [...square, ...size].join('+')
}

/** 2λ₂W + λ₁ sgn W. */
function penaltyStep(context: WalkContext, layer: number): WalkTensor {
  const { recorder, symbols, problem } = context
  const { regularization } = problem.objective
  const { l1 = 0, l2 = 0 } = regularization
  const W = recorder.tensor(`W${layer}`)
  const signW = symbols.W(layer)
  const code = [...(l2 === 0 ? [] : [`2 * lambda2 * W${layer}`]), ...(l1 === 0 ? [] : [`lambda1 * sign(W${layer})`])]
  return recorder.step({
    id: `dW${layer}.reg`,
    phase: 'backward',
    layer,
    level: 'detail',
    rule: 'elementwise',
    sign: {
      name: `dW${layer}.reg`,
      tex: `2${symbols.l2.tex}${signW.tex}+${symbols.l1.tex}\\operatorname{sgn}${signW.tex}`,
      cell: (indices) => `\\left(\\frac{\\partial L_{\\mathrm{reg}}}{\\partial ${signW.tex}}\\right)_{${indices}}`
    },
    formula: `2${symbols.l2.name}W + ${symbols.l1.name} sgn W`,
    index: penaltyTex(context, signW.cell('kj')),
    at: 'kj',
    code: [`dW${layer}_reg = ${code.join(' + ')}`],
    reads: [{ tensor: W, reach: reaches.cell }],
    value: penaltyGradient(W.matrix, regularization),
    cell(row, column) {
      const w = factorAt(W, row, column)
      const side = Math.sign(w.value)
      const square = { factors: [constant('2', 2), constant(symbols.l2.name, l2), w], value: 2 * l2 * w.value }
      const size = { factors: [constant(symbols.l1.name, l1), { ...w, name: `sgn ${w.name}`, value: side }], value: l1 * side }
      const terms = [...(l2 === 0 ? [] : [square]), ...(l1 === 0 ? [] : [size])]
      return { terms, written: writtenProducts(terms) }
    }
  })
}

/** dL/db: the column sums of dL/dZ. */
export function biasStep(context: WalkContext, layer: number): void {
  const { recorder, symbols, cache, result, divisor, signalScale } = context
  const gradZ = recorder.tensor(`dZ${layer}`)
  const gradB = result.gradients[layer - 1].b
  if (!gradB) return
  const signZ = symbols.gradZ(layer)
  recorder.step({
    id: `db${layer}`,
    phase: 'backward',
    layer,
    rule: 'column-sum',
    sign: symbols.gradB(layer),
    formula: leftMean(context, `Σᵢ ${signZ.name}`),
    index: `${leftMeanTex(context)}\\sum_i ${signZ.cell('ij')}`,
    at: 'j',
    matrix: `${leftMeanTex(context)}\\mathbf 1^{\\top}\\,${signZ.tex}`,
    code: [`db${layer} = colsum(dZ${layer})`],
    why: 'walk.bias-sum',
    reads: [{ tensor: gradZ, reach: reaches.firstOfColumn }],
    value: gradB,
    cell(_row, column) {
      const terms = Array.from({ length: cache[layer - 1].Z.rows }, (_, i): Term => {
        const factor = factorAt(gradZ, i, column)
        return { factors: [factor], value: factor.value }
      })
      return meanOf(terms, divisor, signalScale)
    }
  })
}
