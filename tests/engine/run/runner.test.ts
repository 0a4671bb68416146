import { describe, expect, it } from 'vitest'
import { Trainer, initialParameters, matrixFrom, plainMachine } from '#core'
import { Runner } from '../../../src/engine/run/runner'
import { eventually } from '../../support/eventually'

function trainer(learningRate = 0.05): Trainer {
  const network = { inputs: 1, layers: [{ units: 1, activation: 'linear' }] } as const
  const samples = { X: matrixFrom([[1], [2], [3]]), targets: { kind: 'values', values: matrixFrom([[1], [3], [5]]) } } as const
  return new Trainer({
    network,
    machine: plainMachine,
    objective: { loss: { kind: 'mean-squared-error' }, regularization: { l2: 0 } },
    learningRate,
    batchSize: 2,
    shuffleSeed: 1,
    parameters: initialParameters(network, 1),
    train: samples,
    test: samples
  })
}

/** A runner, and a promise for the next time it is in one of the given states. */
function observed(of: Trainer) {
  const waiting: { states: readonly string[]; done: () => void }[] = []
  let reports = 0
  const runner = new Runner(
    of,
    { kind: 'sgd' },
    {
      progress: () => (reports += 1),
      changed: () => waiting.filter(({ states }) => states.includes(runner.status)).forEach(({ done }) => done())
    }
  )
  const reaches = (...states: string[]) => new Promise<void>((done) => waiting.push({ states, done }))
  return { runner, reaches, reports: () => reports }
}

describe('a runner', () => {
  it('trains to the goal and is finished', async () => {
    const { runner, reaches, reports } = observed(trainer())
    const finished = reaches('finished')
    runner.run(20, 20)
    expect(runner.status).toBe('running')
    await finished
    expect(runner.trainer.epoch).toBe(20)
    expect(reports()).toBeGreaterThan(0)
  })

  it('stops at an epoch before the goal, and is paused', async () => {
    const { runner, reaches } = observed(trainer())
    const paused = reaches('paused')
    runner.run(1, 20)
    await paused
    expect(runner.trainer.epoch).toBe(1)
  })

  it('pauses within a slice, goes on from there, and ends with the same bits as an unbroken run', async () => {
    const { runner, reaches } = observed(trainer())
    runner.run(3000, 3000)
    await new Promise((resolve) => setImmediate(resolve))
    runner.pause()
    const stopped = runner.trainer.step
    await new Promise((resolve) => setImmediate(resolve))
    expect([runner.status, runner.trainer.step]).toEqual(['paused', stopped])
    const finished = reaches('finished')
    runner.run(3000, 3000)
    await finished

    const unbroken = trainer()
    for (let e = 0; e < 3000; e++) unbroken.trainEpoch()
    expect(runner.trainer.parameters).toEqual(unbroken.parameters)
  })

  it('ends with the first epoch where any time is too much, and goes on in spite of it', async () => {
    const limited = trainer()
    limited.change({ stop: { seconds: 1e-9 } })
    const { runner, reaches } = observed(limited)
    const finished = reaches('finished')
    runner.run(1_000_000, 1_000_000)
    await finished
    expect(runner.stopped).toBe('time')
    const again = reaches('running')
    runner.run(1_000_000, 1_000_000)
    await again
    await eventually(() => expect(runner.trainer.epoch).toBeGreaterThan(2))
    expect(runner.status).toBe('running')
    runner.pause()
  })

  it('says why it failed, and can be rewound', async () => {
    const { runner, reaches } = observed(trainer(1e9))
    const failed = reaches('failed')
    runner.run(1000, 1000)
    await failed
    expect(runner.failure?.code).toBe('numeric.diverged')
    runner.run(1000, 1000)
    expect(runner.status).toBe('failed')
    runner.rewind()
    expect([runner.status, runner.failure, runner.trainer.epoch]).toEqual(['idle', undefined, 0])
  })

  it('names every build that trained it, from the first step to a rewind', () => {
    const events = { progress: () => undefined, changed: () => undefined }
    const start = { status: 'paused', seconds: 0, builds: ['kernels-fused'] } as const
    expect(new Runner(trainer(), { kind: 'sgd' }, events, start).builds).toEqual(['fused-1'])
    const trained = trainer()
    trained.trainEpoch()
    const runner = new Runner(trained, { kind: 'sgd' }, events, start)
    expect(runner.builds).toEqual(['kernels-fused'])
    trained.trainEpoch()
    expect(runner.builds).toEqual(['kernels-fused', 'fused-1'])
    runner.rewind()
    expect(runner.builds).toEqual(['fused-1'])
  })

  it('goes on after it finished when more epochs are asked for', async () => {
    const { runner, reaches } = observed(trainer())
    const finished = reaches('finished')
    runner.run(2, 2)
    await finished
    runner.setGoal(4)
    expect(runner.status).toBe('paused')
  })
})
