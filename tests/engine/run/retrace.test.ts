import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ExperimentService } from '../../../src/engine/experiment-service'
import type { ExperimentState, StateEvent } from '#shared/contract'
import { dataFolder } from '../../support/cli'
import { stateOf, type WholeState } from '../../support/experiment-service'
import { temporaryFolders } from '../../support/folders'

const folder = temporaryFolders()

/** A service that can be waited for until its run stands still. */
async function standing(sessionFolder = folder()) {
  let wake = () => {}
  const engine = { choice: 'plain', threads: 1 } as const
  const service = new ExperimentService({ version: '0', dataFolder, sessionFolder, engine }, (event, payload) => {
    if (event === 'state' && (payload as StateEvent).state.run.status !== 'running') wake()
  })
  const state = () => stateOf(service)
  const until = async (request: () => unknown): Promise<WholeState> => {
    const still = new Promise<void>((resolve) => (wake = resolve))
    await request()
    await still
    return state()
  }
  const change = async (patch: Partial<ExperimentState['settings']>) =>
    service.handlers.changeSettings({ settings: { ...(await state()).settings, ...patch } })
  await state()
  return {
    service,
    until,
    change,
    state,
    /** The session as it is on disk at this moment, for another process. */
    async saved(): Promise<string> {
      await service.handlers.saveSession(undefined)
      const copy = folder()
      cpSync(sessionFolder, copy, { recursive: true })
      return copy
    },
    epoch: () => until(() => service.handlers.stepEpoch(undefined)),
    step: () => until(() => service.handlers.stepBatch(undefined)),
    async weights(): Promise<Buffer> {
      const path = join(folder(), 'weights.npz')
      service.allow(path, path, 'write')
      await service.handlers.exportWeights({ grant: path, format: 'npz' })
      return readFileSync(path)
    }
  }
}

/** Two epochs, live changes at an epoch's end and amid one, and on to the middle of the fifth. */
async function trained() {
  const first = await standing()
  const untrained = await first.saved()
  await first.epoch()
  await first.epoch()
  await first.change({ learningRate: 0.5 })
  await first.step()
  const early = await first.saved()
  await first.step()
  await first.change({ batchSize: 7, l2: 0.01 })
  await first.epoch()
  await first.change({ learningRate: 0.05 })
  await first.epoch()
  await first.step()
  const state = await first.step()
  const bits = await first.weights()
  return { ...first, untrained, early, state, bits }
}

const covered = ({ settings, run: { step, seconds, changes } }: ExperimentState) => ({
  settings,
  run: { step, seconds, changes: [...changes] }
})

describe('a run whose process ended', () => {
  it.each(['untrained', 'early'] as const)('is retraced from its session (%s) to the same bits, live changes and all', async (when) => {
    const before = await trained()
    const { service, until, weights } = await standing(before[when])
    const after = await until(() => service.handlers.retrace(covered(before.state)))
    expect(after.run).toEqual({ ...before.state.run, id: after.run.id })
    expect(after.settings).toEqual(before.state.settings)
    expect(after.history).toEqual(before.state.history)
    expect(await weights()).toEqual(before.bits)
    await service.shutdown()
    await before.service.shutdown()
  })

  it('goes on afterwards, and back, as if nothing had been', async () => {
    const before = await trained()
    const { service, until, epoch, step } = await standing(before.early)
    await until(() => service.handlers.retrace(covered(before.state)))
    expect(await epoch()).toMatchObject({ history: (await before.epoch()).history })
    await until(() => service.handlers.stepBack({ unit: 'epoch' }))
    await before.until(() => before.service.handlers.stepBack({ unit: 'epoch' }))
    const [one, other] = [await step(), await before.step()]
    expect([one.run.step, one.run.changes, one.history]).toEqual([other.run.step, other.run.changes, other.history])
    await service.shutdown()
    await before.service.shutdown()
  })

  it('is retraced from the start where the session stands elsewhere', async () => {
    const before = await trained()
    const further = await before.saved()
    await before.until(() => before.service.handlers.stepBack({ unit: 'epoch' }))
    await before.until(() => before.service.handlers.stepBack({ unit: 'epoch' }))
    await before.change({ learningRate: 0.2 })
    const state = await before.epoch()
    const { service, until, weights } = await standing(further)
    const after = await until(() => service.handlers.retrace(covered(state)))
    expect(after.history).toEqual(state.history)
    expect(after.run.changes).toEqual(state.run.changes)
    expect(await weights()).toEqual(await before.weights())
    await service.shutdown()
    await before.service.shutdown()
  })

  it('is finished again where a rule had ended it', async () => {
    const before = await standing()
    const untrained = await before.saved()
    await before.change({ stop: { loss: 0.3, metric: null, patience: null, seconds: null } })
    const state = await before.until(() => before.service.handlers.run(undefined))
    expect(state.run).toMatchObject({ status: 'finished', stopped: 'loss' })
    const { service, until } = await standing(untrained)
    const { settings, run } = covered(state)
    const after = await until(() => service.handlers.retrace({ settings, run: { ...run, stopped: state.run.stopped } }))
    expect(after.run).toEqual({ ...state.run, id: after.run.id })
    expect(after.history).toEqual(state.history)
    await service.shutdown()
    await before.service.shutdown()
  })

  it('is retraced with other settings than were saved', async () => {
    const before = await standing()
    const untrained = await before.saved()
    await before.change({ hidden: [{ units: 5, activation: 'tanh' }] })
    await before.epoch()
    await before.change({ learningRate: 0.3 })
    const state = await before.epoch()
    const { service, until } = await standing(untrained)
    const after = await until(() => service.handlers.retrace(covered(state)))
    expect(after).toMatchObject({ run: { ...state.run, id: after.run.id }, history: state.history, settings: state.settings })
    await service.shutdown()
    await before.service.shutdown()
  })
})
