import { dataLoss } from '../../network/backward'
import type { LossKind } from '../../nn/losses'
import { penalty } from '../../nn/regularizers'
import type { Matrix } from '../../tensor/matrix'
import type { WalkContext } from '../record/context'
import { constant, factorAt } from '../record/recorder'
import { reaches } from '../record/reach'
import { fixed } from '../record/symbols'
import type { Term, WalkTensor } from '../record/walk'
import { dividedBy, joined, written } from '../record/written'
import { binaryCrossEntropyRule } from './binary-cross-entropy'
import { divisorOf, single, writtenProducts } from './elements'
import type { LossRule } from './loss-rule'
import { multiclassHingeRule } from './multiclass-hinge'
import { huberRule, meanAbsoluteErrorRule, meanSquaredErrorRule } from './residual'
import { softmaxCrossEntropyRule } from './softmax-cross-entropy'

/** The rule of each loss; a new one is one entry. */
export const lossRules: Readonly<Record<LossKind, LossRule>> = {
  'softmax-cross-entropy': softmaxCrossEntropyRule,
  'binary-cross-entropy': binaryCrossEntropyRule,
  'mean-squared-error': meanSquaredErrorRule,
  'mean-absolute-error': meanAbsoluteErrorRule,
  huber: huberRule,
  'multiclass-hinge': multiclassHingeRule
}

/** Takes down the loss: its parts, its mean over the batch, the penalties, and the sum of both. */
export function lossSteps(context: WalkContext): void {
  const rule = lossRules[context.problem.objective.loss.kind]
  const { ell, weights } = rule.forward(context)
  const data = meanStep(context, rule, ell, weights)
  const reg = penaltySteps(context)
  const parts = reg ? [data, reg] : [data]
  const { recorder, symbols } = context
  recorder.step({
    id: 'L',
    phase: 'loss',
    rule: 'sum',
    sign: symbols.L,
    at: '',
    formula: reg ? 'L_data + L_reg' : 'L_data',
    index: parts.map(({ tex }) => tex).join('+'),
    code: [`L = ${parts.map(({ id }) => id).join(' + ')}`],
    reads: parts.map((tensor) => ({ tensor, reach: reaches.all })),
    value: single(parts.reduce((sum, { matrix }) => sum + matrix.data[0], 0)),
    cell() {
      const terms = parts.map(firstCell)
      return { terms, written: writtenProducts(terms) }
    }
  })
}

function firstCell(tensor: WalkTensor): Term {
  const factor = factorAt(tensor, 0, 0)
  return { factors: [factor], value: factor.value }
}

function meanStep(context: WalkContext, rule: LossRule, ell: WalkTensor, weights?: WalkTensor): WalkTensor {
  const { recorder, symbols, cache, problem, divisor, isMean } = context
  const mean = rule.mean(symbols.count.name, isMean, weights !== undefined)
  const sum = weights ? 'total(w * ell)' : 'total(ell)'
  return recorder.step({
    id: 'Ldata',
    phase: 'loss',
    rule: 'mean',
    sign: fixed('Ldata', `${symbols.L.tex}_{\\mathrm{data}}`),
    formula: mean.formula,
    index: mean.tex.replaceAll(symbols.count.name, symbols.count.tex),
    code: [`Ldata = ${sum}${isMean ? ' / N' : ''}`],
    reads: [...(weights ? [weights] : []), ell].map((tensor) => ({ tensor, reach: reaches.all })),
    value: single(dataLoss(cache, problem.batch.targets, problem.objective.loss)),
    cell() {
      const terms = everyCell(ell.matrix, (row, column) => {
        const factors = [...(weights ? [factorAt(weights, row, 0)] : []), factorAt(ell, row, column)]
        return { factors, value: factors.reduce((product, { value }) => product * value, 1) }
      })
      return { terms, ...divisorOf(divisor), written: dividedBy(writtenProducts(terms), divisor) }
    }
  })
}

