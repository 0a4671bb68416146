import { fieldError } from '../settings/field-error'
import { namedTensors, type Parameters } from '../network/parameters'
import { optimizers, type OptimizerSpec } from '../nn/optimizers'
import { precisionOf, shapeOf, type Matrix } from '../tensor/matrix'
import { historyColumns, validationColumns, type History } from './history'
import type { TrainerState } from './trainer-state'

/** The form of the weights, and the optimizer, that a state must fit. */
interface Wanted {
  readonly parameters: Parameters
  readonly optimizer: Pick<OptimizerSpec, 'kind'>
}

/**
 * Requires that a run can go on from a state: weights and best weights of the form wanted, an optimizer's memory of that form, a history
 * of no more epochs than were done, with as many figures of each kind, and a best epoch in it.
 * Throws: format, naming the field.
 */
export function requireState({ parameters, best, optimizer, history, epoch, step }: TrainerState, wanted: Wanted): void {
  requireForm('', parameters, wanted.parameters)
  if (best) requireForm('best.', best.parameters, wanted.parameters)
  requireMemory(optimizer.slots, wanted)
  requireHistory(history, epoch)
  if (step < epoch) throw fieldError('step', step, `≥ epoch (${epoch})`)
  if (best && best.epoch > epoch) throw fieldError('bestEpoch', best.epoch, `0–${epoch}`)
}

function requireForm(prefix: string, parameters: Parameters, wanted: Parameters): void {
  const form = ({ name, matrix }: { name: string; matrix: Matrix }) => `${name} ${shapeOf(matrix)} ${precisionOf(matrix)}`
  const [actual, expected] = [namedTensors(parameters).map(form), namedTensors(wanted).map(form)]
  const different = Array.from({ length: Math.max(actual.length, expected.length) }, (_, t) => t).find((t) => actual[t] !== expected[t])
  if (different === undefined) return
  throw fieldError(`${prefix}tensors`, actual[different] ?? 'nothing', expected[different] ?? 'nothing')
}

function requireMemory(slots: TrainerState['optimizer']['slots'], { parameters, optimizer: { kind } }: Wanted): void {
  namedTensors(parameters).forEach(({ name, matrix: { data } }, t) => {
    const memory = slots[t] ?? []
    if (memory.length !== optimizers[kind].slots)
      throw fieldError(`optimizer.${name}`, memory.length, `${optimizers[kind].slots} (${kind})`)
    memory.forEach((slot, s) => {
      const isLike = slot.length === data.length && slot.BYTES_PER_ELEMENT === data.BYTES_PER_ELEMENT
      if (!isLike)
        throw fieldError(`optimizer.${s}.${name}`, [slot.length, slot.BYTES_PER_ELEMENT], `[${data.length}, ${data.BYTES_PER_ELEMENT}]`)
    })
  })
}

function requireHistory(history: History, epoch: number): void {
  const epochs = history.trainLoss.length
  if (epochs > epoch + 1) throw fieldError('history.trainLoss.length', epochs, `≤ ${epoch + 1}`)
  for (const name of [...historyColumns, ...validationColumns]) {
    const column = history[name]
    if (column && column.length !== epochs) throw fieldError(`history.${name}.length`, column.length, String(epochs))
  }
}
