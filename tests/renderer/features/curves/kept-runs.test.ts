import { describe, expect, it } from 'vitest'
import { HistoryBuffer } from '../../../../src/renderer/engine-client/history-buffer'
import { keptAt, keptRun, MOST_EPOCHS, MOST_KEPT, withRun, type KeptRun } from '../../../../src/renderer/features/curves/kept-runs'
import { historyOf, experimentState } from '../../support/experiment-state'

function figures(epochs: number) {
  const history = new HistoryBuffer()
  history.replaceFrom(0, historyOf(epochs))
  return keptRun(experimentState(), { inputs: 2, layers: [{ units: 3, activation: 'linear' }] }, history)
}

describe('a kept run', () => {
  it('has its settings, and every epoch of a short history', () => {
    const run = figures(5)
    expect(run).toMatchObject({ data: 'iris', hasTest: true })
    expect(run.settings).toMatchObject({ optimizer: { kind: 'sgd' }, learningRate: 0.1, batchSize: 16, seeds: { init: 1 } })
    expect([...run.epochs]).toEqual([0, 1, 2, 3, 4])
    expect(run.history.validationLoss).toBeUndefined()
  })

  it('has the ends of a long history, and exact numbers at no more epochs than it may', () => {
    const run = figures(100_000)
    expect(run.epochs).toHaveLength(MOST_EPOCHS)
    expect([run.epochs[0], run.epochs.at(-1)]).toEqual([0, 99_999])
    expect(run.epochs.every((epoch, i) => run.history.trainLoss[i] === epoch && (i === 0 || epoch > run.epochs[i - 1]))).toBe(true)
  })

  it('tells its number at an epoch that was kept, and none at others', () => {
    const curve = { epochs: Float64Array.of(0, 3, 7), values: Float64Array.of(1, 2, 3) }
    expect([0, 3, 7].map((epoch) => keptAt(curve, epoch))).toEqual([1, 2, 3])
    for (const epoch of [-1, 1, 5, 8]) expect(keptAt(curve, epoch)).toBeNaN()
    expect(keptAt({ epochs: new Float64Array(0), values: new Float64Array(0) }, 0)).toBeNaN()
  })
})

describe('the runs kept', () => {
  const places = (runs: readonly KeptRun[]) => runs.map(({ place }) => place)

  it('take the lowest place that is free', () => {
    const three = [1, 2, 3].reduce<readonly KeptRun[]>((runs) => withRun(runs, figures(2)), [])
    expect(places(three)).toEqual([1, 2, 3])
    expect(
      places(
        withRun(
          three.filter(({ place }) => place !== 2),
          figures(2)
        )
      )
    ).toEqual([1, 3, 2])
  })

  it('are never more than so many: the oldest goes', () => {
    let runs: readonly KeptRun[] = []
    for (let i = 0; i < MOST_KEPT + 2; i++) runs = withRun(runs, figures(2))
    expect(places(runs)).toEqual([3, 4, 5, 6, 7, 8, 1, 2])
  })
})
