import { describe, expect, it, vi } from 'vitest'
import { nextTick, ref } from 'vue'
import type { ExperimentState, RunState } from '#shared/contract'
import { createConfirm } from '../../../../src/renderer/ui/useConfirm'
import { createProblems } from '../../../../src/renderer/engine-client/useProblems'
import { createRunControls } from '../../../../src/renderer/features/run/useRunControls'
import { createSettings } from '../../../../src/renderer/features/settings/useSettings'
import { experimentState } from '../../support/experiment-state'
import { stillEngine } from '../../support/still-engine'
import { eventually } from '../../../support/eventually'

/** An engine that answers each command a little later, as a real one does, and keeps their order. */
function setUp(run: Partial<RunState> = {}, way: { retracingTo: number | null; goesOn: boolean } = { retracingTo: null, goesOn: false }) {
  const order: string[] = []
  const request = vi.fn(async (name: string, args?: unknown): Promise<unknown> => {
    await new Promise((resolve) => setTimeout(resolve, 5))
    order.push(name)
    const settings = (args as { settings?: ExperimentState['settings'] } | undefined)?.settings
    if (settings) state.value = { ...experimentState({ run }), settings }
    return state.value
  })
  const { engine: still, state, run: runState } = stillEngine(run, request)
  const engine = { ...still, retracingTo: ref(way.retracingTo), goesOn: ref(way.goesOn) }
  const problems = createProblems()
  const confirm = createConfirm()
  const settings = createSettings({ engine, confirm, problems })
  return { controls: createRunControls({ engine, settings, problems }), settings, confirm, order, state, runState }
}

describe('the run bar', () => {
  it('forgets how long a run was to be once it was taken back', async () => {
    const { controls, settings, runState } = setUp()
    await settings.change('epochs', { epochs: 5000 })
    await controls.main()
    runState.value = { ...runState.value, status: 'paused', epoch: 10 }
    await nextTick()
    runState.value = { ...runState.value, status: 'idle', epoch: 0 }
    await nextTick()
    await settings.change('epochs', { epochs: 100 })
    runState.value = { ...runState.value, status: 'finished', epoch: 100 }
    await nextTick()
    expect(controls.extension.value).toBe(100)
  })

  it('never overtakes settings that were just typed', async () => {
    const { controls, settings, order } = setUp()
    void settings.change('l2', { l2: 0.1 })
    void settings.change('batchSize', { batchSize: 8 })
    await controls.main()
    expect(order).toEqual(['changeSettings', 'changeSettings', 'run'])
  })

  it.each([
    [{ status: 'idle' }, 'run'],
    [{ status: 'paused', epoch: 3 }, 'resume'],
    [{ status: 'running', epoch: 3 }, 'pause'],
    [{ status: 'finished', epoch: 100 }, 'extend']
  ] as const)('offers what comes next: %o is followed by %s', (run, action) => {
    expect(setUp(run).controls.mainAction.value).toBe(action)
  })

  it('trains as many epochs again after the last one', async () => {
    const { controls, order, state } = setUp({ status: 'finished', epoch: 100 })
    expect(controls.extension.value).toBe(100)
    await controls.main()
    expect(order).toEqual(['changeSettings', 'run'])
    expect(state.value?.settings.epochs).toBe(200)
    expect(controls.extension.value).toBe(100)
  })

  it('does not go on after a run that diverged', () => {
    expect(setUp({ status: 'failed', epoch: 2 }).controls.canRun.value).toBe(false)
  })

  it('asks before a new seed discards trained weights, and only then', async () => {
    const { controls, confirm, order, runState } = setUp()
    await controls.newSeed()
    expect(order).toEqual(['newSeed'])
    runState.value = { ...runState.value, epoch: 5, status: 'paused' }
    const asked = controls.newSeed()
    await eventually(() => expect(confirm.question.value).not.toBeNull())
    confirm.answer(false)
    await asked
    expect(order).toEqual(['newSeed'])
  })

  it('says that it is pausing until the engine has answered', async () => {
    const { controls, runState } = setUp()
    runState.value = { ...runState.value, status: 'running' }
    const paused = controls.main()
    expect(controls.isPausing.value).toBe(true)
    await paused
    expect(controls.isPausing.value).toBe(false)
  })

  it('takes the next click as soon as the run stands still, before the answer', async () => {
    const { controls, runState } = setUp()
    runState.value = { ...runState.value, status: 'running' }
    const paused = controls.main()
    runState.value = { ...runState.value, status: 'paused' }
    expect(controls.isPausing.value).toBe(false)
    await paused
  })

  it('does nothing while the settings cannot be trained', async () => {
    const { controls, order, state } = setUp()
    state.value = { ...experimentState(), prepared: null }
    expect([controls.canRun, controls.canStep, controls.canRewind, controls.canReseed].map(({ value }) => value)).toEqual([
      false,
      false,
      false,
      false
    ])
    await controls.main()
    expect(order).toEqual([])
  })
})

describe('steps', () => {
  it('are of an epoch until a mini-batch is chosen, and go back as far', async () => {
    const { controls, order } = setUp({ status: 'paused', epoch: 3, step: 24 })
    await controls.step()
    controls.stepUnit.value = 'batch'
    await controls.step()
    await controls.stepBack()
    expect(order).toEqual(['stepEpoch', 'stepBatch', 'stepBack'])
  })

  it.each([
    [{ status: 'idle', step: 0 }, false],
    [{ status: 'running', epoch: 3, step: 24 }, false],
    [{ status: 'paused', epoch: 3, step: 24 }, true],
    [{ status: 'failed', epoch: 3, step: 24 }, true]
  ] as const)('go back from a place that was trained to and stands still: %o, %s', (run, can) => {
    expect(setUp(run).controls.canStepBack.value).toBe(can)
  })
})

it('a run that a rule ended before its last epoch can be resumed', async () => {
  const { controls, order } = setUp({ status: 'finished', stopped: 'loss', epoch: 40, step: 320 })
  expect([controls.mainAction.value, controls.canRun.value, controls.canStep.value]).toEqual(['resume', true, true])
  await controls.main()
  expect(order).toEqual(['run'])
})

it('a press on Pause never starts anything, although the run has ended by the time that the settings have settled', async () => {
  const { controls, settings, order, runState } = setUp({ status: 'running', epoch: 99 })
  void settings.change('l2', { l2: 0.1 })
  const pressed = controls.main()
  runState.value = { ...runState.value, status: 'finished', epoch: 100 }
  await pressed
  expect(order).toEqual(['changeSettings', 'pause'])
})

describe('while a run is brought back to where it was', () => {
  it.each([
    { goesOn: true, isPausing: false },
    { goesOn: false, isPausing: true }
  ])('the main button pauses it, once: %o', ({ goesOn, isPausing }) => {
    const { controls } = setUp({ status: 'running', epoch: 3 }, { retracingTo: 9, goesOn })
    expect([controls.mainAction.value, controls.canRun.value, controls.isPausing.value]).toEqual(['pause', true, isPausing])
    expect([controls.canStep, controls.canStepBack, controls.canRewind, controls.canReseed].map(({ value }) => value)).toEqual([
      false,
      false,
      false,
      false
    ])
  })

  it('the main button stays so for the moment before it goes on', () => {
    expect(setUp({ status: 'paused', epoch: 9 }, { retracingTo: null, goesOn: true }).controls.mainAction.value).toBe('pause')
  })
})
