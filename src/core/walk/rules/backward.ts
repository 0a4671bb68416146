import type { CooperativeTask } from '../../tasks/task'
import { productTransposedRightTask } from '../../tensor/products'
import { zeros, type Matrix } from '../../tensor/matrix'
import { activationOf } from '../../nn/activations'
import { codeName } from '../code/line'
import { activationId, isDropped, type WalkContext } from '../record/context'
import { factorAt } from '../record/recorder'
import { reaches } from '../record/reach'
import type { Sign } from '../record/symbols'
import type { Term, TermFactor, WalkTensor } from '../record/walk'
import { joined, written } from '../record/written'
import { isSlopeOfA, slopeCode, writtenSlope } from './activations'
import { writtenProducts } from './elements'
import { biasStep, weightSteps } from './weights'

/** Takes down the backward pass from the output layer to X. `fromLoss` is dL/dA of the output layer, or dL/dZ where the loss gives that. */
export function* backwardSteps(context: WalkContext, fromLoss: WalkTensor): CooperativeTask<void> {
  let upstream = fromLoss
  for (let layer = context.cache.length; layer >= 1; layer--) {
    const isOutput = layer === context.cache.length
    if (isOutput && context.loss.reads === 'logits') fromLossStep(context, layer, upstream)
    else activationSteps(context, layer, upstream)
    yield* weightSteps(context, layer)
    if (context.recorder.tensors.has(`b${layer}`)) biasStep(context, layer)
    upstream = yield* inputStep(context, layer)
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
  const source = isSlopeOfA(activation) ? A : Z
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
    code: slopeCode(activation, `Z${layer}`, codeName(A.id), `slope${layer}`),
    reads: [{ tensor: source, reach: reaches.cell }],
    value: slopes(context, layer),
    cell(row, column) {
      const factor = factorAt(source, row, column)
      const e = row * Z.matrix.columns + column
      const { Z: z, A: a } = cache[layer - 1]
      return {
        terms: [{ factors: [factor], value: activationOf(activation).derivative(z.data[e], a.data[e]) }],
        written: writtenSlope(activation, z.data[e], a.data[e])
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

/** dL/d(the layer's input) = dL/dZ · Wᵀ. */
function* inputStep(context: WalkContext, layer: number): CooperativeTask<WalkTensor> {
  const { recorder, symbols, cache, result, problem, signalScale, arithmetic } = context
  const W = recorder.tensor(`W${layer}`)
  const gradZ = recorder.tensor(`dZ${layer}`)
  const [signZ, signW] = [symbols.gradZ(layer), symbols.W(layer)]
  const before = layer - 1
  const dropped = isDropped(context, before)
  const id = before === 0 ? 'dX' : dropped ? `d(A${before}⊙M${before})` : `dA${before}`
  const weights = problem.parameters[layer - 1].W
  const value = layer === 1 ? result.gradX : yield* productTransposedRightTask(result.gradZ[layer - 1], weights, arithmetic)
  return recorder.step({
    id,
    phase: 'backward',
    layer: before === 0 ? 1 : before,
    rule: 'matrix-product',
    sign: symbols.gradA(before, dropped),
    formula: `${symbols.gradZ(layer).name}·${signW.name}ᵀ`,
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
