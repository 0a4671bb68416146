import { fieldError } from '../settings/field-error'
import { limits } from '../settings/limits'
import type { Numbers } from '../tensor/matrix'
import { historyColumns, validationColumns, type History } from '../train/history'
import type { StoredTensor } from './weights-file'

/** The prefix of a history's tensors in a session. */
export const HISTORY = 'history.'
/** Only where some epochs were not evaluated: the numbers of those that were, and last how many epochs there are, with epoch 0. */
const EPOCHS = 'epochs'

/**
 * A history as one tensor a figure: those of the epochs that were evaluated, and which those are; a figure that does not exist (no
 * test rows) has no tensor.
 */
export function historyTensors(history: History): StoredTensor[] {
  const epochs = history.trainLoss.length
  const evaluated = Array.from({ length: epochs }, (_, epoch) => epoch).filter((epoch) => Number.isFinite(history.trainLoss[epoch]))
  const column = (name: string, data: Float64Array) => ({ name: HISTORY + name, shape: [data.length], data })
  const figures = [...historyColumns, ...validationColumns]
    .flatMap((name) => {
      const all = history[name]
      const known = all && Float64Array.from(evaluated, (epoch) => all[epoch])
      return known ? [column(name, known)] : []
    })
    .filter(({ data }) => data.every(Number.isFinite))
  return evaluated.length === epochs ? figures : [...figures, column(EPOCHS, Float64Array.from([...evaluated, epochs]))]
}

/** Returns the history in such tensors among others; NaN where there is no figure. Throws: format. */
export function historyFrom(tensors: readonly StoredTensor[]): History {
  const find = (name: string) => tensors.find((tensor) => tensor.name === HISTORY + name)?.data
  const stored = find('trainLoss')?.length ?? 0
  const epochs = find(EPOCHS) ?? Float64Array.from({ length: stored + 1 }, (_, epoch) => epoch)
  requireEpochs(epochs, stored)
  for (const name of [...historyColumns, ...validationColumns]) {
    const length = find(name)?.length ?? stored
    if (length !== stored) throw fieldError(`${HISTORY}${name}.length`, length, String(stored))
  }
  const column = (name: string) => {
    const figures = new Float64Array(epochs[stored]).fill(NaN)
    find(name)?.forEach((figure, e) => (figures[epochs[e]] = figure))
    return figures
  }
  return {
    trainLoss: column('trainLoss'),
    testLoss: column('testLoss'),
    trainMetric: column('trainMetric'),
    testMetric: column('testMetric'),
    ...(find('validationLoss') ? { validationLoss: column('validationLoss'), validationMetric: column('validationMetric') } : {})
  }
}

/** Requires the numbers of so many epochs in order, and last how many there are. Throws: format. */
function requireEpochs(epochs: Numbers, stored: number): void {
  const isInOrder = epochs.every((epoch, e) => Number.isInteger(epoch) && epoch >= 0 && (e === 0 || epoch > epochs[e - 1]))
  const isWhole = epochs.length === stored + 1 && isInOrder && epochs[stored] <= limits.epochs + 1
  if (!isWhole)
    throw fieldError(HISTORY + EPOCHS, Array.from(epochs.subarray(0, 8)), `${stored + 1} numbers that rise, at most ${limits.epochs + 1}`)
}
