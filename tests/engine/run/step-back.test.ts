import { describe, expect, it } from 'vitest'
import { ExperimentService } from '../../../src/engine/experiment-service'
import type { ExperimentState, StateEvent } from '#shared/contract'
import { dataFolder } from '../../support/cli'
import { stateOf, type WholeState } from '../../support/experiment-service'
import { temporaryFolders } from '../../support/folders'

const folder = temporaryFolders()

/** A service that can be waited for until its run stands still. */
function standing(sessionFolder = folder()) {
  let wake = () => {}
  const engine = { choice: 'plain', threads: 1 } as const
  const service = new ExperimentService({ version: '0', dataFolder, sessionFolder, engine }, (event, payload) => {
    if (event === 'state' && (payload as StateEvent).state.run.status !== 'running') wake()
  })
  const until = async (request: () => unknown): Promise<WholeState> => {
    const still = new Promise<void>((resolve) => (wake = resolve))
    await request()
    await still
    return stateOf(service)
  }
  const change = async (patch: Partial<ExperimentState['settings']>) => {
    const { state } = await service.handlers.hello(undefined)
    return service.handlers.changeSettings({ settings: { ...state.settings, ...patch } })
  }
  return {
    service,
    until,
    change,
    step: () => until(() => service.handlers.stepBatch(undefined)),
    epoch: () => until(() => service.handlers.stepEpoch(undefined))
  }
}

describe('single steps', () => {
  it('take one mini-batch, and back to every place the run came by, to the same figures, live changes and all', async () => {
    const { service, until, change, step, epoch } = standing()
    await service.handlers.hello(undefined)
    await epoch()
    const first = await epoch()
    expect([first.run.epoch, first.run.status]).toEqual([2, 'paused'])
    await change({ learningRate: 0.5 })
    await step()
    await change({ batchSize: 7, l2: 0.01 })
    const third = await epoch()
    expect(third.run.epoch).toBe(3)
    expect(third.run.changes.map(({ key, epoch: at }) => [key, at])).toEqual([
      ['learningRate', 2],
      ['l2', 2],
      ['batchSize', 2]
    ])
    const fourth = await epoch()

    const back = await until(() => service.handlers.stepBack({ unit: 'batch' }))
    expect([back.run.step, back.run.epoch]).toEqual([fourth.run.step - 1, 3])
    const again = await step()
    expect(again.run).toMatchObject({ epoch: 4, step: fourth.run.step })
    expect(again.history).toEqual(fourth.history)

    await until(() => service.handlers.stepBack({ unit: 'epoch' }))
    const earlier = await until(() => service.handlers.stepBack({ unit: 'epoch' }))
    expect(earlier.run).toMatchObject({ epoch: 2, step: first.run.step, status: 'paused' })
    expect(earlier.history).toEqual(first.history)
    // The settings are those on the screen; what they were before is told as a change made here.
    expect(earlier.settings).toMatchObject({ learningRate: 0.5, batchSize: 7, l2: 0.01 })
    expect(earlier.run.changes.map(({ key, step: at }) => [key, at])).toEqual(
      ['learningRate', 'l2', 'batchSize'].map((key) => [key, first.run.step])
    )
    await until(() => service.handlers.stepBack({ unit: 'epoch' }))
    const start = await until(() => service.handlers.stepBack({ unit: 'epoch' }))
    expect(start.run).toMatchObject({ epoch: 0, step: 0, status: 'idle', changes: [] })
    await service.shutdown()
  })

  it('asked for twice at once go back twice', async () => {
    const { service, until, change, step, epoch } = standing()
    await service.handlers.hello(undefined)
    const first = await epoch()
    await change({ learningRate: 0.5 })
    const second = await step()
    await step()
    await step()
    const back = await until(() => [service.handlers.stepBack({ unit: 'batch' }), service.handlers.stepBack({ unit: 'batch' })])
    expect(back.run).toMatchObject({ step: second.run.step, changes: second.run.changes })
    await epoch()
    await epoch()
    const start = await until(() => [1, 2].map(() => service.handlers.stepBack({ unit: 'epoch' })))
    expect(start.run).toMatchObject({ epoch: 1, step: first.run.step })
    expect(start.history).toEqual(first.history)
    await service.shutdown()
  })

  it('go back in a session that was opened again', async () => {
    const home = folder()
    const before = standing(home)
    await before.service.handlers.hello(undefined)
    await before.epoch()
    await before.change({ learningRate: 0.5 })
    const second = await before.epoch()
    await before.epoch()
    await before.service.shutdown()

    const after = standing(home)
    const restored = (await after.service.handlers.hello(undefined)).state
    expect(restored.run.changes).toEqual(second.run.changes)
    const back = await after.until(() => after.service.handlers.stepBack({ unit: 'epoch' }))
    expect(back.run).toMatchObject({ epoch: 2, step: second.run.step })
    expect(back.history).toEqual(second.history)
    await after.service.shutdown()
  })
})

describe('a run with a rule of when to stop', () => {
  it('is finished before its last epoch, says why, keeps that in its session, and goes on when asked to', async () => {
    const home = folder()
    const { service, until, change } = standing(home)
    await service.handlers.hello(undefined)
    await change({ epochs: 60, keepBest: true, stop: { loss: null, metric: 0.9, patience: null, seconds: null } })
    const stopped = await until(() => service.handlers.run(undefined))
    expect(stopped.run).toMatchObject({ status: 'finished', stopped: 'metric' })
    expect(stopped.run.epoch).toBeLessThan(60)
    await service.shutdown()

    const again = standing(home)
    expect((await again.service.handlers.hello(undefined)).state.run).toMatchObject({
      status: 'finished',
      stopped: 'metric',
      resultEpoch: stopped.run.resultEpoch
    })
    const done = await again.until(() => again.service.handlers.run(undefined))
    expect(done.run).toMatchObject({ status: 'finished', epoch: 60 })
    expect(done.run.stopped).toBeUndefined()
    await again.service.shutdown()
  })

  it('ends when its time is up', async () => {
    const { service, until, change } = standing()
    await service.handlers.hello(undefined)
    await change({ epochs: 1_000_000, stop: { loss: null, metric: null, patience: null, seconds: 0.05 } })
    const stopped = await until(() => service.handlers.run(undefined))
    expect(stopped.run).toMatchObject({ status: 'finished', stopped: 'time' })
    expect([stopped.run.epoch > 0, stopped.run.step % 7]).toEqual([true, 0])
    await service.shutdown()
  })
})
