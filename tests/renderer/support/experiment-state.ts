import { defaultSettings, type History, type Settings } from '#core'
import type { ExperimentState, RunState, StateEvent } from '#shared/contract'

export const settings: Settings = {
  ...defaultSettings,
  targets: ['species'],
  features: ['a', 'b'],
  task: 'classification',
  scale: 'standard',
  test: 0.25,
  hidden: [{ units: 16, activation: 'tanh' }],
  bias: true,
  loss: { kind: 'softmax-cross-entropy' },
  l2: 0,
  learningRate: 0.1,
  batchSize: 16,
  epochs: 100,
  seeds: { split: 1, init: 1, shuffle: 1 },
  precision: 'f64'
}

/** A history of so many epochs; each figure tells its epoch. */
export function historyOf(epochs: number, offset = 0): History {
  const column = () => Float64Array.from({ length: epochs }, (_, epoch) => offset + epoch)
  return { trainLoss: column(), testLoss: column(), trainMetric: column(), testMetric: column() }
}

export interface StateOptions {
  readonly settings?: Partial<Settings>
  readonly run?: Partial<RunState>
  readonly sha256?: string
}

/** An event with a state, and its whole history. */
export function stateEvent(state: ExperimentState): StateEvent {
  return { state, from: 0, history: historyOf(state.run.epoch + 1) }
}

/** The state of a small experiment on invented data. */
export function experimentState({ settings: changed, run, sha256 = 'abc' }: StateOptions = {}): ExperimentState {
  return {
    data: {
      origin: 'sample',
      name: 'iris',
      sha256,
      rows: 3,
      notes: [],
      format: {
        encoding: 'utf-8',
        separator: ',',
        decimal: '.',
        grouped: false,
        header: true,
        ragged: 'cancel',
        missing: ['', 'NA'],
        kinds: {}
      },
      columns: [
        { name: 'a', kind: 'number', type: 'number', missing: 0, distinct: 3 },
        { name: 'b', kind: 'number', type: 'number', missing: 1, distinct: 2 },
        { name: 'species', kind: 'text', type: 'category', missing: 0, distinct: 3 }
      ]
    },
    settings: { ...settings, ...changed },
    prepared: { trainRows: 2, validationRows: 0, testRows: 1, droppedRows: 0, inputs: ['a', 'b'], notes: [] },
    problem: null,
    network: {
      inputs: 2,
      layers: [
        { units: 16, activation: 'tanh' },
        { units: 3, activation: 'linear' }
      ]
    },
    parameterCount: 99,
    usableLosses: ['softmax-cross-entropy'],
    metric: 'accuracy',
    run: { id: 'run', status: 'idle', epoch: 0, step: 0, seconds: 0, changes: [], ...run }
  }
}
