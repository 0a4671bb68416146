import { OPTIMIZER_FIRST_CORRECTION, OPTIMIZER_LEARNING_RATE, OPTIMIZER_SECOND_CORRECTION } from './contexts'
import { dropoutMask } from './dropout'
import { ABSOLUTE_WEIGHTS, addItems, NORM_SCALE, SQUARED_GRADIENTS, SQUARED_SCALED_GRADIENTS, SQUARED_WEIGHTS } from './norms'
import { BIAS, GRADIENT_B, GRADIENT_W, layerOf, Plan, SQUARES_B, SQUARES_W, WEIGHTS } from './plan'
import { beginStream } from './random'
import {
  EVALUATE_ROWS_32, EVALUATE_ROWS_64, GRADIENTS_32, GRADIENTS_64, inParallel, SCALES_32, SCALES_64, SUMS_32, SUMS_64, TRAIN_ROWS_32,
  TRAIN_ROWS_64, UPDATES_32, UPDATES_64
} from './threads'

/** The codes with which a call ends. */
export const FINE = 0
export const LOSS_NOT_FINITE = 1
export const GRADIENT_NOT_FINITE = 2
export const PARAMETER_NOT_FINITE = 3
export const THREAD_LOST = 4
export const SQUARES_NOT_FINITE = 5

@inline
function phaseOf<T>(in32: i32, in64: i32): i32 {
  return sizeof<T>() == 4 ? in32 : in64
}

@inline
function divisorOf(plan: Plan, rows: i32): f64 {
  return plan.averagedPerRow == 0 ? 1 : <f64>rows * <f64>plan.averagedPerRow
}

/** Draws all masks of a step, layer by layer; `number` is the step's, from 1. */
export function drawMasks<T>(plan: Plan, rows: i32, number: u32): void {
  beginStream(plan.randomState, plan.dropoutSeed, number)
  for (let l = 0; l < plan.layers; l++) {
    const layer = layerOf(plan, l)
    if (layer.dropped) dropoutMask<T>(plan.randomState, layer.mask, plan.panelBytes, rows, layer.units, layer.rate)
  }
}

/** Forward and backward for the rows `from` … `to` − 1 of a batch of `rows`; `from` a multiple of P. */
export function rowsOfStep<T>(plan: Plan, rows: i32, from: i32, to: i32): i32 {
  return inParallel(plan, phaseOf<T>(TRAIN_ROWS_32, TRAIN_ROWS_64), from, to, 0, divisorOf(plan, rows)) ? FINE : THREAD_LOST
}

/** The sums of all rows of the weights. */
function sumItems<T>(plan: Plan, what: i32): bool {
  return inParallel(plan, phaseOf<T>(SUMS_32, SUMS_64), what, plan.items, 0, 0)
}

/** The total loss of the batch, once all its rows are done: the data's, and l2 · Σ W² + l1 · Σ |W|. */
export function lossOfStep<T>(plan: Plan, rows: i32): i32 {
  let sum: f64 = 0
  for (let i = 0; i < rows; i++) sum += load<f64>(plan.rowLosses + i * 8)
  let penalty: f64 = 0
  if (plan.l2 != 0) {
    if (!sumItems<T>(plan, SQUARED_WEIGHTS)) return THREAD_LOST
    penalty = plan.l2 * addItems<T>(plan, SQUARED_WEIGHTS)
  }
  if (plan.l1 != 0) {
    if (!sumItems<T>(plan, ABSOLUTE_WEIGHTS)) return THREAD_LOST
    penalty += plan.l1 * addItems<T>(plan, ABSOLUTE_WEIGHTS)
  }
  plan.lossSum = sum / divisorOf(plan, rows) + penalty
  for (let l = 0; l < plan.layers; l++) layerOf(plan, l).flags = 0
  return isFinite(plan.lossSum) ? FINE : LOSS_NOT_FINITE
}

/** The gradients of the items `from` … `to` − 1, and their updates unless gradients are kept. */
export function gradientsOfStep<T>(plan: Plan, rows: i32, from: i32, to: i32): i32 {
  return inParallel(plan, phaseOf<T>(GRADIENTS_32, GRADIENTS_64), rows, to, from, 0) ? FINE : THREAD_LOST
}

