import * as v from 'valibot'
import type { Numbers } from '../tensor/matrix'
import type { TrainerState } from '../train/trainer-state'
import { HISTORY, historyFrom, historyTensors } from './history-tensors'
import type { JsonObject } from './json'
import { parametersFrom, storedTensors } from './stored-parameters'
import type { StoredTensor } from './weights-file'

/** The state of a run as tensors and counts, as sessions and weights files hold it. */

const OPTIMIZER = 'optimizer.'
const BEST = 'best.'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** The schema of the counts that belong to the tensors. */
export const countEntries = {
  epoch: count,
  step: count,
  rowsDone: count,
  /** Updates that the optimizer has made. */
  updates: count,
  /** The epoch of the kept weights. */
  bestEpoch: v.optional(v.nullable(count), null)
}

type Counts = v.InferOutput<v.ObjectSchema<typeof countEntries, undefined>>

export function countsJson({ epoch, step, rowsDone, optimizer, best }: TrainerState): JsonObject & Counts {
  return { epoch, step, rowsDone, updates: optimizer.updates, bestEpoch: best?.epoch ?? null }
}

/**
 * The tensors of a state besides its weights: `optimizer.<slot>.<tensor>`, `best.<tensor>` and `history.<figure>`.
 */
export function stateTensors({ parameters, optimizer, best, history }: TrainerState): StoredTensor[] {
  const slots = storedTensors(parameters).flatMap(({ name, shape }, t) =>
    optimizer.slots[t].map((data, slot) => ({ name: `${OPTIMIZER}${slot}.${name}`, shape, data }))
  )
  const kept = best ? storedTensors(best.parameters).map((tensor) => ({ ...tensor, name: BEST + tensor.name })) : []
  return [...slots, ...kept, ...historyTensors(history)]
}

/** Returns the state whose weights and other tensors are among these. Throws: format. */
export function stateFrom(tensors: readonly StoredTensor[], { bestEpoch, updates, ...place }: Counts): TrainerState {
  const own = tensors.filter(({ name }) => ![HISTORY, OPTIMIZER, BEST].some((prefix) => name.startsWith(prefix)))
  const optimizer = { updates, slots: own.map(({ name }) => slotsOf(name, tensors)) }
  const best = bestEpoch === null ? {} : { best: { epoch: bestEpoch, parameters: parametersFrom(bestOf(tensors)) } }
  return { ...place, parameters: parametersFrom(own), optimizer, history: historyFrom(tensors), ...best }
}

/** The slots of one tensor, in order. */
function slotsOf(name: string, tensors: readonly StoredTensor[]): Numbers[] {
  const slots: Numbers[] = []
  for (;;) {
    const found = tensors.find((tensor) => tensor.name === `${OPTIMIZER}${slots.length}.${name}`)
    if (!found) return slots
    slots.push(found.data)
  }
}

function bestOf(tensors: readonly StoredTensor[]): StoredTensor[] {
  return tensors.filter(({ name }) => name.startsWith(BEST)).map((tensor) => ({ ...tensor, name: tensor.name.slice(BEST.length) }))
}
