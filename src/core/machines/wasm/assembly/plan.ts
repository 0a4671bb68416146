/**
 * A training run as the kernels know it: written into memory by the engine (../fields.ts has the same fields in the same order),
 * all addresses in bytes. A buffer of activations holds `capacity` rows, a multiple of P.
 */
@unmanaged
export class Plan {
  /** The number of layers, and where the first stands; they are adjacent. */
  layers: i32
  firstLayer: usize
  /** Rows of the tiles. */
  tile: i32
  /** The number of threads that work; 1 leaves the others asleep. */
  threads: i32
  sync: usize
  /** X row-major [rows, features], and the targets, `targetBytes` a row. */
  features: i32
  X: usize
  targets: usize
  targetBytes: i32
  /** The numbers of the batch's rows; 0 for adjacent rows from `firstRow` on. */
  order: usize
  /** The numbers of all training rows, in the order of the epoch. */
  epochOrder: usize
  firstRow: i32
  input: usize
  capacity: i32
  /** Distance of two panels of activations. */
  panelBytes: i32
  /** The loss by its place in the catalogue, and its context (contexts.ts). */
  loss: i32
  readsLogits: i32
  lossOptions: usize
  /** Numbers that the loss is averaged over in each row; 0 for the sum. */
  averagedPerRow: i32
  /** The score of a row: 0 class, 1 values, 2 squared residuals. */
  metric: i32
  /** Room for a float64 of each output in each row, `termBytes` a row, twice. */
  terms: usize
  tails: usize
  termBytes: i32
  /** One float64 a row. */
  rowLosses: usize
  rowScores: usize
  /** The optimizer by its place in the catalogue, and its context (contexts.ts). */
  optimizer: i32
  optimizerContext: usize
  /** The slot of squared gradients, 1 or 2, whose overflow no weight shows; 0 for none. */
  squaresSlot: i32
  /** For each step of a call the first numbers of the optimizer's context: learning rate, 1 − β₁ᵗ, 1 − β₂ᵗ, all f64. */
  schedule: usize
  /** Answer: the steps of a call that came to their end. */
  stepsDone: i32
  /** The number of the first step of a call, from 1. */
  stepNumber: u32
  /** Whether gradients are kept until all are there, to be clipped or for a step in parts. */
  keepsGradients: i32
  /** Blocks of P inputs, and biases, of all layers together. */
  items: i32
  drops: i32
  /** The seed of all dropout masks of the run. */
  dropoutSeed: u32
  /** Room for the state of one generator. */
  randomState: usize
  /** 64 bytes of zeros. */
  zeros: usize
  /** dZ with the batch as columns, `transposedBytes` for P rows. */
  transposed: usize
  transposedBytes: i32
  /** Room of each thread: two squares of P × P numbers, then the gradient of one bias. */
  scratch: usize
  scratchBytes: i32
  /** Room for a float64 of each row of the weights, P an item. */
  rowSums: usize
  l1: f64
  l2: f64
  /** The largest norm of all gradients; 0 for no limit. */
  clip: f64
  /** Answers: the total loss before the step; or the sums of the losses and of the scores of evaluated rows. */
  lossSum: f64
  scoreSum: f64
}

/** One layer of the plan. W, its gradient and its slots have the same panels, biases one row a panel. */
@unmanaged
export class Layer {
  inputs: i32
  units: i32
  /** The activation by its place in the catalogue. */
  activation: i32
  hasBias: i32
  dropped: i32
  /** The number of this layer's first item. */
  firstItem: i32
  weightPanelBytes: i32
  W: usize
  gradW: usize
  slot1W: usize
  slot2W: usize
  /** Zeros where there is no bias. */
  b: usize
  gradB: usize
  slot1B: usize
  slot2B: usize
  Z: usize
  /** The same as Z where the activation is linear. */
  A: usize
  mask: usize
  /** A ⊙ mask: what goes on to the next layer in training; A itself without dropout. */
  output: usize
  gradZ: usize
  /** The tensors found not to be finite: see below. */
  flags: i32
  rate: f64
}

/** Bits of a layer's flags. */
export const GRADIENT_W = 1
export const GRADIENT_B = 2
export const WEIGHTS = 4
export const BIAS = 8
export const SQUARES_W = 16
export const SQUARES_B = 32

@inline
export function layerOf(plan: Plan, l: i32): Layer {
  return changetype<Layer>(plan.firstLayer + l * offsetof<Layer>())
}

/** ⌈units / P⌉. */
@inline
export function panelsOf<T>(units: i32): i32 {
  const P = <i32>(64 / sizeof<T>())
  return (units + P - 1) / P
}

/** An item is a block of at most P inputs of one layer, or its bias, which comes last. */
@inline
export function layerOfItem(plan: Plan, item: i32): Layer {
  let l = plan.layers - 1
  while (item < layerOf(plan, l).firstItem) l--
  return layerOf(plan, l)
}

@inline
export function blockOfItem(layer: Layer, item: i32): i32 {
  return item - layer.firstItem
}

@inline
export function isBias<T>(layer: Layer, item: i32): bool {
  return blockOfItem(layer, item) >= panelsOf<T>(layer.inputs)
}

@inline
export function inputsOfItem<T>(layer: Layer, item: i32): i32 {
  const P = <i32>(64 / sizeof<T>())
  return min(P, layer.inputs - blockOfItem(layer, item) * P)
}

/** Where the sums of an item's rows stand. */
@inline
export function sumsOfItem<T>(plan: Plan, item: i32): usize {
  return plan.rowSums + <usize>(item * (64 / <i32>sizeof<T>()) * 8)
}

/** The number of a batch's row in the data. */
@inline
export function rowOf(plan: Plan, i: i32): i32 {
  return plan.order != 0 ? load<i32>(plan.order + (<usize>i << 2)) : plan.firstRow + i
}

/** Where the targets of a batch's row stand. */
@inline
export function targetOf(plan: Plan, i: i32): usize {
  return plan.targets + <usize>rowOf(plan, i) * plan.targetBytes
}

/** Bytes of the two, for the test that both sides agree. */
export function planBytes(): i32 {
  return offsetof<Plan>()
}
export function layerBytes(): i32 {
  return offsetof<Layer>()
}
