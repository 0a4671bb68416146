import type { Parameters } from '../../network/parameters'
import { freshOptimizerState, type OptimizerState } from '../../network/update'
import { gatherTargets, targetCount, type Samples } from '../../nn/targets'
import { streamSeed } from '../../random/random'
import { zeros } from '../../tensor/matrix'
import { evaluationSets, type Machine, type MachineOptions } from '../../train/machine'
import { Evaluator } from './evaluator'
import type { TensorPlace } from './layout'
import { readPanels, writePanels } from './panels'
import { Stepper } from './stepper'
import { Workspace, type RunOnKernels, type WasmMachineOptions } from './workspace'

export type { WasmMachineOptions } from './workspace'

/** Rows that an evaluation computes at once where batches are smaller. */
const ROWS_AT_ONCE = 256
/** Rows of a batch for which room is made before it is asked for: it takes no more memory than the data of most runs. */
const MOST_AT_ONCE = 4096

/**
 * The machine on WebAssembly: everything lies in one memory, and a call is many steps. Its weights are those of the plain machine to the
 * last bit, whatever the build of the kernels, the tile and the number of threads.
 * Throws: spec.memory, when the run does not fit.
 */
export function wasmMachine(asked: MachineOptions, options: WasmMachineOptions): Machine {
  const { batchSize = 0 } = asked
  const run: RunOnKernels = { ...asked, batchSize, validation: asked.validation ?? noSamples(asked.train) }
  const { network, optimizer } = run
  const most = Math.max(...evaluationSets.map((set) => targetCount(run[set].targets)), 1)
  const capacity = Math.min(Math.max(ROWS_AT_ONCE, Math.min(batchSize, MOST_AT_ONCE)), most)
  const workspace = new Workspace(run, options, capacity, forget)
  const stepper = new Stepper(workspace)
  const evaluator = new Evaluator(workspace)
  const orderSeed = streamSeed('order', run.shuffleSeed)
  const kept = new Uint8Array(workspace.session.state.length)
  let keptUpdates = 0

  function forget(): void {
    stepper.forget()
    evaluator.forget()
  }

  /** The tensors of the network in order, as far as it has them. */
  function tensors(): TensorPlace[] {
    return workspace.session.layout.layers.flatMap(({ W, b }) => (network.bias === false ? [W] : [W, b]))
  }

  function parameters(): Parameters {
    const { layout, view } = workspace.session
    const read = (place: TensorPlace) => readPanels(view, place, place.rows, place.columns)
    return layout.layers.map(({ W, b }) => ({ W: read(W), b: network.bias === false ? null : read(b) }))
  }

  function optimizerState(): OptimizerState {
    const { view } = workspace.session
    const slots = tensors().map(({ rows, columns, panelBytes, slots: addresses }) =>
      addresses.map((address) => readPanels(view, { address, panelBytes }, rows, columns).data)
    )
    return { updates: stepper.updates, slots }
  }

  function load(values: Parameters, state: OptimizerState): void {
    forget()
    const { view } = workspace.session
    const matrices = values.flatMap(({ W, b }) => (b ? [W, b] : [W]))
    tensors().forEach((place, t) => {
      writePanels(view, place, matrices[t])
      place.slots.forEach((address, s) => {
        writePanels(view, { ...place, address }, { ...matrices[t], data: state.slots[t][s] })
      })
    })
    stepper.updates = state.updates
  }

  load(run.parameters, freshOptimizerState(optimizer, run.parameters))
  return {
    bringData: () => workspace.load(),
    shuffle: (epoch) => workspace.session.shuffle(orderSeed, epoch),
    takeStep: (request) => stepper.takeStep(request),
    takeSteps: (request) => stepper.takeSteps(request),
    gradients(request) {
      forget()
      return stepper.gradients(request)
    },
    evaluate: (set, loss) => evaluator.evaluate(set, loss),
    parameters,
    optimizerState,
    load,
    keep() {
      kept.set(workspace.session.state)
      keptUpdates = stepper.updates
    },
    fallBack() {
      forget()
      workspace.session.state.set(kept)
      stepper.updates = keptUpdates
    },
    release: () => workspace.session.close()
  }
}

/** No rows of the kind of some, without a look at those: their numbers may still have to be made. */
function noSamples({ X, targets }: Samples): Samples {
  return { X: zeros(0, X.columns), targets: gatherTargets(targets, []) }
}