function everyCell<Result>({ rows, columns }: Matrix, of: (row: number, column: number) => Result): Result[] {
  return Array.from({ length: rows * columns }, (_, e) => of(Math.floor(e / columns), e % columns))
}

/** ‖W‖² and Σ|W| of each layer as the regularizer has them, and what they cost; null without one. */
function penaltySteps(context: WalkContext): WalkTensor | null {
  const { recorder, symbols, problem } = context
  const { regularization } = problem.objective
  const { l1 = 0, l2 = 0 } = regularization
  if (l1 === 0 && l2 === 0) return null
  const squares: WalkTensor[] = []
  const sizes: WalkTensor[] = []
  problem.parameters.forEach(({ W }, index) => {
    const layer = index + 1
    if (l2 !== 0) squares.push(normStep(context, layer, 'sq', penalty([W], { l2: 1 })))
    if (l1 !== 0) sizes.push(normStep(context, layer, 'abs', penalty([W], { l1: 1 })))
  })
  const parts = [
    { name: symbols.l2, factor: l2, code: 'lambda2', of: squares },
    { name: symbols.l1, factor: l1, code: 'lambda1', of: sizes }
  ].filter(({ of }) => of.length > 0)
  return recorder.step({
    id: 'Lreg',
    phase: 'loss',
    rule: 'sum',
    sign: fixed('Lreg', `${symbols.L.tex}_{\\mathrm{reg}}`),
    formula: `${symbols.l2.name}·Σ‖W‖² + ${symbols.l1.name}·Σ|W|`,
    index: parts.map(({ name, of }) => `${name.tex}\\left(${of.map(({ tex }) => tex).join('+')}\\right)`).join('+'),
    code: [`Lreg = ${parts.map(({ code, of }) => `${code} * (${of.map(({ id }) => id).join(' + ')})`).join(' + ')}`],
    reads: parts.flatMap(({ of }) => of).map((tensor) => ({ tensor, reach: reaches.all })),
    value: single(
      penalty(
        problem.parameters.map(({ W }) => W),
        regularization
      )
    ),
    cell() {
      const terms = parts.flatMap(({ name, factor, of }) =>
        of.map((tensor): Term => {
          const norm = factorAt(tensor, 0, 0)
          return { factors: [constant(name.name, factor), norm], value: factor * norm.value }
        })
      )
      const text = parts.map(({ factor, of }) => written`${factor}·(${writtenProducts(of.map(firstCell))})`)
      return { terms, written: joined(text, '+') }
    }
  })
}

function normStep({ recorder, symbols }: WalkContext, layer: number, kind: 'sq' | 'abs', value: number): WalkTensor {
  const W = recorder.tensor(`W${layer}`)
  const sign = symbols.W(layer)
  const isSquare = kind === 'sq'
  return recorder.step({
    id: `${kind}${layer}`,
    phase: 'loss',
    layer,
    level: 'detail',
    rule: 'sum',
    sign: fixed(`${kind}${layer}`, `\\lVert ${sign.tex}\\rVert${isSquare ? '^2' : '_1'}`),
    formula: isSquare ? `Σ ${sign.name}²` : `Σ |${sign.name}|`,
    index: isSquare ? `\\sum_{kj}\\left(${sign.cell('kj')}\\right)^2` : `\\sum_{kj}\\left|${sign.cell('kj')}\\right|`,
    code: [isSquare ? `sq${layer} = total(W${layer} ** 2)` : `abs${layer} = total(abs(W${layer}))`],
    reads: [{ tensor: W, reach: reaches.all }],
    value: single(value),
    cell() {
      const terms = everyCell(W.matrix, (row, column): Term => {
        const w = factorAt(W, row, column)
        return { factors: isSquare ? [w, w] : [w], value: isSquare ? w.value * w.value : Math.abs(w.value) }
      })
      const text = terms.map(({ factors: [w] }) => (isSquare ? written`${w.value}²` : written`|${w.value}|`))
      return { terms, written: joined(text, '+') }
    }
  })
}
