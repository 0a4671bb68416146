import { elementwiseProduct } from '../../tensor/products'
import { activationOf } from '../../nn/activations'
import { codeName } from '../code/line'
import { activationId, inputId, isDropped, type WalkContext } from '../record/context'
import { factorAt } from '../record/recorder'
import { reaches } from '../record/reach'
import type { Term } from '../record/walk'
import { written } from '../record/written'
import { activationCode, writtenActivation } from './activations'
import { writtenProducts } from './elements'

/** Takes down the forward pass: for each layer Z, A unless it is Z itself, and with dropout the mask and what is left. */
export function forwardSteps(context: WalkContext): void {
  context.cache.forEach((_, index) => {
    const layer = index + 1
    affineStep(context, layer)
    if (activationId(context, layer) === `A${layer}`) activationStep(context, layer)
    if (isDropped(context, layer)) dropoutSteps(context, layer)
  })
}

/** Z = input · W + b, the bias last as the product adds it. */
function affineStep(context: WalkContext, layer: number): void {
  const { recorder, symbols, cache } = context
  const { Z, input } = cache[layer - 1]
  const received = recorder.tensor(inputId(context, layer))
  const receivedSign = layer === 1 ? symbols.X : symbols.passedOn(layer - 1, isDropped(context, layer - 1))
  const W = recorder.tensor(`W${layer}`)
  const b = recorder.tensors.get(`b${layer}`)
  const [signW, signB] = [symbols.W(layer), symbols.b(layer)]
  recorder.step({
    id: `Z${layer}`,
    phase: 'forward',
    layer,
    rule: 'matrix-product',
    sign: symbols.Z(layer),
    formula: `${receivedSign.name}·${signW.name}${b ? ` + ${signB.name}` : ''}`,
    index: `\\sum_k ${receivedSign.cell('ik')}\\,${signW.cell('kj')}${b ? `+${signB.cell('j')}` : ''}`,
    matrix: `${receivedSign.tex}\\,${signW.tex}${b ? `+${signB.tex}` : ''}`,
    code: [`Z${layer} = ${codeName(received.id)} @ W${layer}${b ? ` + b${layer}` : ''}`],
    reads: [
      { tensor: received, reach: reaches.row },
      { tensor: W, reach: reaches.column },
      ...(b ? [{ tensor: b, reach: reaches.column }] : [])
    ],
    value: Z,
    cell(row, column) {
      const terms: Term[] = []
      for (let k = 0; k < input.columns; k++) {
        const factors = [factorAt(received, row, k), factorAt(W, k, column)]
        terms.push({ factors, value: factors[0].value * factors[1].value })
      }
      if (b) {
        const factor = factorAt(b, 0, column)
        terms.push({ factors: [factor], value: factor.value })
      }
      return { terms, written: writtenProducts(terms) }
    }
  })
}

function activationStep(context: WalkContext, layer: number): void {
  const { recorder, symbols, cache, problem } = context
  const { activation } = problem.network.layers[layer - 1]
  const Z = recorder.tensor(`Z${layer}`)
  const [signZ, signA] = [symbols.Z(layer), symbols.A(layer)]
  recorder.step({
    id: `A${layer}`,
    phase: 'forward',
    layer,
    rule: 'elementwise',
    sign: signA,
    formula: `${activation}(${signZ.name})`,
    index: `a\\left(${signZ.cell('ij')}\\right),\\quad ${activationOf(activation).tex.value}`,
    matrix: `a\\left(${signZ.tex}\\right)`,
    code: activationCode(activation, `Z${layer}`, `A${layer}`),
    reads: [{ tensor: Z, reach: reaches.cell }],
    value: cache[layer - 1].A,
    cell(row, column) {
      const z = factorAt(Z, row, column)
      const a = cache[layer - 1].A.data[row * Z.matrix.columns + column]
      return { terms: [{ factors: [z], value: a }], written: writtenActivation(activation, z.value) }
    }
  })
}

function dropoutSteps(context: WalkContext, layer: number): void {
  const { recorder, symbols, cache } = context
  const { A, mask } = cache[layer - 1]
  if (!mask) return
  const [signA, signM] = [symbols.A(layer), symbols.mask(layer)]
  const activations = recorder.tensor(activationId(context, layer))
  const masks = recorder.step({
    id: `M${layer}`,
    phase: 'forward',
    layer,
    level: 'detail',
    rule: 'given',
    sign: signM,
    formula: 'dropout mask, 0 or 1/(1−p)',
    index: '\\begin{cases}0&\\text{with probability }p\\\\\\tfrac1{1-p}&\\text{else}\\end{cases}',
    code: [`M${layer} = mask${layer}`],
    why: 'walk.dropout',
    reads: [],
    value: mask,
    cell: (row, column) => {
      const value = mask.data[row * mask.columns + column]
      return { terms: [], written: written`${value}` }
    }
  })
  recorder.step({
    id: `A${layer}⊙M${layer}`,
    phase: 'forward',
    layer,
    rule: 'elementwise-product',
    sign: symbols.passedOn(layer, true),
    formula: `${signA.name} ⊙ ${signM.name}`,
    index: `${signA.cell('ij')}\\,${signM.cell('ij')}`,
    matrix: `${signA.tex}\\odot ${signM.tex}`,
    code: [`A${layer}M${layer} = ${codeName(activations.id)} * M${layer}`],
    reads: [
      { tensor: activations, reach: reaches.cell },
      { tensor: masks, reach: reaches.cell }
    ],
    value: layer < cache.length ? cache[layer].input : elementwiseProduct(A, mask),
    cell(row, column) {
      const factors = [factorAt(activations, row, column), factorAt(masks, row, column)]
      return { terms: [{ factors, value: factors[0].value * factors[1].value }], written: written`${factors[0].value}·${factors[1].value}` }
    }
  })
}
