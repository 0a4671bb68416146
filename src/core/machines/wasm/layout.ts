import { hasDropout } from '../../network/dropout'
import type { NetworkSpec } from '../../network/spec'
import { activationNames } from '../../nn/activations'
import { optimizerKinds, optimizers, type OptimizerSpec } from '../../nn/optimizers'
import { targetCount, type Samples } from '../../nn/targets'
import type { Precision } from '../../tensor/matrix'
import { MOST_STEPS } from '../../train/machine'
import { lossContext, optimizerContext as optimizerContextNames, SCHEDULED } from './contexts'
import { LAYER_BYTES, layerFields, PLAN_BYTES, planFields, type LayerFields, type PlanFields } from './fields'
import { lanesOf, ROW_BYTES, sizeOf, type Panels } from './panels'

/** The sizes and options that a layout follows from. */
export interface LayoutOptions {
  readonly network: NetworkSpec
  readonly optimizer: OptimizerSpec
  readonly precision: Precision
  readonly train: Samples
  readonly test: Samples
  readonly validation: Samples
  /** Rows that are computed at once; rounded up to whole panels. */
  readonly capacity: number
  /** Whether there is room for all gradients together. */
  readonly keepsGradients: boolean
  readonly threads: number
}

/** A tensor of the network and what the optimizer remembers of it. */
export interface TensorPlace extends Panels {
  readonly rows: number
  readonly columns: number
  /** The slots have the same panels elsewhere. */
  readonly slots: readonly number[]
}

interface SetPlace {
  readonly X: number
  readonly targets: number
  readonly targetBytes: number
}

interface LayerPlace {
  readonly at: number
  readonly W: TensorPlace
  /** Zeros that nothing writes to in a network without biases. */
  readonly b: TensorPlace
  readonly gradW: number
  readonly gradB: number
  readonly Z: number
  readonly A: number
  readonly mask: number
  readonly output: number
  readonly gradZ: number
}

/** The addresses and sizes that stand in the plan under the same name. */
const plannedNames = [
  'sync',
  'input',
  'capacity',
  'panelBytes',
  'lossOptions',
  'terms',
  'tails',
  'termBytes',
  'rowLosses',
  'rowScores',
  'optimizerContext',
  'schedule',
  'randomState',
  'zeros',
  'transposed',
  'transposedBytes',
  'scratch',
  'scratchBytes',
  'rowSums'
] as const

/** Addresses of everything in the memory of a machine, all in bytes. */
export interface Layout extends Readonly<Record<(typeof plannedNames)[number], number>> {
  readonly plan: number
  readonly layers: readonly LayerPlace[]
  /** All weights, biases and slots, adjacent; their places do not depend on capacity, threads or gradients. */
  readonly stateFrom: number
  readonly stateTo: number
  readonly train: SetPlace
  readonly test: SetPlace
  readonly validation: SetPlace
  readonly order: number
  /** The first byte after the last. */
  readonly end: number
}

