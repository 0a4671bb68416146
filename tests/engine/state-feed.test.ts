import { serialize } from 'node:v8'
import { describe, expect, it } from 'vitest'
import { createTrainer, prepare, suggestSettings } from '#core'
import type { ExperimentState } from '#shared/contract'
import type { Experiment } from '../../src/engine/run/experiment'
import { Runner } from '../../src/engine/run/runner'
import { StateFeed } from '../../src/engine/state-feed'
import { sampleTable } from '../support/tables'

/** A run of so many epochs that only its history tells of, its feed, and the bytes of each event sent. */
function longRun(epochs: number) {
  const table = sampleTable('iris')
  const settings = suggestSettings(table, { target: 'species' })
  const trainer = createTrainer(prepare(table, settings), settings)
  const record = { trainLoss: 0.5, testLoss: 0.6, trainMetric: 0.9, testMetric: 0.8 }
  while (trainer.history.length <= epochs) trainer.history.push(record)
  const runner = new Runner(trainer, settings.optimizer, { progress: () => undefined, changed: () => undefined })
  const state = { settings, run: { epoch: epochs } } as ExperimentState
  const experiment = {
    state: () => state,
    runState: () => state.run,
    takeHistory: (all?: boolean) => runner.takeHistory(all)
  } as Experiment
  const sent: { from: number; epochs: number; bytes: number }[] = []
  const feed = new StateFeed(
    () => experiment,
    (_, payload) => {
      const { from, history } = payload as { from: number; history: { trainLoss: Float64Array } }
      sent.push({ from, epochs: history.trainLoss.length, bytes: serialize(payload).length })
    }
  )
  return { feed, runner, trainer, sent, record }
}

describe('the stream of the state', () => {
  it('sends the whole history to a new page alone, and a click of a run of 100,000 epochs takes some kilobytes', async () => {
    const { feed, sent } = longRun(100_000)
    expect(serialize(feed.whole()).length).toBeGreaterThan(3_200_000)
    await feed.announce()
    await feed.announce()
    expect(sent.map(({ from, epochs }) => [from, epochs])).toEqual([
      [100_001, 0],
      [100_001, 0]
    ])
    for (const { bytes } of sent) expect(bytes).toBeLessThan(8_000)
  })

  it('sends the epochs that were added since, by whichever event comes first', async () => {
    const { feed, trainer, sent, record } = longRun(10)
    feed.whole()
    trainer.history.push(record)
    feed.progress()
    trainer.history.push(record)
    trainer.history.push(record)
    await feed.announce()
    expect(sent.map(({ from, epochs }) => [from, epochs])).toEqual([
      [11, 1],
      [12, 2]
    ])
  })

  it('goes back with a run that is rewound', async () => {
    const { feed, runner, sent } = longRun(10)
    feed.whole()
    runner.rewind()
    await feed.announce()
    expect(sent).toMatchObject([{ from: 1, epochs: 0 }])
  })

  it('announces once what changes in one turn, and not before what it waits for', async () => {
    const { feed, sent } = longRun(1)
    let done = (): void => undefined
    feed.holdUntil(new Promise((resolve) => (done = resolve)))
    const both = Promise.all([feed.announce(), feed.announce()])
    await Promise.resolve()
    expect(sent).toHaveLength(0)
    done()
    await both
    expect(sent).toHaveLength(1)
  })
})
