import { layerOf, Plan } from './plan'

/** Sums over all weights, in float64: each row from first to last, then the rows in order, so that they do not depend on panels. */

/** w² or |w|, in float64. */
@inline
function term<T>(address: usize, squared: bool): f64 {
  const w = <f64>load<T>(address)
  return squared ? w * w : abs<f64>(w)
}

/** Σ w² or Σ |w| of a tensor [rows, columns], added to `sum` row by row. Four rows go together, each with a sum of its own. */
function addRows<T>(sum: f64, address: usize, panelBytes: i32, rows: i32, columns: i32, squared: bool): f64 {
  const P = <i32>(64 / sizeof<T>())
  let row = 0
  for (; row + 4 <= rows; row += 4) {
    let s0: f64 = 0
    let s1: f64 = 0
    let s2: f64 = 0
    let s3: f64 = 0
    for (let j = 0; j < columns; j += P) {
      let at = address + (j / P) * panelBytes + row * 64
      for (let left = min(P, columns - j); left > 0; left--) {
        s0 += term<T>(at, squared)
        s1 += term<T>(at + 64, squared)
        s2 += term<T>(at + 128, squared)
        s3 += term<T>(at + 192, squared)
        at += sizeof<T>()
      }
    }
    sum += s0
    sum += s1
    sum += s2
    sum += s3
  }
  for (; row < rows; row++) {
    let s: f64 = 0
    for (let j = 0; j < columns; j += P) {
      let at = address + (j / P) * panelBytes + row * 64
      for (let left = min(P, columns - j); left > 0; left--) {
        s += term<T>(at, squared)
        at += sizeof<T>()
      }
    }
    sum += s
  }
  return sum
}

function weightSum<T>(plan: Plan, squared: bool): f64 {
  let sum: f64 = 0
  for (let l = 0; l < plan.layers; l++) {
    const layer = layerOf(plan, l)
    sum = addRows<T>(sum, layer.W, layer.weightPanelBytes, layer.inputs, layer.units, squared)
  }
  return sum
}

/** l2 · Σ W² + l1 · Σ |W|. */
export function penalty<T>(plan: Plan): f64 {
  return (plan.l2 == 0 ? 0 : plan.l2 * weightSum<T>(plan, true)) + (plan.l1 == 0 ? 0 : plan.l1 * weightSum<T>(plan, false))
}

function scale<T>(address: usize, bytes: i32, factor: f64): void {
  for (let e = 0; e < bytes; e += sizeof<T>()) store<T>(address + e, <T>(<f64>load<T>(address + e) * factor))
}

/** Scales all kept gradients by limit / ‖g‖ when their common norm is above the limit. */
export function clipGradients<T>(plan: Plan): void {
  const P = <i32>(64 / sizeof<T>())
  let squares: f64 = 0
  for (let l = 0; l < plan.layers; l++) {
    const layer = layerOf(plan, l)
    squares = addRows<T>(squares, layer.gradW, layer.weightPanelBytes, layer.inputs, layer.units, true)
    if (layer.hasBias) squares = addRows<T>(squares, layer.gradB, 64, 1, layer.units, true)
  }
  const norm = sqrt<f64>(squares)
  if (!(norm > plan.clip)) return
  const factor = plan.clip / norm
  for (let l = 0; l < plan.layers; l++) {
    const layer = layerOf(plan, l)
    const panels = (layer.units + P - 1) / P
    scale<T>(layer.gradW, panels * layer.weightPanelBytes, factor)
    if (layer.hasBias) scale<T>(layer.gradB, panels * 64, factor)
  }
}
