import { productTransposedLeft, productTransposedRight } from '../tensor/products'
import { activationOf, type ActivationName } from '../nn/activations'
import { lossOf, type BoundLoss } from '../nn/losses'
import { penalty, penaltyGradient, type Regularization } from '../nn/regularizers'
import type { Targets } from '../nn/targets'
import { zeros, type Matrix } from '../tensor/matrix'
import { dataLoss, type BackwardResult, type Objective } from './backward'
import type { LayerCache } from './forward'
import type { Parameters } from './parameters'
import type { NetworkSpec } from './spec'
import { layerSymbols, partial, type LayerSymbols, type NamedMatrix, type Notation } from './trace-symbols'

/** A matrix as it stands in a product. */
export interface Factor extends NamedMatrix {
  readonly transposed: boolean
  /** Rows and columns as the product sees them, hence of the transpose where it is transposed. */
  readonly shape: readonly [number, number]
}

/** The origin of a matrix of derivatives: from the factors by the rule, or from the loss at once. */
export interface Derivation extends NamedMatrix {
  readonly rule: 'loss' | 'elementwise-product' | 'matrix-product' | 'column-sum'
  readonly factors: readonly Factor[]
  /** The whole equation as KaTeX source. */
  readonly formula: string
}

/** dL/dW in its two parts, total = data + penalty, element by element and to the last bit. */
export interface WeightDerivation {
  /** inputᵀ · dL/dZ: what the samples ask for. */
  readonly data: Derivation
  /** 2·l2·W + l1·sgn W, which is also its `tex`; null without a regularizer. */
  readonly penalty: NamedMatrix | null
  readonly total: NamedMatrix
  readonly formula: string
}

/** One layer of one mini-batch, forwards and backwards, with every factor of every gradient. */
export interface LayerTrace {
  /** From 1. */
  readonly layer: number
  readonly activation: ActivationName
  readonly input: NamedMatrix
  readonly W: NamedMatrix
  readonly b: NamedMatrix | null
  readonly Z: NamedMatrix
  readonly A: NamedMatrix
  /** The mask that A is multiplied by while training with dropout. */
  readonly mask: NamedMatrix | null
  /** Z = input·W + b and A = a(Z), and the activation's own formula and derivative, as KaTeX source. */
  readonly formulas: {
    readonly Z: string
    readonly A: string
    readonly activation: string
    readonly derivative: string
  }
  /** dL/dZ [batch, units]: the error signal. */
  readonly gradZ: Derivation
  readonly gradW: WeightDerivation
  readonly gradB: Derivation | null
  /** dL/dinput [batch, in]: the G of course note 002, which the layer before receives. */
  readonly gradInput: Derivation
}

/** One mini-batch through a network and back, as plain data: what a page draws. */
export interface BatchTrace {
  readonly loss: {
    readonly data: number
    readonly penalty: number
    readonly total: number
    /** The data loss and its derivative by what it reads, as KaTeX source. */
    readonly formulas: { readonly value: string; readonly gradient: string }
  }
  /** From the input on. */
  readonly layers: readonly LayerTrace[]
}

export interface TraceOptions {
  readonly network: NetworkSpec
  readonly objective: Objective
  readonly parameters: Parameters
  readonly targets: Targets
  /** The results of `forward` and `backward` for these. */
  readonly cache: readonly LayerCache[]
  readonly result: BackwardResult
}

/** Between the factors of a matrix product. */
const TIMES = '\\,'

function named({ name, tex }: Notation, matrix: Matrix): NamedMatrix {
  return { name, tex, matrix }
}

function factor(symbol: Notation, matrix: Matrix, transposed = false): Factor {
  const shape: [number, number] = transposed ? [matrix.columns, matrix.rows] : [matrix.rows, matrix.columns]
  return { name: symbol.name, tex: transposed ? `{${symbol.tex}}^{\\top}` : symbol.tex, matrix, transposed, shape }
}

/** An equation whose left side is `result` and whose right side is the factors joined by `sign`. */
function derivation(rule: Derivation['rule'], result: NamedMatrix, factors: readonly Factor[], sign: string): Derivation {
  return { ...result, rule, factors, formula: `${result.tex}=${factors.map(({ tex }) => tex).join(sign)}` }
}

/** a'(Z), in float64 whatever the precision: it multiplies unrounded. */
function slopes({ Z, A }: LayerCache, activation: ActivationName): Matrix {
  const { derivative } = activationOf(activation)
  const result = zeros(Z.rows, Z.columns)
  for (let e = 0; e < result.data.length; e++) result.data[e] = derivative(Z.data[e], A.data[e])
  return result
}

/** dL/dZ = dL/dA ⊙ a'(Z), the mask between them with dropout; `upstream` is what arrived from above. */
function errorSignal(gradZ: Matrix, symbols: LayerSymbols, upstream: Matrix, slope: Matrix, mask?: Matrix): Derivation {
  const factors = [factor(partial(symbols.passedOn), upstream), ...(mask ? [factor(symbols.mask, mask)] : []), factor(symbols.slope, slope)]
  return derivation('elementwise-product', named(partial(symbols.Z), gradZ), factors, '\\odot ')
}

