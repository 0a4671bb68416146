import {
  optimizerOptions,
  optimizers,
  type Optimizer,
  type OptimizerOptionName,
  type OptimizerSpec,
  type UpdateContext
} from '../nn/optimizers'
import { numbers, precisionOf, type Numbers } from '../tensor/matrix'
import { namedTensors, type Parameters } from './parameters'

/** What an optimizer remembers: for each tensor of the network, in order, its slots; and how many updates it has made. */
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

/** A deep copy. */
export function copyOptimizerState({ updates, slots }: OptimizerState): OptimizerState {
  return { updates, slots: slots.map((tensor) => tensor.map((slot) => slot.slice())) }
}

/**
 * One update of every parameter, in place, and of the optimizer's memory; the new state comes back.
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
  const entry: Optimizer = optimizers[spec.kind]
  const filled = Object.entries(optimizerOptions).map(([name, { default: usual }]) => [name, spec[name as OptimizerOptionName] ?? usual])
  const context: UpdateContext = {
    ...(Object.fromEntries(filled) as Record<OptimizerOptionName, number>),
    nesterov: entry.nesterov && spec.nesterov === true,
    learningRate,
    step
  }
  const slopes = namedTensors(gradients)
  namedTensors(parameters).forEach(({ matrix }, t) => entry.update(matrix.data, slopes[t].matrix.data, state.slots[t], context))
  return { updates: step, slots: state.slots }
}
