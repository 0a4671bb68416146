import { productTransposedLeft, productTransposedRight } from '../../tensor/products'
import { zeros, type Matrix } from '../../tensor/matrix'
import { activationOf } from '../../nn/activations'
import { penaltyGradient } from '../../nn/regularizers'
import { codeName } from '../code/line'
import { activationId, inputId, isDropped, type WalkContext } from '../record/context'
import { constant, factorAt } from '../record/recorder'
import { reaches } from '../record/reach'
import type { Sign } from '../record/symbols'
import type { Term, TermFactor, WalkTensor } from '../record/walk'
import { dividedBy, joined, written } from '../record/written'
import { activationTexts } from './activations'
import { writtenProducts } from './forward'

/** Takes down the backward pass from the output layer to X. `fromLoss` is dL/dA of the output layer, or dL/dZ where the loss gives that. */
export function backwardSteps(context: WalkContext, fromLoss: WalkTensor): void {
  let upstream = fromLoss
  for (let layer = context.cache.length; layer >= 1; layer--) {
    const isOutput = layer === context.cache.length
    if (isOutput && context.loss.reads === 'logits') fromLossStep(context, layer, upstream)
    else activationSteps(context, layer, upstream)
    weightSteps(context, layer)
    if (context.recorder.tensors.has(`b${layer}`)) biasStep(context, layer)
    upstream = inputStep(context, layer)
  }
}

/** dL/dZ of the output layer where the loss reads Z. */
function fromLossStep({ recorder, symbols, result, signalScale }: WalkContext, layer: number, given: WalkTensor): void {
  recorder.step({
    id: `dZ${layer}`,
    phase: 'backward',
    layer,
    rule: 'loss',
    sign: symbols.gradZ(layer),
    formula: 'the loss gives it at once',
    index: given.tex,
    code: [`dZ${layer} = ${codeName(given.id)}`],
    reads: [{ tensor: given, reach: reaches.cell }],
    value: result.gradZ[layer - 1],
    scale: signalScale,
    cell(row, column) {
      const factor = factorAt(given, row, column)
      return { terms: [{ factors: [factor], value: factor.value }], written: written`${factor.value}` }
    }
  })
}

/** a'(Z), in float64 whatever the precision, since it multiplies unrounded. */
function slopes(context: WalkContext, layer: number): Matrix {
  const { Z, A } = context.cache[layer - 1]
  const { derivative } = activationOf(context.problem.network.layers[layer - 1].activation)
  const result = zeros(Z.rows, Z.columns)
  for (let e = 0; e < result.data.length; e++) result.data[e] = derivative(Z.data[e], A.data[e])
  return result
}

/** a'(Z), and dL/dZ = dL/dA ⊙ a'(Z), the mask between them with dropout. */
function activationSteps(context: WalkContext, layer: number, upstream: WalkTensor): void {
  const { recorder, symbols, problem, cache, result, signalScale } = context
  const { activation } = problem.network.layers[layer - 1]
  const Z = recorder.tensor(`Z${layer}`)
  const A = recorder.tensor(activationId(context, layer))
  const signZ = symbols.Z(layer)
  const text = activationTexts[activation]
  const source = text.slopeOf === 'A' ? A : Z
  const slope = recorder.step({
    id: `slope${layer}`,
    phase: 'backward',
    layer,
    level: 'detail',
    rule: 'elementwise',
    sign: { name: `slope${layer}`, tex: `a'(${signZ.tex})`, cell: (indices) => `a'\\left(${signZ.cell(indices)}\\right)` },
    formula: `${activation}′(${signZ.name})`,
    index: '',
    matrix: `a'(${signZ.tex}),\\quad ${activationOf(activation).tex.derivative}`,
    code: text.code.slope(`Z${layer}`, codeName(A.id), `slope${layer}`),
    reads: [{ tensor: source, reach: reaches.cell }],
    value: slopes(context, layer),
    cell(row, column) {
      const factor = factorAt(source, row, column)
      const e = row * Z.matrix.columns + column
      const { Z: z, A: a } = cache[layer - 1]
      return {
        terms: [{ factors: [factor], value: activationOf(activation).derivative(z.data[e], a.data[e]) }],
        written: text.slope(z.data[e], a.data[e])
      }
    }
  })
  const masks = isDropped(context, layer) ? [recorder.tensor(`M${layer}`)] : []
  const factors = [upstream, ...masks, slope]
  const names = [upstream.name, ...masks.map(({ name }) => name), slope.name]
  const upstreamSign = layer === cache.length ? outputSign(upstream) : symbols.gradA(layer, isDropped(context, layer))
  const signs = [upstreamSign, ...masks.map(() => symbols.mask(layer)), slopeSign(signZ)]
  recorder.step({
    id: `dZ${layer}`,
    phase: 'backward',
    layer,
    rule: 'elementwise-product',
    sign: symbols.gradZ(layer),
    formula: names.join(' ⊙ '),
    index: signs.map((sign) => sign.cell('ij')).join('\\,'),
    matrix: signs.map(({ tex }) => tex).join('\\odot '),
    code: [`dZ${layer} = ${factors.map(({ id }) => codeName(id)).join(' * ')}`],
    reads: factors.map((tensor) => ({ tensor, reach: reaches.cell })),
    value: result.gradZ[layer - 1],
    scale: signalScale,
    cell(row, column) {
      const found = factors.map((tensor) => factorAt(tensor, row, column))
      const value = found.reduce((product, factor) => product * factor.value, 1)
      return { terms: [{ factors: found, value }], written: writtenFactors(found) }
    }
  })
}