function penaltyTex({ l1 = 0, l2 = 0 }: Regularization, W: Notation): string {
  const square = l2 === 0 ? [] : [`2\\lambda_2${W.tex}`]
  const size = l1 === 0 ? [] : [`\\lambda_1\\operatorname{sgn}${W.tex}`]
  return [...square, ...size].join('+')
}

function weightDerivation(options: TraceOptions, l: number, symbols: LayerSymbols): WeightDerivation {
  const {
    parameters,
    cache,
    result,
    objective: { regularization }
  } = options
  const { input } = cache[l]
  const gradZ = result.gradZ[l]
  const total = result.gradients[l].W
  const pull = penaltyTex(regularization, symbols.W)
  const factors = [factor(symbols.input, input, true), factor(partial(symbols.Z), gradZ)]
  if (pull === '') {
    const only = derivation('matrix-product', named(partial(symbols.W), total), factors, TIMES)
    return { data: only, penalty: null, total: only, formula: only.formula }
  }
  // The backward pass keeps the sum alone.
  const fromData = named(partial(symbols.W, 'data'), productTransposedLeft(input, gradZ))
  const data = derivation('matrix-product', fromData, factors, TIMES)
  const penalty = penaltyGradient(parameters[l].W, regularization)
  return {
    data,
    penalty: { name: partial(symbols.W, 'reg').name, tex: pull, matrix: penalty },
    total: named(partial(symbols.W), total),
    formula: `${partial(symbols.W).tex}=${factors.map(({ tex }) => tex).join(TIMES)}+${pull}`
  }
}

function outputGradient({ cache, targets }: TraceOptions, loss: BoundLoss): Matrix {
  const { Z, A } = cache[cache.length - 1]
  return loss.gradient(loss.reads === 'logits' ? Z : A, targets)
}

function layerTrace(options: TraceOptions, loss: BoundLoss, l: number, above: Derivation | null): LayerTrace {
  const { network, parameters, cache, result } = options
  const { activation } = network.layers[l]
  const { W, b } = parameters[l]
  const { input, Z, A, mask } = cache[l]
  const symbols = layerSymbols(l + 1, Boolean(mask), Boolean(cache[l - 1]?.mask))
  const gradZ = result.gradZ[l]
  const fromLoss = !above && loss.reads === 'logits'
  const { tex } = activationOf(activation)
  return {
    layer: l + 1,
    activation,
    input: named(symbols.input, input),
    W: named(symbols.W, W),
    b: b && named(symbols.b, b),
    Z: named(symbols.Z, Z),
    A: named(symbols.A, A),
    mask: mask ? named(symbols.mask, mask) : null,
    formulas: {
      Z: `${symbols.Z.tex}=${symbols.input.tex}\\,${symbols.W.tex}${b ? `+${symbols.b.tex}` : ''}`,
      A: `${symbols.A.tex}=a\\left(${symbols.Z.tex}\\right)`,
      activation: tex.value,
      derivative: tex.derivative
    },
    gradZ: fromLoss
      ? { ...named(partial(symbols.Z), gradZ), rule: 'loss', factors: [], formula: loss.tex.gradient }
      : errorSignal(gradZ, symbols, above?.matrix ?? outputGradient(options, loss), slopes(cache[l], activation), mask),
    gradW: weightDerivation(options, l, symbols),
    gradB: result.gradients[l].b && biasDerivation(symbols, gradZ, result.gradients[l].b),
    gradInput: derivation(
      'matrix-product',
      named(partial(symbols.input), l === 0 ? result.gradX : productTransposedRight(gradZ, W)),
      [factor(partial(symbols.Z), gradZ), factor(symbols.W, W, true)],
      TIMES
    )
  }
}

function biasDerivation(symbols: LayerSymbols, gradZ: Matrix, gradB: Matrix): Derivation {
  const signal = factor(partial(symbols.Z), gradZ)
  const result = named(partial(symbols.b), gradB)
  const formula = `${result.tex}=\\sum_i\\left(${signal.tex}\\right)_{i,:}`
  return { ...result, rule: 'column-sum', factors: [signal], formula }
}

/**
 * Lays one mini-batch open: for every layer its input, W, b, Z and A, the error signal dL/dZ, the derivative by its
 * input, and each gradient as the product it is, with its factors. Made from what the forward and the backward pass
 * gave; only factors that they do not keep are formed again, by the same arithmetic, so that every product and sum
 * equals the gradients to the last bit. Matrices are shared, not copied.
 * Source: course notes 000 (dL/dW, dL/db), 002 (G and the shapes of the factors).
 */
export function traceBatch(options: TraceOptions): BatchTrace {
  const { objective, parameters, cache, targets } = options
  const loss = lossOf(objective.loss)
  const layers: LayerTrace[] = []
  let above: Derivation | null = null
  for (let l = cache.length - 1; l >= 0; l--) {
    const layer: LayerTrace = layerTrace(options, loss, l, above)
    layers.unshift(layer)
    above = layer.gradInput
  }
  const data = dataLoss(cache, targets, objective.loss)
  const pull = penalty(
    parameters.map(({ W }) => W),
    objective.regularization
  )
  return { loss: { data, penalty: pull, total: data + pull, formulas: loss.tex }, layers }
}