/** Lays everything out from address `start` on. */
export function layOut(start: number, options: LayoutOptions): Layout {
  const { network, optimizer, precision, train, test, validation, keepsGradients, threads } = options
  const lanes = lanesOf(precision)
  const size = sizeOf(precision)
  const capacity = Math.ceil(options.capacity / lanes) * lanes
  const panelBytes = capacity * ROW_BYTES
  const panelsOf = (columns: number) => Math.ceil(columns / lanes)
  let free = start
  const take = (bytes: number): number => {
    const address = Math.ceil(free / ROW_BYTES) * ROW_BYTES
    free = address + bytes
    return address
  }
  const tensor = (rows: number, columns: number): TensorPlace => {
    const bytes = panelsOf(columns) * rows * ROW_BYTES
    const address = take(bytes)
    const slots = Array.from({ length: optimizers[optimizer.kind].slots }, () => take(bytes))
    return { rows, columns, address, panelBytes: rows * ROW_BYTES, slots }
  }
  const rows = (columns: number): number => take(panelsOf(columns) * panelBytes)
  const set = ({ X, targets }: Samples): SetPlace => {
    const targetBytes = targets.kind === 'classes' ? 4 : targets.values.columns * size
    return { X: take(X.rows * X.columns * size), targets: take(targetCount(targets) * targetBytes), targetBytes }
  }

  const plan = take(PLAN_BYTES)
  const firstLayer = take(network.layers.length * LAYER_BYTES)
  const sync = take(2 * ROW_BYTES)
  const widest = network.layers.reduce((most, { units }) => Math.max(most, units), 1)
  const lossOptions = take((lossContext.length + widest) * 8)
  const optimizerContext = take(optimizerContextNames.length * 8)
  const schedule = take(MOST_STEPS * SCHEDULED * 8)
  const randomState = take(16)
  const zeros = take(ROW_BYTES)
  const stateFrom = take(0)
  let fanIn = network.inputs
  const tensors = network.layers.map(({ units }) => {
    const W = tensor(fanIn, units)
    fanIn = units
    return { W, b: tensor(1, units) }
  })
  const stateTo = take(0)
  const trainPlace = set(train)
  const testPlace = set(test)
  const validationPlace = set(validation)
  const order = take(targetCount(train.targets) * 4)
  const input = rows(network.inputs)
  const layers = tensors.map(({ W, b }, l): LayerPlace => {
    const { units, activation, dropout = 0 } = network.layers[l]
    const drops = dropout > 0 && l < network.layers.length - 1
    const Z = rows(units)
    const A = activation === 'linear' ? Z : rows(units)
    return {
      at: firstLayer + l * LAYER_BYTES,
      W,
      b,
      gradW: keepsGradients ? take(panelsOf(units) * W.panelBytes) : 0,
      gradB: keepsGradients ? take(panelsOf(units) * ROW_BYTES) : 0,
      Z,
      A,
      mask: drops ? rows(units) : 0,
      output: drops ? rows(units) : A,
      gradZ: rows(units)
    }
  })
  const transposedBytes = panelsOf(widest) * lanes * ROW_BYTES
  const transposed = take((capacity / lanes) * transposedBytes)
  const scratchBytes = (3 * lanes + panelsOf(widest)) * ROW_BYTES
  const scratch = take(threads * scratchBytes)
  const rowSums = take(tensors.reduce((sum, { W }) => sum + (panelsOf(W.rows) + 1) * lanes * 8, 0))
  const termBytes = Math.ceil(fanIn / 2) * 16
  const terms = take(capacity * termBytes)
  const tails = take(capacity * termBytes)
  const rowLosses = take(capacity * 8)
  const rowScores = take(capacity * 8)
  return {
    plan,
    layers,
    sync,
    lossOptions,
    optimizerContext,
    schedule,
    randomState,
    zeros,
    stateFrom,
    stateTo,
    train: trainPlace,
    test: testPlace,
    validation: validationPlace,
    order,
    capacity,
    panelBytes,
    input,
    terms,
    tails,
    termBytes,
    rowLosses,
    rowScores,
    transposed,
    transposedBytes,
    scratch,
    scratchBytes,
    rowSums,
    end: take(0)
  }
}

/** Writes what stays the same for all steps of a layout. */
export function writePlan(
  buffer: ArrayBufferLike,
  layout: Layout,
  { network, optimizer, precision }: LayoutOptions,
  tile: number
): { plan: PlanFields; layers: readonly LayerFields[] } {
  const lanes = lanesOf(precision)
  let item = 0
  const layers = layout.layers.map(({ at, W, b, ...places }, l) => {
    const record = layerFields(buffer, at)
    const { activation, dropout = 0 } = network.layers[l]
    const hasBias = network.bias !== false
    const [slot1W = 0, slot2W = 0] = W.slots
    const [slot1B = 0, slot2B = 0] = b.slots
    record.set({
      inputs: W.rows,
      units: W.columns,
      activation: activationNames.indexOf(activation),
      hasBias: hasBias ? 1 : 0,
      dropped: places.mask === 0 ? 0 : 1,
      firstItem: item,
      weightPanelBytes: W.panelBytes,
      W: W.address,
      b: b.address,
      slot1W,
      slot2W,
      slot1B,
      slot2B,
      ...places,
      rate: dropout
    })
    item += Math.ceil(W.rows / lanes) + (hasBias ? 1 : 0)
    return record
  })
  const plan = planFields(buffer, layout.plan)
  plan.set({
    layers: layers.length,
    firstLayer: layout.layers[0].at,
    tile,
    threads: 1,
    features: network.inputs,
    optimizer: optimizerKinds.indexOf(optimizer.kind),
    squaresSlot: (optimizers[optimizer.kind].squares ?? -1) + 1,
    items: item,
    drops: hasDropout(network) ? 1 : 0,
    epochOrder: layout.order
  })
  for (const name of plannedNames) plan.put(name, layout[name])
  return { plan, layers }
}