function slopeSign(Z: Sign): Sign {
  return { name: '', tex: `a'\\left(${Z.tex}\\right)`, cell: (indices) => `a'\\left(${Z.cell(indices)}\\right)` }
}

function outputSign({ name, tex }: WalkTensor): Sign {
  return { name, tex, cell: () => tex }
}

function writtenFactors(factors: readonly TermFactor[]) {
  return joined(
    factors.map(({ value }) => written`${value}`),
    '·'
  )
}

/** dL/dW = inputᵀ · dL/dZ, the regularizer's part, and their sum. */
function weightSteps(context: WalkContext, layer: number): void {
  const { recorder, symbols, problem, cache, result, divisor, signalScale } = context
  const { l1 = 0, l2 = 0 } = problem.objective.regularization
  const input = recorder.tensor(inputId(context, layer))
  const inputSign = layer === 1 ? symbols.X : symbols.passedOn(layer - 1, isDropped(context, layer - 1))
  const gradZ = recorder.tensor(`dZ${layer}`)
  const signZ = symbols.gradZ(layer)
  const product = productTransposedLeft(cache[layer - 1].input, result.gradZ[layer - 1])
  const rows = cache[layer - 1].input.rows
  const data = recorder.step({
    id: `dW${layer}.data`,
    phase: 'backward',
    layer,
    level: 'detail',
    rule: 'matrix-product',
    sign: symbols.gradW(layer, 'data'),
    formula: leftMean(context, `(${inputSign.name})ᵀ·${nameOfSignal(context, layer)}`),
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
function meanOf(terms: readonly Term[], divisor: number, signalScale: number) {
  if (signalScale === 1) return { terms, written: writtenProducts(terms) }
  return { terms, divisor, written: dividedBy(writtenProducts(terms), divisor) }
}

/** The name of dL/dZ in plain formulas. */
function nameOfSignal({ symbols }: WalkContext, layer: number): string {
  return symbols.gradZ(layer).name
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
function biasStep(context: WalkContext, layer: number): void {
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
    formula: leftMean(context, `Σᵢ ${nameOfSignal(context, layer)}`),
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

/** dL/d(the layer's input) = dL/dZ · Wᵀ. */
function inputStep(context: WalkContext, layer: number): WalkTensor {
  const { recorder, symbols, cache, result, problem, signalScale } = context
  const W = recorder.tensor(`W${layer}`)
  const gradZ = recorder.tensor(`dZ${layer}`)
  const [signZ, signW] = [symbols.gradZ(layer), symbols.W(layer)]
  const before = layer - 1
  const dropped = isDropped(context, before)
  const id = before === 0 ? 'dX' : dropped ? `d(A${before}⊙M${before})` : `dA${before}`
  const value = layer === 1 ? result.gradX : productTransposedRight(result.gradZ[layer - 1], problem.parameters[layer - 1].W)
  return recorder.step({
    id,
    phase: 'backward',
    layer: before === 0 ? 1 : before,
    rule: 'matrix-product',
    sign: symbols.gradA(before, dropped),
    formula: `${nameOfSignal(context, layer)}·${signW.name}ᵀ`,
    index: `\\sum_j ${signZ.cell('ij')}\\,${signW.cell('kj')}`,
    at: 'ik',
    matrix: `${signZ.tex}\\,{${signW.tex}}^{\\top}`,
    code: [`${codeName(id)} = dZ${layer} @ W${layer}.T`],
    why: 'walk.unit-sum',
    reads: [
      { tensor: gradZ, reach: reaches.row },
      { tensor: W, reach: reaches.columnOfRow, transposed: true }
    ],
    value,
    scale: signalScale,
    cell(row, column) {
      const terms: Term[] = []
      for (let j = 0; j < cache[layer - 1].Z.columns; j++) {
        const factors = [factorAt(gradZ, row, j), factorAt(W, column, j)]
        terms.push({ factors, value: factors[0].value * factors[1].value })
      }
      return { terms, written: writtenProducts(terms) }
    }
  })
}
