import { splat } from './lanes'
import { loadPair, storePair } from './lanes'
import { blockOfItem, inputsOfItem, isBias, layerOf, layerOfItem, panelsOf, Plan, sumsOfItem } from './plan'

/**
 * Sums over all weights, in float64: each row from first to last, by whatever thread, then the rows in order by one; so they depend
 * neither on panels nor on threads.
 */

/** Kinds of sums. */
export const SQUARED_WEIGHTS = 0
export const ABSOLUTE_WEIGHTS = 1
export const SQUARED_GRADIENTS = 2
/** Of gradients whose squares overflow, after scaling by NORM_SCALE. */
export const SQUARED_SCALED_GRADIENTS = 3

/** Takes numbers of any size to where neither a square nor a sum of squares overflows: 2⁻⁶⁰⁰, which rounds nothing (network/clipping.ts). */
export const NORM_SCALE: f64 = 2.409919865102884e-181

/** (scale · w)² or |scale · w|, in float64. */
@inline
function term<T>(address: usize, squared: bool, scale: f64): f64 {
  const w = scale * <f64>load<T>(address)
  return squared ? w * w : abs<f64>(w)
}

/** Σ w² or Σ |w| of each row of [rows, columns] into `sums`. Four rows go together, each with a sum of its own. */
function sumRows<T>(sums: usize, address: usize, panelBytes: i32, rows: i32, columns: i32, squared: bool, scale: f64): void {
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
        s0 += term<T>(at, squared, scale)
        s1 += term<T>(at + 64, squared, scale)
        s2 += term<T>(at + 128, squared, scale)
        s3 += term<T>(at + 192, squared, scale)
        at += sizeof<T>()
      }
    }
    const place = sums + <usize>(row << 3)
    store<f64>(place, s0)
    store<f64>(place, s1, 8)
    store<f64>(place, s2, 16)
    store<f64>(place, s3, 24)
  }
  for (; row < rows; row++) {
    let s: f64 = 0
    for (let j = 0; j < columns; j += P) {
      let at = address + (j / P) * panelBytes + row * 64
      for (let left = min(P, columns - j); left > 0; left--) {
        s += term<T>(at, squared, scale)
        at += sizeof<T>()
      }
    }
    store<f64>(sums + <usize>(row << 3), s)
  }
}

@inline
function isOfGradients(what: i32): bool {
  return what == SQUARED_GRADIENTS || what == SQUARED_SCALED_GRADIENTS
}

/** The sums of the rows of one item; of biases only gradients are added up. */
export function sumItem<T>(plan: Plan, item: i32, what: i32): void {
  const layer = layerOfItem(plan, item)
  const sums = sumsOfItem<T>(plan, item)
  const ofGradients = isOfGradients(what)
  const scale = what == SQUARED_SCALED_GRADIENTS ? NORM_SCALE : 1
  if (isBias<T>(layer, item)) {
    if (ofGradients) sumRows<T>(sums, layer.gradB, 64, 1, layer.units, true, scale)
    return
  }
  const address = (ofGradients ? layer.gradW : layer.W) + blockOfItem(layer, item) * 64 * (64 / sizeof<T>())
  sumRows<T>(sums, address, layer.weightPanelBytes, inputsOfItem<T>(layer, item), layer.units, what != ABSOLUTE_WEIGHTS, scale)
}

/** Adds the sums of all rows in order, when those of all items are there. */
export function addItems<T>(plan: Plan, what: i32): f64 {
  let sum: f64 = 0
  for (let l = 0, item = 0; l < plan.layers; l++) {
    const layer = layerOf(plan, l)
    const items = layer.firstItem + panelsOf<T>(layer.inputs)
    for (; item < items; item++) {
      const sums = sumsOfItem<T>(plan, item)
      const rows = inputsOfItem<T>(layer, item)
      for (let i = 0; i < rows; i++) sum += load<f64>(sums + <usize>(i << 3))
    }
    if (!layer.hasBias) continue
    if (isOfGradients(what)) sum += load<f64>(sumsOfItem<T>(plan, item))
    item++
  }
  return sum
}

function scale<T>(address: usize, bytes: i32, factor: v128): void {
  for (const end = address + <usize>bytes; address < end; address += 2 * sizeof<T>()) {
    storePair<T>(address, f64x2.mul(loadPair<T>(address), factor))
  }
}

/** Multiplies the kept gradients of one item. */
export function scaleItem<T>(plan: Plan, item: i32, factor: f64): void {
  const P = <i32>(64 / sizeof<T>())
  const layer = layerOfItem(plan, item)
  const panels = panelsOf<T>(layer.units)
  if (isBias<T>(layer, item)) {
    scale<T>(layer.gradB, panels * 64, splat(factor))
    return
  }
  const first = layer.gradW + blockOfItem(layer, item) * P * 64
  for (let q = 0; q < panels; q++) scale<T>(first + q * layer.weightPanelBytes, inputsOfItem<T>(layer, item) * 64, splat(factor))
}
