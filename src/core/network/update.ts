import { optimizerOf, optimizers, type OptimizerSpec } from '../nn/optimizers'
import { numbers, precisionOf, type Numbers } from '../tensor/matrix'
import { namedTensors, type Parameters } from './parameters'

/** The memory of an optimizer: for each tensor of the network, in order, its slots; and how many updates it has made. */
export interface OptimizerState {
  readonly updates: number
  readonly slots: readonly (readonly Numbers[])[]
}

/** The memory of an optimizer that has made no update. */
export function freshOptimizerState({ kind }: OptimizerSpec, parameters: Parameters): OptimizerState {
  const slots = namedTensors(parameters).map(({ matrix }) =>
    Array.from({ length: optimizers[kind].slots }, () => numbers(matrix.data.length, precisionOf(matrix)))
  )
  return { updates: 0, slots }
}

/** Whether an optimizer remembers anything from step to step; plain gradient descent does not. */
export function hasMemory(spec: OptimizerSpec): boolean {
  const { entry, options } = optimizerOf(spec)
  return entry.slots > 0 && options.momentum !== 0
}

/** A deep copy. */
export function copyOptimizerState({ updates, slots }: OptimizerState): OptimizerState {
  return { updates, slots: slots.map((tensor) => tensor.map((slot) => slot.slice())) }
}

/**
 * Updates every parameter and the optimizer's memory in place, once; returns the new state.
 * gradients have the form of the parameters and include the regularizer.
 */
export function applyUpdate(
  spec: OptimizerSpec,
  learningRate: number,
  state: OptimizerState,
  parameters: Parameters,
  gradients: Parameters
): OptimizerState {
  const step = state.updates + 1
  const { entry, options, nesterov } = optimizerOf(spec)
  const context = { options, nesterov, learningRate, step }
  const slopes = namedTensors(gradients)
  namedTensors(parameters).forEach(({ matrix }, t) => entry.update(matrix.data, slopes[t].matrix.data, state.slots[t], context))
  return { updates: step, slots: state.slots }
}
