import { describe, expect, it } from 'vitest'
import { ExperimentService } from '../../src/engine/experiment-service'
import type { ExperimentState } from '#shared/contract'
import { dataFolder } from '../support/cli'
import { temporaryFolders } from '../support/folders'

const folder = temporaryFolders()

/** A lab that can be waited for until its run stands still. */
function standing(sessionFolder = folder()) {
  let latest: ExperimentState | null = null
  let wake = () => {}
  const engine = { choice: 'plain', threads: 1, arithmetic: 'strict' } as const
  const lab = new ExperimentService({ version: '0', dataFolder, sessionFolder, engine }, (event, payload) => {
    if (event !== 'state') return
    latest = payload as ExperimentState
    if (latest.run.status !== 'running') wake()
  })
  const until = async (request: () => unknown): Promise<ExperimentState> => {
    const still = new Promise<void>((resolve) => (wake = resolve))
    await request()
    await still
    return (await lab.handlers.hello(undefined)).state
  }
  const change = async (patch: Partial<ExperimentState['settings']>) => {
    const { state } = await lab.handlers.hello(undefined)
    return lab.handlers.changeSettings({ settings: { ...state.settings, ...patch } })
  }
  return {
    lab,
    until,
    change,
    step: () => until(() => lab.handlers.stepBatch(undefined)),
    epoch: () => until(() => lab.handlers.stepEpoch(undefined))
  }
}

describe('single steps', () => {
  it('take one mini-batch, and back to every place the run came by, to the same figures, live changes and all', async () => {
    const { lab, until, change, step, epoch } = standing()
    await lab.handlers.hello(undefined)
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
      ['batchSize', 2],
      ['l2', 2]
    ])
    const fourth = await epoch()

    const back = await until(() => lab.handlers.stepBack({ unit: 'batch' }))
    expect([back.run.step, back.run.epoch]).toEqual([fourth.run.step - 1, 3])
    const again = await step()
    expect(again.run).toMatchObject({ epoch: 4, step: fourth.run.step })
    expect(again.history).toEqual(fourth.history)

    await until(() => lab.handlers.stepBack({ unit: 'epoch' }))
    const earlier = await until(() => lab.handlers.stepBack({ unit: 'epoch' }))
    expect(earlier.run).toMatchObject({ epoch: 2, step: first.run.step, status: 'paused' })
    expect(earlier.history).toEqual(first.history)
    // The settings are those on the screen; what they were before is told as a change made here.
    expect(earlier.settings).toMatchObject({ learningRate: 0.5, batchSize: 7, l2: 0.01 })
    expect(earlier.run.changes.map(({ key, step: at }) => [key, at])).toEqual(
      ['learningRate', 'batchSize', 'l2'].map((key) => [key, first.run.step])
    )
    await until(() => lab.handlers.stepBack({ unit: 'epoch' }))
    const start = await until(() => lab.handlers.stepBack({ unit: 'epoch' }))
    expect(start.run).toMatchObject({ epoch: 0, step: 0, status: 'idle', changes: [] })
    await lab.shutdown()
  })

  it('asked for twice at once go back twice', async () => {
    const { lab, until, change, step, epoch } = standing()
    await lab.handlers.hello(undefined)
    const first = await epoch()
    await change({ learningRate: 0.5 })
    const second = await step()
    await step()
    await step()
    const back = await until(() => [lab.handlers.stepBack({ unit: 'batch' }), lab.handlers.stepBack({ unit: 'batch' })])
    expect(back.run).toMatchObject({ step: second.run.step, changes: second.run.changes })
    await epoch()
    await epoch()
    const start = await until(() => [1, 2].map(() => lab.handlers.stepBack({ unit: 'epoch' })))
    expect(start.run).toMatchObject({ epoch: 1, step: first.run.step })
    expect(start.history).toEqual(first.history)
    await lab.shutdown()
  })

  it('go back in a session that was opened again', async () => {
    const home = folder()
    const before = standing(home)
    await before.lab.handlers.hello(undefined)
    await before.epoch()
    await before.change({ learningRate: 0.5 })
    const second = await before.epoch()
    await before.epoch()
    await before.lab.shutdown()

    const after = standing(home)
    const restored = (await after.lab.handlers.hello(undefined)).state
    expect(restored.run.changes).toEqual(second.run.changes)
    const back = await after.until(() => after.lab.handlers.stepBack({ unit: 'epoch' }))
    expect(back.run).toMatchObject({ epoch: 2, step: second.run.step })
    expect(back.history).toEqual(second.history)
    await after.lab.shutdown()
  })
})

describe('a run with a rule of when to stop', () => {
  it('is finished before its last epoch, says why, keeps that in its session, and goes on when asked to', async () => {
    const home = folder()
    const { lab, until, change } = standing(home)
    await lab.handlers.hello(undefined)
    await change({ epochs: 60, keepBest: true, stop: { loss: null, metric: 0.9, patience: null, seconds: null } })
    const stopped = await until(() => lab.handlers.run(undefined))
    expect(stopped.run).toMatchObject({ status: 'finished', stopped: 'metric' })
    expect(stopped.run.epoch).toBeLessThan(60)
    await lab.shutdown()

    const again = standing(home)
    expect((await again.lab.handlers.hello(undefined)).state.run).toMatchObject({
      status: 'finished',
      stopped: 'metric',
      resultEpoch: stopped.run.resultEpoch
    })
    const done = await again.until(() => again.lab.handlers.run(undefined))
    expect(done.run).toMatchObject({ status: 'finished', epoch: 60 })
    expect(done.run.stopped).toBeUndefined()
    await again.lab.shutdown()
  })

  it('ends when its time is up', async () => {
    const { lab, until, change } = standing()
    await lab.handlers.hello(undefined)
    await change({ epochs: 1_000_000, stop: { loss: null, metric: null, patience: null, seconds: 0.05 } })
    const stopped = await until(() => lab.handlers.run(undefined))
    expect(stopped.run).toMatchObject({ status: 'finished', stopped: 'time' })
    expect([stopped.run.epoch > 0, stopped.run.step % 7]).toEqual([true, 0])
    await lab.shutdown()
  })
})