/** Scales all kept gradients by limit / ‖g‖ when their common norm is above the limit. False when a thread is lost. */
function clipGradients<T>(plan: Plan): bool {
  if (!sumItems<T>(plan, SQUARED_GRADIENTS)) return false
  let root = sqrt<f64>(addItems<T>(plan, SQUARED_GRADIENTS))
  let scale: f64 = 1
  if (!isFinite(root)) {
    if (!sumItems<T>(plan, SQUARED_SCALED_GRADIENTS)) return false
    root = sqrt<f64>(addItems<T>(plan, SQUARED_SCALED_GRADIENTS))
    scale = NORM_SCALE
  }
  if (!(root > scale * plan.clip)) return true
  return inParallel(plan, phaseOf<T>(SCALES_32, SCALES_64), 0, plan.items, 0, (scale * plan.clip) / root)
}

/** Finishes a step when all gradients are there: clipping and the updates where gradients are kept, and the verdict. */
export function finishStep<T>(plan: Plan): i32 {
  if (plan.keepsGradients) {
    if (flags(plan) & (GRADIENT_W | GRADIENT_B)) return GRADIENT_NOT_FINITE
    if (plan.clip > 0 && !clipGradients<T>(plan)) return THREAD_LOST
    if (!inParallel(plan, phaseOf<T>(UPDATES_32, UPDATES_64), 0, plan.items, 0, 0)) return THREAD_LOST
  }
  const found = flags(plan)
  if (found & (GRADIENT_W | GRADIENT_B)) return GRADIENT_NOT_FINITE
  if (found & (WEIGHTS | BIAS)) return PARAMETER_NOT_FINITE
  return found & (SQUARES_W | SQUARES_B) ? SQUARES_NOT_FINITE : FINE
}

function flags(plan: Plan): i32 {
  let found = 0
  for (let l = 0; l < plan.layers; l++) found |= layerOf(plan, l).flags
  return found
}

/** One whole step on a batch of `rows`. */
function step<T>(plan: Plan, rows: i32, number: u32): i32 {
  if (plan.drops) drawMasks<T>(plan, rows, number)
  let code = rowsOfStep<T>(plan, rows, 0, rows)
  if (code == FINE) code = lossOfStep<T>(plan, rows)
  if (code == FINE) code = gradientsOfStep<T>(plan, rows, 0, plan.items)
  return code == FINE ? finishStep<T>(plan) : code
}

/** Gives the optimizer what the table has for step i of a call. */
function scheduleStep(plan: Plan, i: i32): void {
  const entry = plan.schedule + <usize>(i * 24)
  store<f64>(plan.optimizerContext, load<f64>(entry), OPTIMIZER_LEARNING_RATE)
  store<f64>(plan.optimizerContext, load<f64>(entry, 8), OPTIMIZER_FIRST_CORRECTION)
  store<f64>(plan.optimizerContext, load<f64>(entry, 16), OPTIMIZER_SECOND_CORRECTION)
}

/**
 * Whole steps on mini-batches of `batch` rows one after another, from the epoch's row `from` up to row `to`; the last may have fewer.
 * Ends at the first that does not end well. The loss of each takes the place of its rate in the table.
 */
export function steps<T>(plan: Plan, from: i32, to: i32, batch: i32): i32 {
  let code = FINE
  let done = 0
  for (; from < to; from += batch) {
    plan.order = plan.epochOrder + (<usize>from << 2)
    scheduleStep(plan, done)
    code = step<T>(plan, min(batch, to - from), plan.stepNumber + done)
    if (code != FINE) break
    // The rate was taken out: its place has room for the loss.
    store<f64>(plan.schedule + <usize>(done * 24), plan.lossSum)
    done++
  }
  plan.stepsDone = done
  return code
}

/** Adds up losses and scores over adjacent rows of a set, from what the plan has on; the rows may be more than its capacity. */
export function evaluate<T>(plan: Plan, from: i32, to: i32): i32 {
  let losses = plan.lossSum
  let scores = plan.scoreSum
  plan.order = 0
  for (let first = from; first < to; first += plan.capacity) {
    const rows = min(plan.capacity, to - first)
    plan.firstRow = first
    if (!inParallel(plan, phaseOf<T>(EVALUATE_ROWS_32, EVALUATE_ROWS_64), 0, rows, 0, 0)) return THREAD_LOST
    for (let i = 0; i < rows; i++) losses += load<f64>(plan.rowLosses + i * 8)
    for (let i = 0; i < rows; i++) scores += load<f64>(plan.rowScores + i * 8)
  }
  plan.lossSum = losses
  plan.scoreSum = scores
  return FINE
}
