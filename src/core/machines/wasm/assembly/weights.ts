import { allFinite } from './finite'
import { update } from './catalogue'
import {
  BIAS, blockOfItem, GRADIENT_B, GRADIENT_W, inputsOfItem, isBias, Layer, layerOfItem, panelsOf, Plan, SQUARES_B, SQUARES_W, WEIGHTS
} from './plan'
import { columnSums, narrowGradientBlock, weightGradientBlock } from './products'
import { addPenaltyGradient } from './regularizers'

/**
 * The work on the weights, item by item. An item belongs to one thread at a time, so no sum is split.
 */

@inline
function flag(layer: Layer, bit: i32): void {
  atomic.or<i32>(changetype<usize>(layer) + offsetof<Layer>('flags'), bit)
}

/** The optimizer's update of adjacent numbers, and a look at what came of it. */
function updateAndCheck<T>(plan: Plan, layer: Layer, w: usize, g: usize, slot1: usize, slot2: usize, bytes: i32, ofBias: bool): void {
  update<T>(plan.optimizer, w, g, slot1, slot2, bytes, plan.optimizerContext)
  if (!allFinite<T>(w, bytes)) {
    // A gradient that is not finite leaves no weight finite, so that it needs no look of its own before.
    flag(layer, allFinite<T>(g, bytes) ? (ofBias ? BIAS : WEIGHTS) : ofBias ? GRADIENT_B : GRADIENT_W)
  } else if (plan.squaresSlot != 0 && !allFinite<T>(plan.squaresSlot == 1 ? slot1 : slot2, bytes)) {
    flag(layer, ofBias ? SQUARES_B : SQUARES_W)
  }
}

/** The gradient of one item, and unless gradients are kept its update at once, while it is in the cache. */
export function gradientOfItem<T>(plan: Plan, thread: i32, item: i32, rows: i32): void {
  const P = <i32>(64 / sizeof<T>())
  const layer = layerOfItem(plan, item)
  const panels = panelsOf<T>(layer.units)
  const block = blockOfItem(layer, item)
  const first = block * P
  const scratch = plan.scratch + thread * plan.scratchBytes
  const part = scratch + P * 64
  if (isBias<T>(layer, item)) {
    const gradB = plan.keepsGradients ? layer.gradB : scratch + 3 * P * 64
    for (let q = 0; q < panels; q++) columnSums<T>(rows, layer.gradZ + q * plan.panelBytes, part, gradB + q * 64)
    if (plan.keepsGradients) {
      if (!allFinite<T>(gradB, panels * 64)) flag(layer, GRADIENT_B)
    } else {
      updateAndCheck<T>(plan, layer, layer.b, gradB, layer.slot1B, layer.slot2B, panels * 64, true)
    }
    return
  }
  const inputs = inputsOfItem<T>(layer, item)
  const input = (layer.firstItem == 0 ? plan.input : changetype<Layer>(changetype<usize>(layer) - offsetof<Layer>()).output) + block * plan.panelBytes
  for (let q = 0; q < panels; q++) {
    const at = q * layer.weightPanelBytes + first * 64
    const gradW = plan.keepsGradients ? layer.gradW + at : scratch
    const gradZ = layer.gradZ + q * plan.panelBytes
    if (inputs == P && 2 * layer.units <= P) narrowGradientBlock<T>(plan.tile, layer.units, rows, input, gradZ, plan.zeros, part, gradW)
    else weightGradientBlock<T>(plan.tile, inputs, rows, input, gradZ, plan.zeros, part, gradW)
    if (plan.l1 != 0 || plan.l2 != 0) addPenaltyGradient<T>(gradW, layer.W + at, inputs * 64, plan.l1, plan.l2)
    if (plan.keepsGradients) {
      if (!allFinite<T>(gradW, inputs * 64)) flag(layer, GRADIENT_W)
    } else {
      updateAndCheck<T>(plan, layer, layer.W + at, gradW, layer.slot1W + at, layer.slot2W + at, inputs * 64, false)
    }
  }
}

/** The update of one item by gradients that were kept. */
export function updateOfItem<T>(plan: Plan, item: i32): void {
  const P = <i32>(64 / sizeof<T>())
  const layer = layerOfItem(plan, item)
  const panels = panelsOf<T>(layer.units)
  const first = blockOfItem(layer, item) * P
  if (isBias<T>(layer, item)) {
    updateAndCheck<T>(plan, layer, layer.b, layer.gradB, layer.slot1B, layer.slot2B, panels * 64, true)
    return
  }
  const bytes = inputsOfItem<T>(layer, item) * 64
  for (let q = 0; q < panels; q++) {
    const at = q * layer.weightPanelBytes + first * 64
    updateAndCheck<T>(plan, layer, layer.W + at, layer.gradW + at, layer.slot1W + at, layer.slot2W + at, bytes, false)
  }
}
