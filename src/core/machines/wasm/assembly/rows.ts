import { activate, lossesAndGradients, throughActivation } from './catalogue'
import { scoreOfRow } from './losses'
import { Layer, layerOf, panelsOf, Plan, rowOf, targetOf } from './plan'
import { forwardPanel, inputGradientPanel, transposeRows } from './products'

/** The work on the rows of a batch, each thread having rows of its own. */

/** Copies rows of X into the panels of the input, 16 bytes at a time: what lies beyond a row's last number is never read. */
function gather<T>(plan: Plan, from: i32, to: i32): void {
  const bytes = plan.features * <i32>sizeof<T>()
  for (let i = from; i < to; i++) {
    let source = plan.X + <usize>rowOf(plan, i) * bytes
    let target = plan.input + i * 64
    let left = bytes
    for (; left >= 64; left -= 64) {
      v128.store(target, v128.load(source))
      v128.store(target, v128.load(source, 16), 16)
      v128.store(target, v128.load(source, 32), 32)
      v128.store(target, v128.load(source, 48), 48)
      source += 64
      target += plan.panelBytes
    }
    for (let e = 0; e < left; e += 16) v128.store(target + e, v128.load(source + e))
  }
}

/** target = a ⊙ b. */
function multiply<T>(a: usize, b: usize, target: usize, bytes: i32): void {
  for (let e = 0; e < bytes; e += 16) v128.store(target + e, v128.mul<T>(v128.load(a + e), v128.load(b + e)))
}

/** Z = input · W + b, A = a(Z), and in training A ⊙ mask. */
function forwardLayer<T>(plan: Plan, layer: Layer, input: usize, from: i32, to: i32, training: bool): void {
  const panels = panelsOf<T>(layer.units)
  const bytes = (to - from) * 64
  for (let q = 0; q < panels; q++) {
    const at = q * plan.panelBytes + from * 64
    forwardPanel<T>(
      plan.tile, to - from, layer.inputs, input + from * 64, plan.panelBytes,
      layer.W + q * layer.weightPanelBytes, layer.b + q * 64, layer.Z + at
    )
    if (layer.A != layer.Z) activate<T>(layer.activation, layer.Z + at, layer.A + at, bytes)
    if (training && layer.dropped) multiply<T>(layer.A + at, layer.mask + at, layer.output + at, bytes)
  }
}

function forward<T>(plan: Plan, from: i32, to: i32, training: bool): void {
  gather<T>(plan, from, to)
  let input = plan.input
  for (let l = 0; l < plan.layers; l++) {
    const layer = layerOf(plan, l)
    forwardLayer<T>(plan, layer, input, from, to, training)
    input = training ? layer.output : layer.A
  }
}

/** N times the loss of each row, and when `learns` dL/d(output), both of the output layer's Z or A, whichever the loss reads. */
export function lossesOfRows<T>(plan: Plan, layer: Layer, from: i32, to: i32, divisor: f64, learns: bool): void {
  const output = plan.readsLogits ? layer.Z : layer.A
  lossesAndGradients<T>(plan.loss, plan, output, learns ? layer.gradZ : 0, layer.units, from, to, divisor)
}

/** The loss of each row, and dL/dZ of the output layer. */
function outputGradient<T>(plan: Plan, from: i32, to: i32, divisor: f64): void {
  const layer = layerOf(plan, plan.layers - 1)
  lossesOfRows<T>(plan, layer, from, to, divisor, true)
  if (plan.readsLogits) return
  for (let q = 0; q < panelsOf<T>(layer.units); q++) {
    const at = q * plan.panelBytes + from * 64
    throughActivation<T>(layer.activation, layer.gradZ + at, layer.Z + at, layer.A + at, (to - from) * 64)
  }
}

/** dL/dZ of the layer before: (dZ · Wᵀ) ⊙ mask ⊙ a'(Z). */
function backwardLayer<T>(plan: Plan, layer: Layer, before: Layer, thread: i32, from: i32, to: i32): void {
  const P = <i32>(64 / sizeof<T>())
  const transposed = plan.transposed + (from / P) * plan.transposedBytes
  const square = plan.scratch + thread * plan.scratchBytes
  transposeRows<T>(to - from, layer.units, layer.gradZ + from * 64, plan.panelBytes, transposed)
  const bytes = (to - from) * 64
  for (let q = 0; q < panelsOf<T>(layer.inputs); q++) {
    const at = q * plan.panelBytes + from * 64
    inputGradientPanel<T>(
      plan.tile, to - from, min(P, layer.inputs - q * P), layer.units, layer.W + q * P * 64, layer.weightPanelBytes,
      transposed, plan.zeros, square, before.gradZ + at
    )
    if (before.dropped) multiply<T>(before.gradZ + at, before.mask + at, before.gradZ + at, bytes)
    throughActivation<T>(before.activation, before.gradZ + at, before.Z + at, before.A + at, bytes)
  }
}

/** Forward, the loss of each row, and dL/dZ of every layer, for rows of a batch; `from` a multiple of P. */
export function trainRows<T>(plan: Plan, thread: i32, from: i32, to: i32, divisor: f64): void {
  forward<T>(plan, from, to, true)
  outputGradient<T>(plan, from, to, divisor)
  for (let l = plan.layers - 1; l > 0; l--) backwardLayer<T>(plan, layerOf(plan, l), layerOf(plan, l - 1), thread, from, to)
}

/** Forward, the loss and the score of each row, without dropout. */
export function evaluateRows<T>(plan: Plan, from: i32, to: i32): void {
  forward<T>(plan, from, to, false)
  const layer = layerOf(plan, plan.layers - 1)
  lossesOfRows<T>(plan, layer, from, to, 1, false)
  for (let i = from; i < to; i++) {
    const score = scoreOfRow<T>(plan.metric, layer.A + i * 64, plan.panelBytes, layer.units, targetOf(plan, i))
    store<f64>(plan.rowScores + i * 8, score)
  }
}
