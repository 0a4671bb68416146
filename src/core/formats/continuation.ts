import * as v from 'valibot'
import { fieldError } from '../settings/field-error'
import type { Parameters } from '../network/parameters'
import { runChangeSchema } from '../runs/run-change'
import type { SavedRun } from '../runs/run-record'
import type { Settings } from '../settings/settings'
import { requireState } from '../train/require-state'
import type { EpochWeights } from '../train/trainer-state'
import { base64, fromBase64 } from './bytes'
import type { Json } from './json'
import { countEntries, countsJson, stateFrom, stateTensors } from './run-state'
import { readSafetensors, writeSafetensors } from './safetensors'
import { storedTensors } from './stored-parameters'
import { type StoredTensor } from './weights-file'

/** The part of a run, besides its weights, that it goes on from: the optimizer's memory, its place in the epoch, the best weights and the history. */
export type Continuation = Pick<SavedRun, 'state' | 'changes'>

const FIELD = 'training.state'
const FORMAT = 'backprop-lab-run-state'

/** As base64 within a description it stays well below the limit of a safetensors header, 100,000,000 bytes. */
const MOST_BYTES = 48 * 1024 * 1024

const schema = v.object({
  format: v.literal(FORMAT),
  version: v.literal(1),
  ...countEntries,
  changes: v.array(runChangeSchema)
})

/**
 * Writes what a run goes on from as the text of one field in the description of its weights, which readers that do not know it skip:
 * a safetensors file in base64. Weights are in it only where they are not those beside it: those of the last epoch where the result is
 * an earlier one. It has no time and no machine, so that the same run gives the same bytes.
 * Returns null where it is too large for the description of a file.
 */
export function continuationText({ state, changes = [] }: Continuation, result: EpochWeights): string | null {
  const own = state.best && result.epoch === state.best.epoch ? storedTensors(state.parameters) : []
  const tensors = [...own, ...stateTensors(state)]
  const size = tensors.reduce((sum, { data }) => sum + data.byteLength, 0)
  if (size > MOST_BYTES) return null
  const metadata = { format: FORMAT, version: 1, ...countsJson(state), changes: JSON.parse(JSON.stringify(changes)) as Json }
  return base64(writeSafetensors({ tensors, metadata }))
}

/**
 * Reads such a field; `parameters` are the weights beside it.
 * Throws: format, where it is damaged or does not fit them.
 */
export function readContinuation(text: string, parameters: Parameters, { optimizer }: Pick<Settings, 'optimizer'>): Continuation {
  const bytes = fromBase64(text)
  if (!bytes) throw unusable(text)
  const { tensors, metadata } = readSafetensors(bytes)
  const parsed = v.safeParse(schema, metadata)
  if (!parsed.success) throw unusable(v.summarize(parsed.issues))
  const { format: _format, version: _version, changes, ...counts } = parsed.output
  const state = stateFrom([...weightsAmong(tensors, parameters), ...tensors], counts)
  requireState(state, { parameters, optimizer })
  if (state.history.trainLoss.length !== state.epoch + 1) throw unusable(`epoch ${state.epoch}`)
  return { state, changes }
}

/** The weights beside a state, where it has none of its own. */
function weightsAmong(tensors: readonly StoredTensor[], parameters: Parameters): StoredTensor[] {
  return tensors.some(({ name }) => name === 'W1') ? [] : storedTensors(parameters)
}

function unusable(found: string) {
  return fieldError(FIELD, found, 'the state of a run with these weights')
}
