import { historyColumns, storedTensors, validationColumns, type History, type Numbers, type StoredTensor, type TrainerState } from '#core'

const HISTORY = 'history.'
/** Only where some epochs were not evaluated: the numbers of those that were, and last how many epochs there are, with epoch 0. */
const EPOCHS = 'epochs'
const OPTIMIZER = 'optimizer.'
const BEST = 'best.'

/** The tensors of the network itself among those of a session. */
export function networkTensors(tensors: readonly StoredTensor[]): StoredTensor[] {
  return tensors.filter(({ name }) => ![HISTORY, OPTIMIZER, BEST].some((prefix) => name.startsWith(prefix)))
}

/** The optimizer's memory, as `optimizer.<slot>.<tensor>`. */
export function optimizerTensors({ parameters, optimizer }: TrainerState): StoredTensor[] {
  return storedTensors(parameters).flatMap(({ name, shape }, t) =>
    optimizer.slots[t].map((data, slot) => ({ name: `${OPTIMIZER}${slot}.${name}`, shape, data }))
  )
}

/** The kept weights, as `best.<tensor>`. */
export function bestTensors({ best }: TrainerState): StoredTensor[] {
  return best ? storedTensors(best.parameters).map((tensor) => ({ ...tensor, name: BEST + tensor.name })) : []
}

/** The kept weights among the tensors of a session. */
export function bestOf(tensors: readonly StoredTensor[]): StoredTensor[] {
  return tensors.filter(({ name }) => name.startsWith(BEST)).map((tensor) => ({ ...tensor, name: tensor.name.slice(BEST.length) }))
}

/** The optimizer's memory of one tensor, in order. */
export function slotsOf(name: string, tensors: readonly StoredTensor[]): Numbers[] {
  const slots: Numbers[] = []
  for (;;) {
    const found = tensors.find((tensor) => tensor.name === `${OPTIMIZER}${slots.length}.${name}`)
    if (!found) return slots
    slots.push(found.data)
  }
}

/**
 * The figures of the epochs that were evaluated, and the numbers of those epochs; a figure that does not exist (no test rows) has no
 * tensor.
 */
export function historyTensors(history: History): StoredTensor[] {
  const epochs = history.trainLoss.length
  const evaluated = Array.from({ length: epochs }, (_, epoch) => epoch).filter((epoch) => Number.isFinite(history.trainLoss[epoch]))
  const column = (name: string, data: Float64Array) => ({ name: HISTORY + name, shape: [data.length], data })
  const figures = [...historyColumns, ...validationColumns]
    .flatMap((name) => {
      const all = history[name]
      return all
        ? [
            column(
              name,
              Float64Array.from(evaluated, (epoch) => all[epoch])
            )
          ]
        : []
    })
    .filter(({ data }) => data.every(Number.isFinite))
  return evaluated.length === epochs ? figures : [...figures, column(EPOCHS, Float64Array.from([...evaluated, epochs]))]
}

/** The history in the tensors of a session, NaN at the epochs that were not evaluated. */
export function historyFrom(tensors: readonly StoredTensor[]): History {
  const find = (name: string) => tensors.find((tensor) => tensor.name === HISTORY + name)?.data
  const stored = find('trainLoss')?.length ?? 0
  const epochs = find(EPOCHS) ?? Float64Array.from({ length: stored + 1 }, (_, epoch) => epoch)
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
